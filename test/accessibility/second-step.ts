import type { Page } from "playwright-core";
import { accountWords } from "../../shared/copy/account.ts";
import { managerWords } from "../../shared/copy/pages-manager.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { secondStepWords } from "../../shared/copy/second-step.ts";
import { signInsWords } from "../../shared/copy/sign-ins.ts";
import { button, field, heading, sees } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

/** The second step of signing in, and what one may change about it. Nothing is changed here: the API's answers are put in where it would be. */

const codes = Array.from({ length: 10 }, (_, i) => `7K3M${i}-QXA2B-9RT4${i}`);

const refuse = (code: "fresh-step-needed" | "enrolment-closed", path: string) => async (page: Page) => {
  await page.route(path, (route) => {
    const locale = route.request().headers()["accept-language"] === "en" ? "en" : "ko";
    const body = { type: "about:blank", status: 403, code, ...problemWords[code][locale] };
    return route.request().method() === "GET"
      ? route.fallback()
      : route.fulfill({ status: 403, contentType: "application/problem+json", json: body });
  });
};

const closed = async (page: Page) => {
  await page.route("**/api/second-step/factors", (route) =>
    route.fulfill({ json: { secondStep: "enrol", factors: [], recoveryCodesLeft: 0, enrolUntil: null } }),
  );
};

const bothFactors = async (page: Page) => {
  const factor = { label: "Chrome, Android", addedAt: "2026-11-20T01:00:00.000Z", lastUsedAt: "2026-11-25T00:30:00.000Z" };
  const factors = [
    { factorId: "fac_00000000000000000000000001", kind: "passkey", ...factor },
    { factorId: "fac_00000000000000000000000002", kind: "totp", ...factor, label: "" },
  ];
  await page.route("**/api/second-step/factors", (route) =>
    route.fulfill({ json: { secondStep: "done", factors, recoveryCodesLeft: 7, enrolUntil: null } }),
  );
};

const severalSignIns = async (page: Page) => {
  const times = { startedAt: "2026-11-26T00:00:00.000Z", endsAt: "2026-11-26T12:00:00.000Z" };
  const signIns = [
    { signInId: "sgn_00000000000000000000000003", ...times, device: "Samsung Internet, Android", isStrong: true, isThis: true },
    { signInId: "sgn_00000000000000000000000002", ...times, device: "Chrome, Windows", isStrong: true, isThis: false },
    { signInId: "sgn_00000000000000000000000001", ...times, device: "", isStrong: false, isThis: false },
  ];
  await page.route("**/api/me/sign-ins", (route) => route.fulfill({ json: { signIns } }));
};

const atStaff = (by: Sight["by"]) => ({ by, path: () => "/staff" });
const account = { by: "desk" as const, path: () => "/staff/account" };

export const secondStepSights: readonly Sight[] = [
  {
    name: "the second step, for the first time",
    ...atStaff("invited"),
    reach: (on) => button(on, secondStepWords[on.locale].makePasskey).waitFor(),
  },
  {
    name: "an authenticator app",
    ...atStaff("invited"),
    reach: async (on) => {
      await button(on, secondStepWords[on.locale].useTotp).click();
      await field(on, secondStepWords[on.locale].totpCode).waitFor();
      await on.page.locator("svg.qr path").waitFor();
    },
  },
  {
    name: "the second step, too late",
    ...atStaff("invited"),
    before: closed,
    reach: (on) => heading(on, secondStepWords[on.locale].closedTitle).waitFor(),
  },
  { name: "the second step", ...atStaff("unproven"), reach: (on) => button(on, secondStepWords[on.locale].usePasskey).waitFor() },
  {
    name: "the second step, with both ways",
    ...atStaff("unproven"),
    before: bothFactors,
    reach: (on) => field(on, secondStepWords[on.locale].totpCode).waitFor(),
  },
  {
    name: "the second step, a wrong code",
    ...atStaff("unproven"),
    before: bothFactors,
    provokes: /^403 POST \/api\/second-step\/proofs\/totp$/,
    reach: async (on) => {
      await field(on, secondStepWords[on.locale].totpCode).fill("000000");
      await button(on, secondStepWords[on.locale].prove).click();
      await on.page.getByRole("alert").waitFor();
    },
  },
  {
    name: "a recovery code",
    ...atStaff("unproven"),
    reach: async (on) => {
      await button(on, secondStepWords[on.locale].useRecovery).click();
      await field(on, secondStepWords[on.locale].recoveryCode).waitFor();
    },
  },
];

export const accountSights: readonly Sight[] = [
  {
    name: "own sign-ins",
    ...account,
    before: async (page) => {
      await severalSignIns(page);
      await bothFactors(page);
    },
    reach: (on) => button(on, signInsWords[on.locale].endOthers).waitFor(),
  },
  {
    name: "another way of proving it",
    ...account,
    reach: async (on) => {
      await button(on, accountWords[on.locale].addOne).click();
      await button(on, secondStepWords[on.locale].makePasskey).waitFor();
    },
  },
  {
    name: "recovery codes",
    ...account,
    before: async (page) => {
      await page.route("**/api/second-step/recovery-codes", (route) => route.fulfill({ status: 201, json: { codes } }));
    },
    reach: async (on) => {
      await button(on, accountWords[on.locale].recoveryAnew).click();
      await button(on, secondStepWords[on.locale].kept).waitFor();
    },
  },
  {
    name: "asked once more before a change",
    ...account,
    before: refuse("fresh-step-needed", "**/api/second-step/recovery-codes"),
    provokes: /^403 POST \/api\/second-step\/recovery-codes$/,
    reach: async (on) => {
      await button(on, accountWords[on.locale].recoveryAnew).click();
      await on.page.getByRole("dialog").waitFor();
      await button(on, secondStepWords[on.locale].usePasskey).waitFor();
    },
  },
  {
    name: "removing one",
    ...account,
    before: bothFactors,
    reach: async (on) => {
      await on.page.getByRole("button", { name: accountWords[on.locale].removeOne }).first().click();
      await on.page.getByRole("dialog").waitFor();
    },
  },
];

/** Staff in every state of their second step, one of them to be reset. */
export const membersSights: readonly Sight[] = [
  {
    name: "resetting how somebody signs in",
    by: "manager",
    path: () => "/console/members",
    reach: async (on) => {
      await on.page.getByRole("button", { name: managerWords[on.locale].resetFactors }).first().click();
      await on.page.getByRole("dialog").waitFor();
      await sees(on, managerWords[on.locale].resetDetail);
    },
  },
];
