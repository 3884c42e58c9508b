import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { liveDeps } from "../../functions/platform/deps.ts";
import { ticketKey } from "../../functions/platform/keys.ts";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffOfflineWords } from "../../shared/copy/pages-staff-offline.ts";
import { verdictWords } from "../../shared/copy/verdicts.ts";
import type { Verdict } from "../../shared/domain/check-in.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, heading, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import { aStack, type Stack } from "../support/stack.ts";
import { withByte } from "../support/tickets.ts";
import { nextPerson, openScanner, seesVerdict, typeTicketCode } from "./desk.ts";

/* The desk at a place without a network, in a real browser that really has none. In Korean, on a phone. */

const locale = "ko" as const;
const words = staffWords[locale];
const offlineWords = staffOfflineWords[locale];
const deskMail = "staff1@center.example.com";
const eventsPath = /\/check-in-events$/;

type Ticket = { token: string; code: string; person: Person };

let stack: Stack;
let browser: Browser;
let phone: Device;
let on: Speaking;
let today: string;
let next: string;
let people = 0;

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack("2026-11-26T01:05:00.000Z"), openChromium({})]);
  await seedDemoSeason(stack);
  await stack.drain();
  const asked = await aPerson(stack.origin, stack.inboxOrigin, "anybody@example.com").call("GET /api/public/visits", {});
  today = asked.visits.find((visit) => visit.date === asked.today)?.visitId ?? "";
  next = asked.visits.find((visit) => visit.date > asked.today && visit.state === "open")?.visitId ?? "";
});
beforeEach(async () => {
  phone = await aDevice(browser, { locale, viewport: viewports.phone });
  // What having no network looks like to the page.
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

/** The ticket of somebody new. */
const aTicket = async (visitId: string, name: string): Promise<Ticket> => {
  people += 1;
  const person = aPerson(stack.origin, stack.inboxOrigin, `offline${people}@example.com`);
  await person.signIn();
  const body = { name, birthYear: 1970, locale, noticeVersion: "2026-11", beforeBooking: false };
  await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body });
  await stack.drain();
  return { person, ...(await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId } })) };
};
const arrivalOf = async ({ person }: Ticket): Promise<string | null> => {
  const { registrations } = await person.call("GET /api/me/registrations", {});
  return registrations[0]?.arrivedAt ?? null;
};
/** As cancelling and issuing anew leave it in the table. */
const change = async ({ code }: Ticket, attribute: "status" | "gen", value: unknown) => {
  const { db } = liveDeps("tests");
  await db.doc.send(
    new UpdateCommand({
      TableName: db.table,
      Key: ticketKey(VisitId.parse(today), code.replace(" ", "")),
      UpdateExpression: "SET #attribute = :value",
      ExpressionAttributeNames: { "#attribute": attribute },
      ExpressionAttributeValues: { ":value": value },
    }),
  );
};

/** The scanner of today's visit, with its pack on the phone and the app kept by its worker. */
const readyAtTheBus = async (): Promise<void> => {
  on = { page: await phone.open(`${stack.origin}/staff`), locale };
  await signIn(on, stack, deskMail);
  const pack = on.page.waitForResponse((response) => response.url().endsWith("/packs"));
  await openScanner(on);
  await pack;
  await on.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
};
const goOffline = () => phone.context.setOffline(true);
const goOnline = () => phone.context.setOffline(false);
const showsTicket = async (text: string, verdict: Verdict): Promise<void> => {
  await typeTicketCode(on, text);
  await seesVerdict(on, verdict);
};
/** Reads the verdict and makes room for the next person. */
const scans = async (text: string, verdict: Verdict): Promise<void> => {
  await showsTicket(text, verdict);
  await nextPerson(on);
};
const waiting = (count: number) => sees(on, count === 0 ? words.outboxNone : words.outboxWaiting(count));

describe("at a place without a network", () => {
  test("the app opens, judges ten scans, keeps them through a closed tab, and hands each in once", async () => {
    const [good, second, cancelled, superseded, byCode] = [
      await aTicket(today, "김하늘"),
      await aTicket(today, "박노을"),
      await aTicket(today, "최가람"),
      await aTicket(today, "한바다"),
      await aTicket(today, "윤슬기"),
    ];
    const elsewhere = await aTicket(next, "오다른");
    await change(cancelled, "status", "cancelled");
    await change(superseded, "gen", 2);
    await readyAtTheBus();
    const unknown = await aTicket(today, "이새롬");

    await goOffline();
    await on.page.reload();
    await heading(on, words.scanTitle).or(on.page.locator(".scan-title")).first().waitFor();
    await showsTicket(good.token, "admitted");
    await sees(on, "김○늘");
    await picture(on.page, "offline-admitted");
    await nextPerson(on);
    await scans(second.token, "admitted");
    await showsTicket(cancelled.token, "cancelled");
    await picture(on.page, "offline-cancelled");
    await nextPerson(on);
    await scans(superseded.token, "superseded");
    await scans(elsewhere.token, "other-visit");
    await scans(
      withByte(good.token, 60, (byte) => byte ^ 1),
      "forged",
    );
    await scans(good.token, "already-arrived");
    await scans(byCode.code, "admitted-by-code");
    await scans(unknown.token, "issued-since");
    await scans("00000000", "unknown-code");
    await waiting(10);
    await picture(on.page, "offline-ten");

    await on.page.close();
    on = { page: await phone.open(`${stack.origin}/staff/visits/${today}/scan`), locale };
    await waiting(10);
    // what was done before the tab was closed is known
    await scans(byCode.token, "already-arrived");
    await waiting(11);

    const uploads = uploadsOf(on.page);
    await goOnline();
    await waiting(0);
    expect(uploads.flat().length).toBe(11);
    expect(new Set(uploads.flat()).size).toBe(11);
    for (const arrived of [good, second, byCode, unknown]) expect(await arrivalOf(arrived)).not.toBeNull();
    for (const refused of [cancelled, superseded]) expect(await arrivalOf(refused)).toBeNull();
  });
});

/** Ids of the events that each upload carried. */
const uploadsOf = (page: Page): string[][] => {
  const uploads: string[][] = [];
  page.on("request", (request) => {
    if (!eventsPath.test(request.url())) return;
    const { events } = request.postDataJSON() as { events: { id: string }[] };
    uploads.push(events.map(({ id }) => id));
  });
  return uploads;
};
