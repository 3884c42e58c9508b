import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { qrPng } from "../../functions/tickets/qr-image.ts";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffOfflineWords } from "../../shared/copy/pages-staff-offline.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { TicketToken } from "../../shared/domain/ticket-token.ts";
import { writeCameraClip } from "../support/camera-clip.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, keptByWorker, picture } from "../support/device.ts";
import { heading, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import { aStack, type Stack } from "../support/stack.ts";
import { seesVerdict } from "./desk.ts";

/* A ticket that is held in front of the camera of a phone that really has no network. */

const locale = "ko" as const;
const name = "남궁해";

let stack: Stack;
let seeker: Person;
let visitId: string;
const browsers: Browser[] = [];
const scratch = mkdtempSync(join(tmpdir(), "jobstop-camera-"));
beforeAll(async () => {
  stack = await aStack("2026-11-26T01:05:00.000Z");
  await seedDemoSeason(stack);
  seeker = aPerson(stack.origin, stack.inboxOrigin, "camera@example.com");
  await seeker.signIn();
  const asked = await seeker.call("GET /api/public/visits", {});
  visitId = asked.visits.find((visit) => visit.date === asked.today)?.visitId ?? "";
  const body = { name, birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
  await seeker.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body });
  await stack.drain();
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await stack?.stop();
  rmSync(scratch, { recursive: true, force: true });
});
const opened = async (browser: Promise<Browser>): Promise<Browser> => {
  browsers.push(await browser);
  return browser;
};

test("is read, judged on the phone and shown in green with the masked name; online again it is the arrival", async () => {
  const { token } = await seeker.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId } });
  const clip = join(scratch, "ticket.y4m");
  const drawing = await opened(openChromium());
  await writeCameraClip(clip, Buffer.from(await qrPng(TicketToken.parse(token))), await drawing.newPage());

  const phone = await aDevice(await opened(openChromium({ clip })), { locale, viewport: viewports.phone });
  phone.expectTrouble(/^net::ERR_INTERNET_DISCONNECTED /);
  const on = { page: await phone.open(`${stack.origin}/staff`), locale };
  await signIn(on, stack, "staff1@center.example.com");
  await heading(on, staffWords[locale].visitsTitle).waitFor();
  // the page before departure loads pack and worker, and leaves the camera alone
  const pack = on.page.waitForResponse((response) => response.url().endsWith("/packs"));
  await on.page.goto(`${stack.origin}/staff/visits/${visitId}/ready`);
  await pack;
  await sees(on, staffOfflineWords[locale].clockGood);
  await keptByWorker(on.page);

  await phone.context.setOffline(true);
  await on.page.goto(`${stack.origin}/staff/visits/${visitId}/scan`);
  await seesVerdict(on, "admitted");
  await sees(on, maskName(name));
  await sees(on, staffWords[locale].judgedHere);
  await picture(on.page, "offline-camera");
  expect(await arrival()).toBeNull();

  await phone.context.setOffline(false);
  await sees(on, staffWords[locale].outboxNone);
  expect(await arrival()).not.toBeNull();
  expect(phone.trouble()).toEqual([]);
});

const arrival = async (): Promise<string | null> =>
  (await seeker.call("GET /api/me/registrations", {})).registrations[0]?.arrivedAt ?? null;
