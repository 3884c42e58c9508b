import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPerson } from "../../infra/local/person.ts";
import { managerKeysWords } from "../../shared/copy/pages-manager-keys.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { staffDayWords } from "../../shared/copy/pages-staff-day.ts";
import { staffReasons } from "../../shared/copy/pages-staff-reasons.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import { grant, type Stack } from "../support/stack.ts";

/* A QR code that is in other hands: its owner takes a new one, staff make one for somebody, and the manager changes the visit's key. In English. */

const locale = "en" as const;
const mail = "anna.berg@example.com";

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

const opens = async (path: string, viewport: (typeof viewports)[keyof typeof viewports] = viewports.phone): Promise<Speaking> => {
  const device = await aDevice(browser, { locale, viewport });
  devices.push(device);
  return { page: await device.open(`${stack.origin}${path}`), locale };
};

test("the owner sees the new one in place of the old, and gets it by mail; staff do the same for them", async () => {
  const person = aPerson(stack.origin, stack.inboxOrigin, mail, locale);
  await person.signIn();
  const body = { name: "Anna Berg", birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
  await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId: today }, body });
  await stack.drain();
  const genNow = async () => (await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today } })).gen;

  const own = await opens(`/en/my/ticket?visit=${today}`);
  await signIn(own, stack, mail);
  const words = mineWords[locale];
  const image = own.page.getByRole("img", { name: words.ticketImage });
  const before = await image.innerHTML();
  await button(own, words.renew).click();
  await picture(own.page, "new-code-ask");
  await own.page.getByRole("dialog").getByRole("button", { name: words.renew, exact: true }).click();
  await sees(own, words.renewed);
  await picture(own.page, "new-code-own");
  expect(await image.innerHTML()).not.toBe(before);
  expect(await genNow()).toBe(2);

  const { registrations } = await person.call("GET /api/me/registrations", {});
  const staff = await opens(`/staff/visits/${today}/people/${registrations[0]?.registrationId}`);
  const day = staffDayWords[locale];
  await signInAs(staff, "staff1@center.example.com");
  await link(staff, day.renew).click();
  await staff.page.getByLabel(staffReasons.renew[1][locale], { exact: true }).check();
  await picture(staff.page, "new-code-staff");
  await button(staff, day.renewNow).click();
  await sees(staff, day.renewed);
  await stack.drain();
  expect(await genNow()).toBe(3);
  const mails = stack.mailbox.list({ to: mail }).filter(({ subject }) => subject === "Your new QR code for check-in");
  expect(mails).toHaveLength(2);
});

/** Staff pages start in Korean. */
const signInAs = async (on: Speaking, address: string) => {
  await on.page.getByRole("button", { name: "English", exact: true }).click();
  await signIn(on, stack, address);
};

test("the manager changes the key after reading what it does", async () => {
  const on = await opens(`/console/visits/${today}`, viewports.desk);
  await grant("lead@center.example.com", "오세영", ["manager"]);
  await signInAs(on, "lead@center.example.com");
  const words = managerKeysWords[locale];
  await button(on, words.rotate).click();
  await sees(on, words.what[1] ?? "");
  await picture(on.page, "new-code-key");
  await button(on, words.now).click();
  await sees(on, words.done);
  await stack.drain();
  const colleague = aPerson(stack.origin, stack.inboxOrigin, "staff2@center.example.com");
  await colleague.signIn();
  const pack = await colleague.call("POST /api/staff/visits/{visitId}/packs", {
    params: { visitId: today },
    body: { deviceId: "phone-a-0001" },
  });
  expect(pack.keys.map(({ kid }) => kid)).toEqual([0, 1]);
});
