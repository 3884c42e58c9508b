import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { consultationChannelWords, consultationKindWords, consultationOutcomeWords } from "../../shared/copy/consultation.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffCareWords } from "../../shared/copy/pages-staff-care.ts";
import { staffNotesWords } from "../../shared/copy/pages-staff-notes.ts";
import { staffQueueWords } from "../../shared/copy/pages-staff-queue.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { readToken, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, keptByWorker, picture } from "../support/device.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";
import { nextPerson, openScanner, seesVerdict, typeTicketCode } from "./desk.ts";

/* Notes of talks at a place without a network, in a real browser that really has none. In Korean, on a phone. */

const locale = "ko" as const;
const words = staffNotesWords[locale];
const careWords = staffCareWords[locale];
const queueWords = staffQueueWords[locale];
const counsellorMail = "staff1@center.example.com";
const handedIn = /\/desk-notes\/con_/;

type Somebody = { person: Person; token: string; registrationId: string; idx: string };

let stack: Stack;
let browser: Browser;
let phone: Device;
let on: Speaking;
let today: string;
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;
let colleague: Person;
let people = 0;

beforeAll(async () => {
  ({ stack, browser, today } = await aBusDay());
  colleague = aPerson(stack.origin, stack.inboxOrigin, "staff2@center.example.com");
  await colleague.signIn();
  const device = await aDevice(browser, { locale, viewport: viewports.phone });
  await signIn({ page: await device.open(`${stack.origin}/staff`), locale }, stack, counsellorMail);
  session = await device.context.storageState();
  await device.close();
});
beforeEach(async () => {
  phone = await aDevice(browser, { locale, viewport: viewports.phone, storageState: session });
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

const somebody = async (name: string): Promise<Somebody> => {
  people += 1;
  const person = aPerson(stack.origin, stack.inboxOrigin, `talked${people}@example.com`);
  await person.signIn();
  const body = { name, birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
  const { registrationId } = await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId: today }, body });
  await stack.drain();
  const { token } = await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today } });
  const reading = readToken(token);
  return { person, token, registrationId, idx: reading.kind === "ticket" ? await ticketIndexOf(reading.ticket.tid) : "" };
};
/** What stands at the server about somebody. */
const notesOf = async ({ registrationId }: Somebody): Promise<string[]> => {
  await stack.drain();
  const { consultations } = await colleague.call("POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening", {
    params: { visitId: today, registrationId },
    body: { reason: "시험" },
  });
  return consultations.map(({ note }: { note: string }) => note);
};

const goOffline = () => phone.context.setOffline(true);
const goOnline = () => phone.context.setOffline(false);
const at = (path: string) => `${stack.origin}/staff/visits/${today}${path}`;
/** The app and the pack of today are on the phone. */
const readyAtTheBus = async (): Promise<void> => {
  on = { page: await phone.open(`${stack.origin}/staff`), locale };
  const pack = on.page.waitForResponse((response) => response.url().endsWith("/packs"));
  await openScanner(on);
  await pack;
  await keptByWorker(on.page);
};
const letsIn = async ({ token }: Somebody): Promise<void> => {
  await on.page.goto(at("/scan"));
  await typeTicketCode(on, token);
  await seesVerdict(on, "admitted");
  await nextPerson(on);
};
const writes = async (note: string, isWalkIn = false): Promise<void> => {
  await field(on, careWords.kind).selectOption({ label: consultationKindWords.resume[locale] });
  await field(on, careWords.channel).selectOption({ label: consultationChannelWords.onsite[locale] });
  await field(on, careWords.note).fill(note);
  await on.page.getByLabel(consultationOutcomeWords.info_given[locale], { exact: true }).check();
  if (!isWalkIn) {
    await on.page.getByLabel(careWords.nextYes, { exact: true }).check();
    await field(on, careWords.nextWhat).fill("이력서 다시 보기");
  }
  await button(on, careWords.save).click();
};
const waits = (count: number) => sees(on, words.lineWaiting(count));
const nothingWaits = () => on.page.getByText(words.lineWaiting(1), { exact: true }).waitFor({ state: "detached" });

/** In the page: all that lies on the phone, as text. */
const everythingKept = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("jobstop-staff");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = async () => {
      const db = opening.result;
      const stores = [...db.objectStoreNames];
      const tx = db.transaction(stores);
      const all = stores.map(
        (name) =>
          new Promise((done) => {
            const asked = tx.objectStore(name).getAll();
            asked.onsuccess = () => done(asked.result);
          }),
      );
      const text = JSON.stringify([await Promise.all(all), { ...localStorage }, { ...sessionStorage }]);
      db.close();
      resolve(text);
    };
  });

describe("a note that is written without a network", () => {
  test("is sealed, outlives a reload and a closed tab, and is one note once there is a network", async () => {
    const hana = await somebody("나하나");
    await readyAtTheBus();
    await goOffline();
    await letsIn(hana);
    await on.page.goto(at("/notes"));
    await heading(on, words.who).waitFor();
    await picture(on.page, "notes-who");
    await on.page.locator(`a[href$="/notes/${hana.idx}"]`).click();
    await button(on, careWords.save).waitFor();
    await button(on, careWords.save).click();
    const toMend = on.page.locator(".error-summary li");
    await toMend.first().waitFor();
    expect((await toMend.allInnerTexts()).map((line) => line.split(":")[0])).toEqual([careWords.note, careWords.outcomes]);
    await picture(on.page, "notes-form-errors");
    await writes("무릎이 아파 앉아서 하는 일");
    await sees(on, words.kept);
    await waits(1);
    await picture(on.page, "notes-saved-offline");
    expect(await on.page.evaluate(everythingKept)).not.toMatch(/무릎|이력서/);

    await on.page.reload();
    await waits(1);
    await on.page.close();
    on = { page: await phone.open(`${stack.origin}/staff/notes`), locale };
    await waits(1);
    await picture(on.page, "notes-kept");
    expect(await notesOf(hana)).toEqual([]);

    await goOnline();
    await nothingWaits();
    expect(await notesOf(hana)).toEqual(["무릎이 아파 앉아서 하는 일"]);
    await on.page.reload();
    expect(await notesOf(hana)).toEqual(["무릎이 아파 앉아서 하는 일"]);
  });

  test("about a walk-in hangs on their number, and is read by who asks for it", async () => {
    await readyAtTheBus();
    await goOffline();
    await on.page.goto(at("/walk-in"));
    await on.page.getByLabel(queueWords.other, { exact: true }).check();
    await field(on, queueWords.name).fill("지나던이");
    await button(on, queueWords.give).click();
    await heading(on, queueWords.slipTitle).waitFor();
    await on.page.goto(at("/notes"));
    const first = on.page.locator(".turn a").first();
    const walkInId = (await first.getAttribute("href"))?.split("/").at(-1) ?? "";
    await first.click();
    await sees(on, words.walkInNext);
    await picture(on.page, "notes-walk-in");
    await writes("길을 묻고 가심", true);
    await sees(on, words.kept);
    await waits(1);
    await goOnline();
    await nothingWaits();
    await stack.drain();
    const { consultations } = await colleague.call("GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations", {
      params: { visitId: today, walkInId },
    });
    expect(consultations).toMatchObject([{ note: "길을 묻고 가심" }]);
    await button(on, words.earlier).click();
    await sees(on, "길을 묻고 가심");
    await picture(on.page, "notes-walk-in-read");
  });

  test("stays when the sign-in has ended, and goes with the next one", async () => {
    const dul = await somebody("나두리");
    await readyAtTheBus();
    await goOffline();
    await letsIn(dul);
    await on.page.goto(at(`/notes/${dul.idx}`));
    await writes("로그인이 끝난 뒤");
    await waits(1);
    await phone.context.clearCookies();
    phone.expectTrouble(/^401 /);
    await goOnline();
    await sees(on, staffWords[locale].outbox["sign-in"]);
    await on.page.reload();
    await waits(1);
    expect(await notesOf(dul)).toEqual([]);
    await button(on, staffWords[locale].signInToSend).click();
    await signIn(on, stack, counsellorMail);
    await nothingWaits();
    expect(await notesOf(dul)).toEqual(["로그인이 끝난 뒤"]);
    session = await phone.context.storageState();
  });
});

describe("a server in trouble", () => {
  test("that answers 503, or whose answer is lost, leaves the note on the phone, and it is one in the end", async () => {
    const set = await somebody("나서이");
    await readyAtTheBus();
    await letsIn(set);
    phone.expectTrouble(/^503 PUT /);
    phone.expectTrouble(/^net::ERR_FAILED /);
    let asked = 0;
    await on.page.route(handedIn, async (route) => {
      asked += 1;
      if (asked === 1) return route.fulfill({ status: 503, body: "busy" });
      if (asked > 2) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await on.page.goto(at(`/notes/${set.idx}`));
    await writes("두 번 보낸 말");
    await waits(1);
    await nothingWaits();
    expect(asked).toBeGreaterThan(2);
    expect(await notesOf(set)).toEqual(["두 번 보낸 말"]);
  });

  test("does not take the words that somebody types on the page of a person: they wait, sealed", async () => {
    const net = await somebody("나너이");
    await readyAtTheBus();
    await on.page.goto(at(`/people/${net.registrationId}/consultations`));
    await button(on, careWords.write).click();
    await goOffline();
    await writes("쓰는 사이에 끊김");
    await sees(on, words.keptHere);
    await waits(1);
    await picture(on.page, "notes-kept-here");
    await goOnline();
    await nothingWaits();
    expect(await notesOf(net)).toEqual(["쓰는 사이에 끊김"]);
  });
});

test("what is typed and not saved is there again, what is too long is said, and a note changed elsewhere stands beside one's own text", async () => {
  const hana = await somebody("나한결");
  await readyAtTheBus();
  await on.page.goto(at(`/people/${hana.registrationId}/consultations`));
  await button(on, careWords.write).click();
  await field(on, careWords.note).fill("적다 만 말");
  await on.page.getByLabel(consultationOutcomeWords.info_given[locale], { exact: true }).check();
  await link(on, careWords.toPerson).click();
  await heading(on, careWords.writeTitle).waitFor({ state: "detached" });
  expect(await on.page.evaluate(everythingKept)).not.toContain("적다 만 말");
  await on.page.goBack();
  await button(on, careWords.write).click();
  await sees(on, careWords.draftTitle);
  await picture(on.page, "notes-draft");
  expect(await field(on, careWords.note).inputValue()).toBe("적다 만 말");
  expect(await on.page.getByLabel(consultationOutcomeWords.info_given[locale], { exact: true }).isChecked()).toBe(true);
  await field(on, careWords.note).fill("가".repeat(2050));
  await sees(on, careWords.noteTooLong(50));
  await button(on, careWords.save).click();
  await on.page.getByRole("alert").first().waitFor();
  await picture(on.page, "notes-too-long");
  expect(await field(on, careWords.note).inputValue()).toHaveLength(2050);
  await writes("다 적은 말");
  await sees(on, careWords.saved);
  expect(await notesOf(hana)).toEqual(["다 적은 말"]);
  await button(on, careWords.correct).click();
  await field(on, careWords.note).fill("여기서 고친 말");
  const elsewhere = aPerson(stack.origin, stack.inboxOrigin, counsellorMail);
  await elsewhere.signIn();
  const params = { visitId: today, registrationId: hana.registrationId };
  const people = "/api/staff/visits/{visitId}/people/{registrationId}/consultations" as const;
  const { consultations } = await elsewhere.call(`GET ${people}`, { params });
  const [stands] = consultations;
  if (!stands) throw new Error("no note");
  const { consultationId, kind, channel, outcomes, heldAt, version: seen } = stands;
  const body = { kind, channel, outcomes, heldAt, note: "다른 창에서 고친 말", next: null, seen };
  await elsewhere.call(`PUT ${people}/{consultationId}`, { params: { ...params, consultationId }, body });
  phone.expectTrouble(/^409 PUT /);
  await button(on, careWords.save).click();
  await heading(on, careWords.newerTitle).waitFor();
  await sees(on, "다른 창에서 고친 말");
  await picture(on.page, "notes-newer");
  await button(on, careWords.save).click();
  await sees(on, careWords.saved);
  expect(await notesOf(hana)).toEqual(["여기서 고친 말"]);
});

test("a note that the server refuses stays, with why, until the counsellor drops it", async () => {
  const gone = await somebody("나가심");
  await readyAtTheBus();
  await goOffline();
  await letsIn(gone);
  await on.page.goto(at(`/notes/${gone.idx}`));
  await writes("지우고 가신 분");
  await waits(1);
  await gone.person.call("POST /api/me/erasure", {});
  await stack.drain();
  phone.expectTrouble(/^409 PUT /);
  await goOnline();
  await sees(on, words.lineRefused(1));
  await link(on, words.look).click();
  const { title, detail } = problemWords["note-of-nobody"][locale];
  await sees(on, `${title}. ${detail}`);
  await on.page.reload();
  await sees(on, words.refused);
  await picture(on.page, "notes-refused");
  await button(on, words.drop).click();
  await button(on, words.dropNo).click();
  await waits(1);
  await button(on, words.drop).click();
  await picture(on.page, "notes-drop");
  await button(on, words.dropYes).click();
  await sees(on, words.keptNone);
  await nothingWaits();
});
