import type { Factor } from "../../shared/contract/second-step.ts";
import { FactorId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { strongerSession } from "../sign-in/session-writes.ts";
import { factorOf, type NewFactor, type PasskeyFacts, type TotpFacts } from "./factor-reads.ts";
import { addFactor, addFactorNews, countFactor, putRecoveryCodes } from "./factor-writes.ts";
import { newRecoveryCodes, recoveryMac } from "./recovery-codes.ts";

export type Enrolment = { cookie: string; factor: Factor; recoveryCodes: string[] | null };

/**
 * Adds a factor that its person has just shown to work, and makes their session a strong one under a new token. A first factor brings recovery codes.
 * `spend`: what the showing used up, in the same transaction.
 */
export const enrolFactor = async (
  deps: Deps,
  pepper: string,
  { actor, facts, locale, spend }: { actor: SignedIn; facts: PasskeyFacts | TotpFacts; locale: Locale; spend?: Write },
): Promise<Outcome<Enrolment>> => {
  const { clock, db, ids } = deps;
  const { accountId, factorCount, session } = actor;
  const now = clock.now();
  const factor: NewFactor = { accountId, factorId: FactorId.parse(ids.mint("fac")), label: session.device, addedAt: now, ...facts };
  const recoveryCodes = factorCount === 0 ? newRecoveryCodes(ids) : null;
  const stronger = strongerSession(deps, actor);
  const result = await transact<string>(db, {
    ...(spend && { spend }),
    account: countFactor(actor, now),
    factor: addFactor(factor),
    ...stronger.writes,
    ...(recoveryCodes && {
      codes: putRecoveryCodes(
        accountId,
        recoveryCodes.map((code) => recoveryMac(pepper, accountId, code)),
        now,
      ),
    }),
    news: addFactorNews({ accountId, at: now, change: "enrolled", kind: facts.kind, label: factor.label, locale }, ids.mint("nws")),
  });
  if (result.ok) return done({ cookie: stronger.cookie, factor: factorOf(factor), recoveryCodes });
  if (result.refused.includes("earlier")) return refuse("sign-in-needed");
  if (result.refused.includes("spend")) return refuse("step-expired");
  // Enrolled in another browser, or reset, in this moment.
  return refuse(factorCount === 0 ? "enrolment-closed" : "too-many-factors");
};
