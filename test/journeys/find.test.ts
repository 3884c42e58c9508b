import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffFindWords } from "../../shared/copy/pages-staff-find.ts";
import { staffOfflineWords } from "../../shared/copy/pages-staff-offline.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, keptByWorker, picture } from "../support/device.ts";
import { button, field, heading, isOnScreen, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";
import { nextPerson, seesVerdict, typeTicketCode } from "./desk.ts";

/* Somebody comes without QR code and without the code below it: found by name with a network, and without one under the lead's PIN. In Korean, on a phone. */

const locale = "ko" as const;
const words = staffFindWords[locale];
const pin = "482913";

let stack: Stack;
let browser: Browser;
let today: string;
let next: string;
let phone: Device;
let on: Speaking;

beforeAll(async () => {
  ({ stack, browser, today, next } = await aBusDay());
});
beforeEach(async () => {
  phone = await aDevice(browser, { locale, viewport: viewports.phone });
  phone.expectTrouble(/^net::ERR_INTERNET_DISCONNECTED /);
});
afterEach(async () => {
  expect(phone.trouble()).toEqual([]);
  await phone.close();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const aRegistered = async (name: string, mail: string, phoneNumber: string): Promise<Person> => {
  const person = aPerson(stack.origin, stack.inboxOrigin, mail);
  await person.signIn();
  const body = {
    name,
    birthYear: 1970,
    phone: phoneNumber,
    locale,
    noticeVersion: currentConsentVersion.service_core,
    beforeBooking: false,
  };
  await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId: today }, body });
  await stack.drain();
  return person;
};
const arrivalOf = async (person: Person) => (await person.call("GET /api/me/registrations", {})).registrations[0]?.arrivedAt ?? null;

/** In the page: what is on the disk. */
const countRows = async (): Promise<Record<string, number>> => {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open("jobstop-staff"));
  const stores = ["packs", "buckets", "outbox"];
  const tx = db.transaction(stores);
  const counts = await Promise.all(stores.map(async (store) => [store, await done(tx.objectStore(store).count())] as const));
  db.close();
  return Object.fromEntries(counts);
};

/** The page for getting ready, with a PIN that the lead has set and the list on this phone. */
const readyWithPin = async (mail = "staff1@center.example.com"): Promise<void> => {
  on = { page: await phone.open(`${stack.origin}/staff/visits/${today}/ready`), locale };
  await signIn(on, stack, mail);
  await on.page.getByRole("button", { name: new RegExp(`^(${words.set}|${words.setAgain})$`) }).click();
  await field(on, words.newPin).fill(pin);
  await field(on, words.again).fill(pin);
  await picture(on.page, "find-pin");
  await button(on, words.setNow).click();
  await sees(on, words.wasSet);
  await keptByWorker(on.page);
};
const opensFind = async () => {
  await on.page.goto(`${stack.origin}/staff/visits/${today}/find`);
  await heading(on, words.title).waitFor();
};
const typesPin = async (typed: string) => {
  await field(on, words.pin).fill(typed);
  await button(on, words.open).click();
};

test("with a network by the beginning of a name; without one under the PIN by the last digits; both arrive", async () => {
  const online = await aRegistered("선우라온", "find-online@example.com", "010-0000-0171");
  const offline = await aRegistered("도라지", "find-offline@example.com", "010-0000-0172");
  await readyWithPin();
  await opensFind();
  await field(on, words.text).fill("선우");
  await button(on, words.search).click();
  await picture(on.page, "find-found");
  await button(on, `${words.admit}, 선○○온, ${words.phoneEnd("0171")}`).click();
  await seesVerdict(on, "admitted-by-code");
  expect(await isOnScreen(button(on, staffWords[locale].next))).toBe(true);
  // they said no code
  await sees(on, staffWords[locale].byName);
  // no interview: what they are called by, and the way to a desk
  await on.page.getByText(/^부르는 이름: [0-9A-Z]{4}\./).waitFor();
  await link(on, staffOfflineWords[locale].sendToDesk).waitFor();
  await nextPerson(on);
  expect(await arrivalOf(online)).not.toBeNull();
  // whoever looks next finds an empty field, and the row that says it
  expect(await field(on, words.text).inputValue()).toBe("");
  const row = on.page.locator(".found li");
  await row.getByText(/접수함$/).waitFor();
  await button(on, `${words.admitAgain}, 선○○온, ${words.phoneEnd("0171")}`).waitFor();
  await picture(on.page, "find-row-after");
  // a given name is nobody's beginning: the page says where to begin
  await field(on, words.text).fill("라온");
  await button(on, words.search).click();
  await sees(on, words.nobody);

  await phone.context.setOffline(true);
  await on.page.reload();
  await picture(on.page, "find-locked");
  await typesPin("482914");
  await sees(on, words.wrong(9));
  await typesPin(pin);
  await button(on, words.close).waitFor();
  // what is hidden is not taken for what was typed
  await field(on, words.text).fill("도라");
  await sees(on, words.nobody);
  await field(on, words.text).fill("0172");
  // right below the field, where a keyboard on the screen leaves room
  await expect.poll(() => isOnScreen(button(on, `${words.admit}, 도○지, ${words.phoneEnd("0172")}`))).toBe(true);
  await picture(on.page, "find-offline");
  await button(on, `${words.admit}, 도○지, ${words.phoneEnd("0172")}`).click();
  await seesVerdict(on, "admitted-by-code");
  await sees(on, "도○지");
  await picture(on.page, "find-admitted");
  await nextPerson(on);
  await row.getByText(/접수함$/).waitFor();
  await sees(on, staffWords[locale].offline);
  await sees(on, staffWords[locale].outboxWaiting({ people: 1, walkIns: 0, acts: 0, refused: 0 }));
  // left and opened again, it asks for the PIN again
  await on.page.reload();
  await field(on, words.pin).waitFor();
  await phone.context.setOffline(false);
  await sees(on, staffWords[locale].outboxNone);
  expect(await arrivalOf(offline)).not.toBeNull();
});

test("ten wrong PINs, a reload between them, take the list off the phone; what waits to be sent is sent", async () => {
  const person = await aRegistered("미나리", "find-wiped@example.com", "010-0000-0173");
  await readyWithPin();
  await opensFind();
  await phone.context.setOffline(true);
  await on.page.reload();
  await typesPin(pin);
  await field(on, words.text).fill("미나리");
  await button(on, `${words.admit}, 미○리, ${words.phoneEnd("0173")}`).click();
  await nextPerson(on);
  await on.page.reload();
  for (let left = 9; left > 0; left -= 1) {
    await typesPin("111222");
    await sees(on, words.wrong(left));
    if (left === 5) await on.page.reload();
  }
  await typesPin("111222");
  await sees(on, words.wiped);
  await picture(on.page, "find-wiped");
  expect(await on.page.evaluate(countRows)).toEqual({ packs: 0, buckets: 0, outbox: 1 });
  await sees(on, staffWords[locale].outboxWaiting({ people: 1, walkIns: 0, acts: 0, refused: 0 }));
  await phone.context.setOffline(false);
  await sees(on, staffWords[locale].outboxNone);
  expect(await arrivalOf(person)).not.toBeNull();
});

/** The lead reports every phone of a visit lost. */
const reportLost = async (visitId: string) => {
  const lead = aPerson(stack.origin, stack.inboxOrigin, "staff2@center.example.com");
  await lead.signIn();
  const params = { visitId };
  const { devices } = await lead.call("GET /api/staff/visits/{visitId}/devices", { params });
  for (const { deviceId } of devices) {
    const key = "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation";
    await lead.call(key, { params: { ...params, deviceId }, body: { reason: "분실" } });
  }
};

test("reported lost at one visit while its scanner is open at another, and in the network, it lets nobody in", async () => {
  const person = await aRegistered("남궁하나", "find-lost@example.com", "010-0000-0175");
  const { code } = await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today } });
  await readyWithPin("staff3@center.example.com");
  await on.page.goto(`${stack.origin}/staff/visits/${next}/ready`);
  await sees(on, staffOfflineWords[locale].clockGood);
  await on.page.goto(`${stack.origin}/staff/visits/${today}/scan`);
  await field(on, staffWords[locale].codeLabel).waitFor();
  expect(await on.page.evaluate(countRows)).toMatchObject({ packs: 2 });
  // Another look at the visit comes with the next minutes only.
  await reportLost(next);
  phone.expectTrouble(/401/);
  await typeTicketCode(on, code);
  await sees(on, staffWords[locale].revoked);
  await field(on, staffWords[locale].codeLabel).waitFor({ state: "detached" });
  await picture(on.page, "find-lost-scanner");
  expect(await on.page.evaluate(countRows)).toEqual({ packs: 0, buckets: 0, outbox: 0 });
  expect(await on.page.getByText(staffWords[locale].goOn).count()).toBe(0);
  for (const visitId of [next, today]) {
    await on.page.goto(`${stack.origin}/staff/visits/${visitId}/scan`);
    await sees(on, staffWords[locale].revoked);
    expect(await field(on, staffWords[locale].codeLabel).count()).toBe(0);
  }
  expect(await arrivalOf(person)).toBeNull();
});

test("reported lost, it is signed out and has nothing left on it but what waits to be sent", async () => {
  await readyWithPin();
  await reportLost(today);
  // signed out
  phone.expectTrouble(/401/);
  await on.page.reload();
  await sees(on, staffWords[locale].revoked);
  expect(await on.page.evaluate(countRows)).toEqual({ packs: 0, buckets: 0, outbox: 0 });
  await on.page.reload();
  await sees(on, staffWords[locale].revoked);
  await picture(on.page, "find-lost");
  expect(await field(on, words.pin).count()).toBe(0);
});
