import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffReasons } from "../../shared/copy/pages-staff-reasons.ts";
import { staffReconcileWords } from "../../shared/copy/pages-staff-reconcile.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { readToken, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import { aStack, type Stack } from "../support/stack.ts";
import { anEventId } from "../support/tickets.ts";

/* Two phones come back into the network and do not agree; the lead settles it, and reports one of them lost. In Korean, on a phone. */

const locale = "ko" as const;
const words = staffReconcileWords[locale];
const now = "2026-11-26T05:05:00.000Z";

let stack: Stack;
let browser: Browser;
let device: Device;
let today: string;
let colleague: Person;

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack(now), openChromium({})]);
  await seedDemoSeason(stack);
  await stack.drain();
  colleague = aPerson(stack.origin, stack.inboxOrigin, "staff2@center.example.com");
  await colleague.signIn();
  const asked = await colleague.call("GET /api/public/visits", {});
  today = asked.visits.find((visit) => visit.date === asked.today)?.visitId ?? "";
  device = await aDevice(browser, { locale, viewport: viewports.phone });
});
afterAll(async () => {
  expect(device?.trouble()).toEqual([]);
  await browser?.close();
  await stack?.stop();
});

const params = () => ({ visitId: today });
const aTicket = async (name: string, mail: string) => {
  const person = aPerson(stack.origin, stack.inboxOrigin, mail);
  await person.signIn();
  const body = { name, birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
  await person.call("PUT /api/me/visits/{visitId}/registration", { params: params(), body });
  await stack.drain();
  const { token } = await person.call("GET /api/me/visits/{visitId}/ticket", { params: params() });
  const reading = readToken(token);
  return { person, idx: reading.kind === "ticket" ? await ticketIndexOf(reading.ticket.tid) : "" };
};
const loads = (deviceId: string) => colleague.call("POST /api/staff/visits/{visitId}/packs", { params: params(), body: { deviceId } });
/** As a phone without a network wrote it down, handed in. */
const handsIn = async (deviceId: string, idx: string, at: string) => {
  const { accountId: staffId } = await colleague.call("GET /api/me", {});
  const event = {
    ...{ v: 1, kind: "admit", id: anEventId(), visitId: today, staffId, deviceId, at, clockOffset: 0, packRevision: 1 },
    ...{ idx, gen: 1, verdict: "admitted", reentry: false },
  };
  const { answers } = await colleague.call("POST /api/staff/visits/{visitId}/check-in-events", {
    params: params(),
    body: { deviceId, events: [event] },
  });
  return answers[0]?.result;
};
const arrivalOf = async ({ person }: { person: Person }) =>
  (await person.call("GET /api/me/registrations", {})).registrations[0]?.arrivedAt ?? null;

test("a pair is seen from the day, settled with a reason; what a lost phone sends waits and is counted", async () => {
  const [twice, late] = [await aTicket("선우라온", "twice@example.com"), await aTicket("김하늘", "late@example.com")];
  for (const phone of ["phone-a-0001", "phone-b-0002"]) await loads(phone);
  await handsIn("phone-a-0001", twice.idx, "2026-11-26T05:03:00.000Z");
  await handsIn("phone-b-0002", twice.idx, "2026-11-26T05:01:00.000Z");

  const on: Speaking = { page: await device.open(`${stack.origin}/staff/visits/${today}`), locale };
  await signIn(on, stack, "staff1@center.example.com");
  await heading(on, staffWords[locale].peopleTitle).waitFor();
  await link(on, words.link(1)).click();
  await sees(on, words.waits(1));
  const pair = on.page.locator(".pair li");
  expect(await pair.allInnerTexts()).toEqual([
    expect.stringMatching(/먼저\s+오후 2시 1분\s+기기 B/),
    expect.stringMatching(/나중\s+오후 2시 3분\s+기기 A/),
  ]);
  await picture(on.page, "reconcile-pair");
  await on.page.getByRole("button", { name: new RegExp(`^${words.settle}, 선○○온`) }).click();
  await on.page.getByLabel(staffReasons.settle[0].ko, { exact: true }).check();
  await button(on, words.settleNow).click();
  await sees(on, words.allGood);
  await sees(on, words.done(1));
  expect(await arrivalOf(twice)).toBe("2026-11-26T05:01:00.000Z");

  await button(on, `${words.device("B")}: ${words.lost}`).click();
  await sees(on, words.lostWhat(words.device("B"))[1] ?? "");
  await picture(on.page, "reconcile-lost");
  await button(on, words.lostNow).click();
  await sees(on, words.lostDone(words.device("B")));
  // Whoever had it was signed out.
  await colleague.signIn();
  expect(await handsIn("phone-b-0002", late.idx, "2026-11-26T05:04:00.000Z")).toBe("quarantined");
  await on.page.reload();
  await sees(on, words.why["device-revoked"]);
  await picture(on.page, "reconcile-aside");
  await on.page.getByRole("button", { name: new RegExp(`^${words.count}, `) }).click();
  await on.page.getByLabel(staffReasons.count[1].ko, { exact: true }).check();
  await button(on, words.count).click();
  await sees(on, words.allGood);
  expect(await arrivalOf(late)).toBe("2026-11-26T05:04:00.000Z");
});
