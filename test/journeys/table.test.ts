import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import people from "../../infra/local/demo/people.json" with { type: "json" };
import { aPerson } from "../../infra/local/person.ts";
import { readQr } from "../../infra/local/read-qr.ts";
import { interviewOutcomeLabels } from "../../shared/copy/codes.ts";
import { deskLabelIn } from "../../shared/copy/desk-label.ts";
import { staffTablesWords } from "../../shared/copy/pages-staff-tables.ts";
import { tableWords } from "../../shared/copy/pages-table.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { readToken, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, pictures } from "../support/device.ts";
import { button, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";
import { anEventId } from "../support/tickets.ts";

/* A day of an employer at its desk: staff connect its device, it sees who is next once they are here, and says what came of it. In Korean. */

const locale = "ko" as const;
const words = tableWords[locale];
const staff = staffTablesWords[locale];
const deskLabel = "면접 1번 창구";
const deskMail = "staff1@center.example.com";
const label = (outcome: keyof typeof interviewOutcomeLabels) => interviewOutcomeLabels[outcome][locale];

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

const aPhone = async (): Promise<Device> => {
  const device = await aDevice(browser, { locale, viewport: viewports.phone });
  devices.push(device);
  return device;
};
/** What the network's coming back looks like to a page: it asks at once and not in some seconds. */
const looks = ({ page }: Speaking) => page.evaluate(() => dispatchEvent(new Event("online")));

/** The two who are due first at the desk, with their tickets, as the desk knows them. */
const firstAtDesk = async () => {
  const desk = aPerson(stack.origin, stack.inboxOrigin, deskMail);
  await desk.signIn();
  const params = { visitId: today };
  const day = await desk.call("GET /api/staff/visits/{visitId}/day", { params });
  const due = day.people
    .flatMap(({ maskedName, registrationId, bookings }) => bookings.map((booking) => ({ maskedName, registrationId, ...booking })))
    .filter(({ deskLabel: at, isMissing }) => at === deskLabel && !isMissing)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const deviceId = "phone-at-desk-1";
  await desk.call("POST /api/staff/visits/{visitId}/packs", { params, body: { deviceId } });
  const { accountId: staffId } = await desk.call("GET /api/me", {});
  const one = async ({ maskedName, deskId, registrationId, bookingId }: (typeof due)[number]) => {
    const known = people.seekers.slice(0, 16).find(({ name }) => maskName(name) === maskedName);
    if (!known) throw new Error("Nobody is due at the desk.");
    const seeker = aPerson(stack.origin, stack.inboxOrigin, known.mail);
    await seeker.signIn();
    const { code, token } = await seeker.call("GET /api/me/visits/{visitId}/ticket", { params });
    const reading = readToken(token);
    const idx = reading.kind === "ticket" ? await ticketIndexOf(reading.ticket.tid) : "";
    const arrive = () =>
      desk.call("POST /api/staff/visits/{visitId}/check-ins", {
        params,
        body: { eventId: anEventId(), deviceId, at: new Date().toISOString(), read: { by: "code", code } },
      });
    const call = () => {
      const moment = { id: anEventId(), visitId: today, staffId, deviceId, at: now(), clockOffset: 0, packRevision: 1 };
      const events = [{ v: 1, ...moment, kind: "call", of: idx, deskId }];
      return desk.call("POST /api/staff/visits/{visitId}/check-in-events", { params, body: { deviceId, events } });
    };
    const findOutcome = async () => {
      const { people: all } = await desk.call("GET /api/staff/visits/{visitId}/day", { params });
      const person = all.find((row) => row.registrationId === registrationId);
      return person?.bookings.find((booking) => booking.bookingId === bookingId)?.outcome;
    };
    return { name: known.name, maskedName, called: code.slice(0, 4), arrive, call, findOutcome };
  };
  const [first, second] = due;
  if (!first || !second) throw new Error("Two are due at the desk.");
  return [await one(first), await one(second)] as const;
};
/** A moment of the visit, whenever this runs. */
const now = () => "2026-11-26T01:06:00.000Z";

describe("the employer's device at the table", () => {
  test("is connected by the desk, shows who is next once they are here, takes the result, and is cut off", async () => {
    const [person, after] = await firstAtDesk();
    const desk = { page: await (await aPhone()).open(`${stack.origin}/staff/visits/${today}/desks`), locale };
    await signIn(desk, stack, deskMail);
    await link(desk, staff.toPair(deskLabelIn(locale, deskLabel).text)).click();
    await button(desk, staff.give).click();
    const qr = desk.page.locator(".qr");
    await qr.locator("path[d^=M]").waitFor();
    await pictures(desk, "table-staff-code");
    const [{ text: address } = { text: "" }] = await readQr(await qr.screenshot());
    expect(address).toMatch(/\/table#[0-9A-HJKMNP-TV-Z]{8}$/);

    const table = { page: await (await aPhone()).open(address), locale };
    await button(table, words.pair).waitFor();
    await pictures(table, "table-pair");
    // whoever only opens the address has connected nothing
    await sees(desk, staff.noDevices);
    await button(table, words.pair).click();
    await heading(table, words.next).waitFor();
    expect(table.page.url()).not.toContain("#");
    await sees(desk, staff.paired);
    await pictures(desk, "table-staff-paired");

    // Before somebody is here, nothing shows who they are, nor what lets them in.
    const expected = table.page.locator(".table-turn").first();
    await expected.getByText(words.notHere, { exact: true }).waitFor();
    expect(await expected.getByRole("button").count()).toBe(0);
    expect(await table.page.content()).not.toContain(person.called);
    await pictures(table, "table-before-arrival");
    await person.arrive();
    await looks(table);
    const next = table.page.locator(".table-turn").filter({ hasText: person.called });
    await next.getByText(words.state.arrived, { exact: true }).waitFor();
    expect(await table.page.content()).not.toContain(person.name);
    await button(table, `${words.look} ${person.called}`).first().click();
    await sees(table, person.name);
    await pictures(table, "table-profile");

    await after.arrive();
    await next.getByRole("button", { name: label("met"), exact: true }).click();
    await sees(table, words.noted(person.called, label("met")));
    await next.waitFor({ state: "detached" });
    // here, but neither called nor due yet: nothing can have come of it
    const theirTurn = table.page.locator(".table-turn").filter({ hasText: after.called });
    await theirTurn.getByText(words.notYet, { exact: true }).waitFor();
    const theirs = theirTurn.getByRole("button", { name: label("met"), exact: true });
    expect(await theirs.count()).toBe(0);
    await pictures(table, "table-not-yet");
    await after.call();
    await looks(table);
    // the buttons have just come to stand there: a press that was meant for something else is not about them
    await theirs.click({ force: true });
    expect(await after.findOutcome()).toBeUndefined();
    await theirs.click();
    await sees(table, words.noted(after.called, label("met")));
    await button(table, `${words.correct} ${after.called}`).click();
    await button(table, `${words.takeBack} ${after.called}`).click();
    await sees(table, words.takenBack(after.called));
    await theirTurn.waitFor();
    expect(await after.findOutcome()).toBeUndefined();
    expect(await table.page.content()).not.toContain(person.name);
    await button(table, `${words.correct} ${person.called}`).click();
    await pictures(table, "table-correct");
    const opened = table.page.locator(".table-open");
    await opened.getByRole("button", { name: label("hired"), exact: true }).click();
    await sees(table, words.noted(person.called, label("hired")));
    await opened.getByRole("button", { name: label("hired"), exact: true, pressed: true }).waitFor();
    // the language is changed at the table, too
    await table.page.goto(`${stack.origin}/en/table`);
    const english = { page: table.page, locale: "en" as const };
    await heading(english, tableWords.en.next).waitFor();
    await pictures(english, "table-english");
    await table.page.goto(`${stack.origin}/table`);

    const day = { page: await devices[0]?.open(`${stack.origin}/staff/visits/${today}`), locale } as Speaking;
    await day.page.getByRole("listitem").filter({ hasText: person.maskedName }).getByText(label("hired")).waitFor();
    await pictures(day, "table-staff-day");

    await desk.page.getByRole("button", { name: staff.end }).click();
    await desk.page.getByText(staff.endedAt("").trim()).waitFor();
    await looks(table);
    await heading(table, words.ended).waitFor();
    expect(await table.page.content()).not.toContain(person.called);
    await pictures(table, "table-ended");
  });
});
