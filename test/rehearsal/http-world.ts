import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { aKeyRing } from "../../infra/local/second-step.ts";
import type { Stack } from "../../infra/local/stack.ts";
import { MailAddress } from "../../shared/domain/text.ts";
import { aBrowser, type Browser, callsThrough } from "../support/calls.ts";
import type { World } from "../support/world.ts";

/** How long a mail may take, milliseconds: the stream is read every now and then. */
const mailWaitMs = 20_000;

/** What the builders of the tests need of a world, over HTTP: people with browsers, codes read in the inbox. Roles alone are given as the deployment's command does. */
export const aWorldOverHttp = (stack: Stack): World => {
  const { origin, mailbox } = stack;
  const calls = callsThrough((path, init) => fetch(`${origin}${path}`, init), origin);
  const keys = aKeyRing(origin);

  const signIn = async (mail: string, locale: "ko" | "en" = "ko"): Promise<Browser> => {
    const browser = aBrowser(locale);
    const after = mailbox.list({ to: mail }).at(-1)?.id ?? "";
    await calls.get("POST /api/sign-in/challenges", { body: { mail, locale } }, browser);
    const [letter] = await mailbox.waitFor({ to: mail, after }, AbortSignal.timeout(mailWaitMs));
    const code = /\b\d{6}\b/.exec(letter?.text ?? "")?.[0];
    if (!code) throw new Error(`No code reached ${mail}.`);
    const me = await calls.get("POST /api/sign-in/sessions", { body: { code } }, browser);
    await keys.takeStep(me, (key, sent) => calls.get(key, sent, browser));
    return browser;
  };
  const parts: Pick<World, "call" | "get" | "signIn" | "takeSecondStep" | "signInAll" | "staff" | "settle"> = {
    ...calls,
    signIn,
    takeSecondStep: async (browser) => {
      await keys.takeStep(await calls.get("GET /api/me", {}, browser), (key, sent) => calls.get(key, sent, browser));
    },
    signInAll: (mails, locale) => Promise.all(mails.map((mail) => signIn(mail, locale))),
    staff: async (mail, roles) => {
      await grantRoles(withLedger(liveDeps("rehearsal")), { mail: MailAddress.parse(mail), name: "권도경", roles });
      return signIn(mail);
    },
    settle: stack.drain,
  };
  return parts as World;
};
