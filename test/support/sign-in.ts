import { signInWords } from "../../shared/copy/sign-in.ts";
import { uiWords } from "../../shared/copy/ui.ts";
import { button, field, type Speaking } from "./page-words.ts";
import { lastMailId, nextMail, type Stack } from "./stack.ts";

/** The code that a sign-in mail says. */
export const codeIn = (text: string): string => {
  const [code] = /\b\d{6}\b/.exec(text) ?? [];
  if (!code) throw new Error("The mail has no code.");
  return code;
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
  return codeIn((await nextMail(stack, mail, before)).text);
};

/** Signs in where the form is shown. */
export const signIn = async (speaking: Speaking, stack: Stack, mail: string): Promise<void> => {
  const code = await askForCode(speaking, stack, mail);
  await typeCode(speaking, code);
};

export const typeCode = async (speaking: Speaking, code: string): Promise<void> => {
  const words = signInWords[speaking.locale];
  await field(speaking, words.code).fill(code);
  await button(speaking, words.signIn).click();
  await field(speaking, words.code).waitFor({ state: "detached" });
};
