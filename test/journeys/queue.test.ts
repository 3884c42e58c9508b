import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPerson } from "../../infra/local/person.ts";
import { boardWords } from "../../shared/copy/pages-seeker/board.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffFindWords } from "../../shared/copy/pages-staff-find.ts";
import { staffOfflineWords } from "../../shared/copy/pages-staff-offline.ts";
import { staffQueueWords } from "../../shared/copy/pages-staff-queue.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, keptByWorker, picture } from "../support/device.ts";
import { button, field, heading, isOnScreen, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";
import { seesVerdict, typeTicketCode } from "./desk.ts";

/* The queue at the bus over two phones, one of them without a network, the screen that calls, and the phone of who waits. In Korean. */

const locale = "ko" as const;
const words = staffQueueWords[locale];
const calls = boardWords[locale];
const find = staffFindWords[locale];
const deskMail = "staff1@center.example.com";

let stack: Stack;
let browser: Browser;
let today: string;
const devices: Device[] = [];

beforeAll(async () => {
  ({ stack, browser, today } = await aBusDay());
});
afterAll(async () => {
  for (const device of devices) expect(device.trouble()).toEqual([]);
  await browser?.close();
  await stack?.stop();
});

const aPhone = async (viewport: (typeof viewports)[keyof typeof viewports] = viewports.phone): Promise<Device> => {
  const device = await aDevice(browser, { locale, viewport });
  // What having no network looks like to the page.
  device.expectTrouble(/^net::ERR_INTERNET_DISCONNECTED /);
  devices.push(device);
  return device;
};
/** A page of staff, signed in, with the pack of today's visit on the phone and the app kept by its worker. */
const atTheDesk = async (phone: Device, page: string, mail = deskMail): Promise<Speaking> => {
  const on = { page: await phone.open(`${stack.origin}/staff/visits/${today}/${page}`), locale };
  const pack = on.page.waitForResponse((response) => response.url().endsWith("/packs") && response.ok());
  await signIn(on, stack, mail);
  await pack;
  await keptByWorker(on.page);
  return on;
};
/** What the network's coming back looks like to a page: it asks at once and not in some seconds. */
const looks = ({ page }: Speaking) => page.evaluate(() => dispatchEvent(new Event("online")));

const givesNumber = async (on: Speaking, name: string, phone?: string): Promise<string> => {
  await on.page.getByLabel(words.other, { exact: true }).check();
  await field(on, words.name).fill(name);
  if (phone) await field(on, words.phone, { optional: true }).fill(phone);
  await button(on, words.give).click();
  const number = on.page.locator(".slip-number [aria-hidden]");
  await number.waitFor();
  return (await number.textContent()) ?? "";
};

describe("somebody who comes without a registration", () => {
  test("gets a number on a phone without a network; another phone calls and serves them, and everybody sees it", async () => {
    const offline = await aPhone();
    const entrance = await atTheDesk(offline, "walk-in");
    const desk = await atTheDesk(await aPhone(), "desk-board");
    await heading(desk, words.boardTitle).waitFor();

    await offline.context.setOffline(true);
    await entrance.page.reload();
    await button(entrance, words.give).waitFor();
    const number = await givesNumber(entrance, "도라지");
    expect(number).toMatch(/^[A-Z]-001$/);
    // the form was longer than the screen: the number is what is seen
    await expect.poll(() => isOnScreen(entrance.page.locator(".slip-number"))).toBe(true);
    await sees(entrance, `“${number.startsWith("A") ? "에이" : "비"} 일번”`);
    await picture(entrance.page, "queue-slip");
    // on paper nothing but the slip
    await entrance.page.emulateMedia({ media: "print" });
    const printed = await entrance.page.evaluate(() =>
      [...document.body.querySelectorAll("header, footer, button, h1, .slip, .outbox")]
        .filter((element) => element.checkVisibility())
        .map((element) => element.className),
    );
    expect(printed).toEqual(["slip"]);
    await picture(entrance.page, "queue-slip-printed");
    await entrance.page.emulateMedia({ media: null });
    await entrance.page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await button(entrance, words.print).click();
    await entrance.page.locator("body[data-printed]").waitFor();

    await entrance.page.reload();
    const second = await givesNumber(entrance, "미나리", "010-0000-0177");
    expect(second).toBe(number.replace("001", "002"));

    // the screen that calls works on this phone, too
    const dead = await entrance.page.context().newPage();
    await dead.goto(`${stack.origin}/staff/visits/${today}/call-board`);
    await dead.locator(".board-line", { hasText: second }).waitFor();
    await dead.close();

    const waiter = { page: await (await aPhone()).open(`${stack.origin}/number?visit=${today}&n=${number}`), locale };
    await heading(waiter, calls.unknown).waitFor();
    await offline.context.setOffline(false);
    await sees(entrance, staffWords[locale].outboxNone);

    const screen = { page: await (await aPhone(viewports.desk)).open(`${stack.origin}/board?visit=${today}`), locale };
    await screen.page.locator(".board-line", { hasText: number }).waitFor();
    await heading(waiter, calls.waiting(0)).waitFor();

    await looks(desk);
    // whoever gave a number can be called before their turn
    await button(desk, words.names).click();
    await link(desk, `${words.phoneCall("010-0000-0177")} ${second}`).waitFor();
    await picture(desk.page, "queue-desk-board-names");
    await button(desk, `${words.call} ${number}`).click();
    await button(desk, `${words.serve} ${number}`).waitFor();
    await picture(desk.page, "queue-desk-board");
    await screen.page.locator(".board-desk-calls .board-now", { hasText: number }).waitFor();
    await picture(screen.page, "queue-call-board");
    await heading(waiter, calls.calledNow).waitFor();
    expect(await waiter.page.title()).toBeTruthy();
    await picture(waiter.page, "queue-number-called");

    await button(desk, `${words.serve} ${number}`).click();
    await button(desk, `${words.done} ${number}`).waitFor();
    await heading(waiter, calls.servingNow).waitFor();
    // a wrong press is taken back by one press
    await button(desk, `${words.undo} ${words.did.serve(number)}`).click();
    await button(desk, `${words.serve} ${number}`).click();
    await button(desk, `${words.done} ${number}`).click();
    await heading(waiter, calls.over).waitFor();
  });
});

describe("somebody with a ticket and no time", () => {
  test("is checked in by its code, waits at the desk that is free first, and is called by half of it", async () => {
    const person = aPerson(stack.origin, stack.inboxOrigin, "by-code@example.com");
    await person.signIn();
    const body = { name: "김하늘", birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
    await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId: today }, body });
    await stack.drain();
    const { code } = await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today } });
    const entrance = await atTheDesk(await aPhone(), "walk-in");
    await entrance.page.getByLabel(words.withTicket, { exact: true }).check();
    await field(entrance, words.code).fill(code);
    await button(entrance, words.admit).click();
    const label = code.slice(0, 4);
    await entrance.page.locator(".slip-number", { hasText: label }).waitFor();
    await sees(entrance, staffWords[locale].outboxNone);
    const screen = { page: await (await aPhone(viewports.desk)).open(`${stack.origin}/board?visit=${today}`), locale };
    await screen.page.locator(".board-line", { hasText: label }).waitFor();
  });

  test("checked in at the scanner, hears what they are called by and is sent to a desk from there", async () => {
    const person = aPerson(stack.origin, stack.inboxOrigin, "from-scan@example.com");
    await person.signIn();
    const body = { name: "한마루", birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
    await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId: today }, body });
    await stack.drain();
    const { code } = await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today } });
    const label = code.slice(0, 4);
    const scan = await atTheDesk(await aPhone(), "walk-in", "staff3@center.example.com");
    await link(scan, words.toScan).click();
    await typeTicketCode(scan, code);
    await seesVerdict(scan, "admitted-by-code");
    await sees(scan, staffWords[locale].calledBy(label));
    await picture(scan.page, "queue-verdict-no-time");
    // in no line yet, and told so
    const waiter = { page: await (await aPhone()).open(`${stack.origin}/number?visit=${today}&n=${label}`), locale };
    await heading(waiter, calls.here).waitFor();
    await sees(waiter, calls.hereHint);
    // the line about who was let in last lies under the verdict
    await link(scan, staffOfflineWords[locale].sendToDesk).last().click();
    await heading(scan, words.sendTo).waitFor();
    // not at an employer's desk: they have come for no interview
    expect(await scan.page.locator("label.choice", { has: scan.page.locator("input:checked") }).textContent()).toContain("상담 1번");
    await picture(scan.page, "queue-send");
    await button(scan, words.sendTo).click();
    await scan.page.locator(".slip-number", { hasText: label }).waitFor();
    await heading(waiter, calls.waiting(0))
      .or(heading(waiter, calls.waiting(1)))
      .or(heading(waiter, calls.waiting(2)))
      .waitFor();
    await button(scan, words.nextPerson).click();
    await field(scan, staffWords[locale].codeLabel).waitFor();
  });

  test("is recognised by name where they have no code at hand, when they want to be", async () => {
    const person = aPerson(stack.origin, stack.inboxOrigin, "by-name@example.com");
    await person.signIn();
    const body = {
      name: "선우라온",
      birthYear: 1970,
      phone: "010-0000-0178",
      locale,
      noticeVersion: currentConsentVersion.service_core,
      beforeBooking: false,
    };
    await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId: today }, body });
    await stack.drain();
    const { code } = await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today } });
    // one address takes three codes in a quarter of an hour
    const entrance = await atTheDesk(await aPhone(), "walk-in", "staff2@center.example.com");
    await entrance.page.getByLabel(words.withTicket, { exact: true }).check();
    await button(entrance, words.useName).click();
    await field(entrance, find.text).fill("0178");
    await button(entrance, find.search).click();
    await picture(entrance.page, "queue-by-name");
    await button(entrance, `${find.admit}, 선○○온, ${find.phoneEnd("0178")}`).click();
    await entrance.page.locator(".slip-number", { hasText: code.slice(0, 4) }).waitFor();
    await sees(entrance, staffWords[locale].outboxNone);
    const { registrations } = await person.call("GET /api/me/registrations", {});
    expect(registrations[0]?.arrivedAt).not.toBeNull();
  });
});
