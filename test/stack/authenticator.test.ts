import { afterAll, beforeAll, expect, test } from "vitest";
import { readSignInPepper } from "../../functions/platform/env.ts";
import { authenticatorIn } from "../../infra/local/authenticator.ts";
import { aPerson, lastMailId, signInCode } from "../../infra/local/person.ts";
import { demoAccounts, seedDemoSeason } from "../../infra/local/seed.ts";
import { type Stack, startStack } from "../../infra/local/stack.ts";

let stack: Stack;
beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  stack = await startStack({ timers: false, siteFolder: import.meta.dirname, now: new Date("2026-11-26T00:00:00.000Z") });
  await seedDemoSeason(stack, authenticatorIn(stack.dataFolder, readSignInPepper()));
});
afterAll(() => stack?.stop());

/** What the inbox shows for an address, as somebody reads it there. */
const codeOf = async (address: string): Promise<string> => {
  const page = await (await fetch(`${stack.inboxOrigin}/authenticator?${new URLSearchParams({ to: address })}`)).text();
  const [, first = "", second = ""] = /<strong>(\d{3}) (\d{3})<\/strong> <span>([^<]+)<\/span>/.exec(page) ?? [];
  return first + second;
};

test.for(demoAccounts().filter(({ who }) => !who.startsWith("Seeker")))(
  "$who of the demo season signs in with the code of the inbox's authenticator",
  async ({ address }) => {
    const { call } = aPerson(stack.origin, stack.inboxOrigin, address);
    const before = await lastMailId(stack.inboxOrigin, address);
    await call("POST /api/sign-in/challenges", { body: { mail: address, locale: "ko" } });
    const code = await signInCode(stack.inboxOrigin, address, before);
    expect(await call("POST /api/sign-in/sessions", { body: { code } })).toMatchObject({ secondStep: "prove" });
    expect(await call("POST /api/second-step/proofs/totp", { body: { code: await codeOf(address) } })).toMatchObject({
      secondStep: "done",
    });
  },
);

test("seekers have none", async () => {
  expect(await codeOf("seeker1@example.com")).toBe("");
});
