import type { Locale } from "../../shared/domain/locale.ts";
import { type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
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
  deps: Deps,
  pepper: string,
  { actor, code, locale }: { actor: SignedIn; code: string; locale: Locale },
): Promise<Outcome<{ cookie: string }>> => {
  const { accountId } = actor;
  const tried = await spendTry(deps, accountId);
  if (!tried.ok) return tried;
  return proveStep(deps, actor, {
    code: spendRecoveryCode(accountId, recoveryMac(pepper, accountId, code)),
    news: addFactorNews({ accountId, at: deps.clock.now(), change: "code-used", locale }, deps.ids.mint("nws")),
  });
};
