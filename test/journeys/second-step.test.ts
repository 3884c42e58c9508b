import { TOTP } from "otpauth";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountWords } from "../../shared/copy/account.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { secondStepWords } from "../../shared/copy/second-step.ts";
import { signInsWords } from "../../shared/copy/sign-ins.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { enrolPasskeyIn, signInByCode } from "../support/sign-in.ts";
import { aStack, grant, passTime, type Stack } from "../support/stack.ts";

/* Somebody of the desk who was just invited: a passkey, an app beside it, out and in again, and the second device ended. In Korean, on a phone. */

const locale = "ko" as const;
const words = secondStepWords[locale];
const own = accountWords[locale];
const mail = "new@center.example.com";

let stack: Stack;
let browser: Browser;
const devices: Device[] = [];

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack("2026-11-26T00:00:00.000Z"), openChromium({})]);
  await grant(mail, "오서린", ["desk"]);
});
afterAll(async () => {
  for (const device of devices) expect(device.trouble()).toEqual([]);
  await browser?.close();
  await stack?.stop();
});

const aPhone = async (): Promise<Speaking> => {
  const device = await aDevice(browser, { locale, viewport: viewports.phone });
  devices.push(device);
  return { page: await device.open(`${stack.origin}/staff`), locale };
};
const isIn = (on: Speaking) => heading(on, staffWords[locale].visitsTitle).waitFor();
const signOut = async (on: Speaking): Promise<void> => {
  await button(on, staffWords[locale].signOut).click();
};

let phone: Speaking;
let secret: string;
let recoveryCodes: string[];

test("after the mailed code they make a passkey, and keep the recovery codes", async () => {
  phone = await aPhone();
  await signInByCode(phone, stack, mail);
  await heading(phone, words.enrolTitle).waitFor();
  await picture(phone.page, "second-step-1-enrol");
  recoveryCodes = await enrolPasskeyIn(phone);
  expect(recoveryCodes).toHaveLength(10);
  await isIn(phone);
});

test("they set up an app beside it", async () => {
  await link(phone, own.link).click();
  await heading(phone, own.title).waitFor();
  await button(phone, own.addOne).click();
  await button(phone, words.useTotp).click();
  secret = (await phone.page.locator(".secret").innerText()).replaceAll(" ", "");
  await picture(phone.page, "second-step-2-app");
  await field(phone, words.totpCode).fill(new TOTP({ secret }).generate({ timestamp: Date.now() }));
  await button(phone, words.totpConfirm).click();
  await sees(phone, own.added);
  await picture(phone.page, "second-step-3-account");
});

test("signed out and in again, the passkey lets them in", async () => {
  await signOut(phone);
  await signInByCode(phone, stack, mail);
  await heading(phone, words.proveTitle).waitFor();
  await picture(phone.page, "second-step-4-prove");
  await button(phone, words.usePasskey).click();
  // Where they were.
  await heading(phone, own.title).waitFor();
});

test("on a device without the passkey the code of the app does, and a recovery code where that is used up", async () => {
  const computer = await aPhone();
  await signInByCode(computer, stack, mail);
  await field(computer, words.totpCode).waitFor();
  // One span of 30 seconds on: the code of now may be the one that enrolled it.
  await field(computer, words.totpCode).fill(new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 }));
  await button(computer, words.prove).click();
  await isIn(computer);
  await signOut(computer);
  // An address gets three codes in a quarter of an hour.
  passTime("2026-11-26T00:20:00.000Z");
  await signInByCode(computer, stack, mail);
  await button(computer, words.useRecovery).click();
  await field(computer, words.recoveryCode).fill((recoveryCodes[0] ?? "").toLowerCase());
  await button(computer, words.prove).click();
  await isIn(computer);
});

test("on the phone they see the computer among their sign-ins, and end it", async () => {
  await phone.page.goto(`${stack.origin}/staff/account`);
  await button(phone, signInsWords[locale].endOthers).click();
  await sees(phone, signInsWords[locale].othersEnded);
  await picture(phone.page, "second-step-5-ended");
  const [, computer] = devices;
  computer?.expectTrouble(/^401 GET /);
  const [page] = computer?.context.pages() ?? [];
  await page?.reload();
  await page?.getByRole("heading", { name: "로그인", exact: true }).waitFor();
});
