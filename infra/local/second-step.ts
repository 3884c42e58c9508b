import type { Me } from "../../shared/contract/sign-in.ts";
import { aSoftPasskey, type SoftPasskey } from "./soft-passkey.ts";

type Sent = { body?: unknown };
/** Asks the API as one browser; throws when it is refused. */
export type Ask = (key: SecondStepKey, sent: Sent) => Promise<unknown>;
type SecondStepKey =
  | "POST /api/second-step/passkey-challenges"
  | "POST /api/second-step/passkeys"
  | "POST /api/second-step/proof-challenges"
  | "POST /api/second-step/proofs/passkey";

/**
 * The passkeys of people whom a machine plays, by address: made when one is first asked for a second step, shown at every later one, in whatever browser.
 */
export const aKeyRing = (origin: string) => {
  const passkeys = new Map<string, SoftPasskey>();
  return {
    /** Puts a passkey in that was enrolled elsewhere. */
    add: (mail: string, passkey: SoftPasskey): void => {
      passkeys.set(mail, passkey);
    },
    find: (mail: string): SoftPasskey | undefined => passkeys.get(mail),
    /** Does what is left to be done before somebody's rights can be used. @throws Error when they have factors that are not on this ring */
    takeStep: async ({ mail, secondStep }: Pick<Me, "mail" | "secondStep">, ask: Ask): Promise<void> => {
      if (secondStep === "enrol") {
        const passkey = aSoftPasskey();
        const asked = (await ask("POST /api/second-step/passkey-challenges", {})) as { challenge: string };
        await ask("POST /api/second-step/passkeys", { body: passkey.create(asked, { origin }) });
        passkeys.set(mail, passkey);
      }
      if (secondStep === "prove") {
        const passkey = passkeys.get(mail);
        if (!passkey) throw new Error(`No passkey of ${mail} is known here.`);
        const asked = (await ask("POST /api/second-step/proof-challenges", {})) as { challenge: string };
        await ask("POST /api/second-step/proofs/passkey", { body: passkey.get(asked, { origin }) });
      }
    },
  };
};
export type KeyRing = ReturnType<typeof aKeyRing>;
