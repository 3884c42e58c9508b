import type { Locale } from "../../shared/domain/locale.ts";
import { type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { listFactors } from "./factor-reads.ts";
import { addFactorNews, spendRecoveryCode, spendTotpStep } from "./factor-writes.ts";
import { proveStep } from "./prove-step.ts";
import { recoveryMac } from "./recovery-codes.ts";
import { spendTry } from "./second-step-limits.ts";
import { openSecret, totpStepOf } from "./totp.ts";

/** Proves the second step by what an authenticator app of this account shows; each code counts once. */
export const proveTotp = async (
  deps: Deps,
  pepper: string,
  { actor, code }: { actor: SignedIn; code: string },
): Promise<Outcome<{ cookie: string }>> => {
  const { accountId } = actor;
  const tried = await spendTry(deps, accountId);
  if (!tried.ok) return tried;
  const now = deps.clock.now();
  for (const factor of await listFactors(deps.db, accountId)) {
    if (factor.kind !== "totp") continue;
    const step = totpStepOf(openSecret(pepper, accountId, factor.sealedSecret), code, now);
    if (step !== undefined) return proveStep(deps, actor, { app: spendTotpStep(accountId, factor.factorId, step, now) });
  }
  return refuse("proof-refused");
};

/** Proves the second step by a recovery code, which is spent by it. Its person is told by mail. */
export const proveRecoveryCode = async (
  deps: LedgerDeps,
  pepper: string,
  { actor, code, locale }: { actor: SignedIn; code: string; locale: Locale },
): Promise<Outcome<{ cookie: string }>> => {
  const { accountId } = actor;
  const tried = await spendTry(deps, accountId);
  if (!tried.ok) return tried;
  const at = deps.clock.now();
  return proveStep(deps, actor, {
    // A table from before would take the code once more: there, all of before go.
    forgotten: noteForgotten(deps.ledger, { what: "recovery-codes", accountId, at }),
    code: spendRecoveryCode(accountId, recoveryMac(pepper, accountId, code)),
    news: addFactorNews({ accountId, at, change: "code-used", locale }, deps.ids.mint("nws")),
  });
};
