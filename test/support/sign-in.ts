import { isIPv4 } from "node:net";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { keysOf } from "../../infra/local/person.ts";
import { secondStepWords } from "../../shared/copy/second-step.ts";
import { signInWords } from "../../shared/copy/sign-in.ts";
import { uiWords } from "../../shared/copy/ui.ts";
import type { SecondStep } from "../../shared/domain/second-step.ts";
import { button, field, type Speaking } from "./page-words.ts";
import { lastMailId, nextMail, type Stack } from "./stack.ts";
import { aFreshDevice, holdPasskey } from "./virtual-passkey.ts";

const findCode = (text: string): string | undefined => /\b\d{6}\b/.exec(text)?.[0];

/** The code that a sign-in mail says. */
export const codeIn = (text: string): string => {
  const code = findCode(text);
  if (!code) throw new Error("The mail has no code.");
  return code;
};

/** The code of the first sign-in mail after another mail; what else is told meanwhile (a new app, a role) is passed over. */
const nextCode = async (stack: Stack, to: string, after: string): Promise<string> => {
  const mail = await nextMail(stack, to, after);
  return findCode(mail.text) ?? nextCode(stack, to, mail.id);
};

/** Console and staff pages start in Korean, and remember on this device what was chosen. */
export const chooseLanguage = async ({ page, locale }: Speaking): Promise<void> => {
  if (locale === "en") await page.getByRole("button", { name: uiWords.ko.otherLanguage, exact: true }).click();
  await page.locator(`html[lang=${locale}]`).waitFor();
};

/** Types the address where the sign-in form is shown, asks for the code, and answers it from the mail. */
const askForCode = async (speaking: Speaking, stack: Stack, mail: string): Promise<string> => {
  const words = signInWords[speaking.locale];
  const before = lastMailId(stack, mail);
  await field(speaking, words.mail).fill(mail);
  await button(speaking, words.sendCode).click();
  await field(speaking, words.code).waitFor();
  return nextCode(stack, mail, before);
};

/** Asks the API as the page itself would. */
const callIn = async <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([how, where, what]) => {
      const init = {
        method: how,
        ...(what !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(what) }),
      };
      const response = await fetch(where, init);
      const answer = await response.json();
      if (!response.ok) throw new Error(`${how} ${where}: ${response.status} ${JSON.stringify(answer)}`);
      return answer;
    },
    [method, path, body] as const,
  );

/** Signs in by a mailed code where the form is shown, and no further. */
export const signInByCode = async (speaking: Speaking, stack: Stack, mail: string): Promise<void> => {
  const code = await askForCode(speaking, stack, mail);
  await typeCode(speaking, code);
};

/**
 * Signs in where the form is shown, with the second step where one is due. Who has no passkey yet is given one past the page; whoever has one shows it as people
 * do, but at an address of digits, where no browser can.
 */
export const signIn = async (speaking: Speaking, stack: Stack, mail: string): Promise<void> => {
  const { page } = speaking;
  const asked = page.waitForResponse("**/api/second-step/factors").catch(() => null); // who needs no second step is not asked for one
  await signInByCode(speaking, stack, mail);
  await takeSecondStep(speaking, stack, mail, asked);
};

/** Taken once the page has `asked` for it: its question would come with the session from before the step. */
const takeSecondStep = async (speaking: Speaking, stack: Stack, mail: string, asked: Promise<unknown>): Promise<void> => {
  const { page, locale } = speaking;
  const me = await callIn<{ secondStep: SecondStep }>(page, "GET", "/api/me");
  const keys = keysOf(stack.origin);
  const passkey = keys.find(mail);
  const isByName = !isIPv4(new URL(stack.origin).hostname);
  if (me.secondStep === "prove" && passkey && isByName) {
    await holdPasskey(page, passkey);
    const proved = page.waitForResponse(/\/second-step\/proofs\/passkey$/);
    await button(speaking, secondStepWords[locale].usePasskey).click();
    expect((await proved).status()).toBe(200);
  } else if (me.secondStep === "enrol" || me.secondStep === "prove") {
    await asked;
    await keys.takeStep({ ...me, mail }, (key, { body }) => {
      const [method = "", path = ""] = key.split(" ");
      return callIn(page, method, path, body);
    });
    await page.reload();
  }
};

export const typeCode = async (speaking: Speaking, code: string): Promise<void> => {
  const words = signInWords[speaking.locale];
  await field(speaking, words.code).fill(code);
  await button(speaking, words.signIn).click();
  await field(speaking, words.code).waitFor({ state: "detached" });
};

/** Makes a passkey where that is asked for, on this page's device, and says that the recovery codes are kept; answers them. */
export const enrolPasskeyIn = async (on: Speaking): Promise<string[]> => {
  const words = secondStepWords[on.locale];
  await aFreshDevice(on.page);
  await button(on, words.makePasskey).click();
  await button(on, words.kept).waitFor();
  const codes = await on.page.locator(".recovery-codes li").allInnerTexts();
  await button(on, words.kept).click();
  await button(on, words.kept).waitFor({ state: "detached" });
  return codes;
};
