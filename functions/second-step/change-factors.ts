import type { FactorId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listFactors } from "./factor-reads.ts";
import { addFactorNews, deleteFactor, putRecoveryCodes, uncountFactor } from "./factor-writes.ts";
import { newRecoveryCodes, recoveryMac } from "./recovery-codes.ts";

/** Takes a passkey or an app away, but not the last one: without any their person would depend on a manager. */
export const removeFactor = async (
  { db, clock, ids }: Deps,
  { actor: { accountId }, factorId, locale }: { actor: SignedIn; factorId: FactorId; locale: Locale },
): Promise<Outcome<undefined>> => {
  const factor = (await listFactors(db, accountId)).find((one) => one.factorId === factorId);
  if (!factor) return refuse("not-found");
  const { kind, label } = factor;
  const result = await transact(db, {
    factor: deleteFactor(accountId, factorId),
    account: uncountFactor(accountId),
    news: addFactorNews({ accountId, at: clock.now(), change: "removed", kind, label, locale }, ids.mint("nws")),
  });
  if (result.ok) return done(undefined);
  return refuse(result.refused.includes("factor") ? "not-found" : "last-factor");
};

/** Ten new recovery codes in place of the earlier ones. @returns the codes, to be shown this once */
export const remakeRecoveryCodes = async (
  { db, ledger, clock, ids }: LedgerDeps,
  pepper: string,
  { actor: { accountId }, locale }: { actor: SignedIn; locale: Locale },
): Promise<string[]> => {
  const codes = newRecoveryCodes(ids);
  const macs = codes.map((code) => recoveryMac(pepper, accountId, code));
  const at = clock.now();
  await transact(db, {
    codes: putRecoveryCodes(accountId, macs, at),
    forgotten: noteForgotten(ledger, { what: "recovery-codes", accountId, at }),
    news: addFactorNews({ accountId, at, change: "codes-made", locale }, ids.mint("nws")),
  });
  return codes;
};
