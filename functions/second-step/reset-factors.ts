import type { AccountId } from "../../shared/domain/ids.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type AccountItem, hasRights } from "../accounts/account-reads.ts";
import { findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { accountKey } from "../platform/keys.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { listFactors } from "./factor-reads.ts";
import { addFactorNews, deleteFactor, deleteRecoveryCodes, resetAccount } from "./factor-writes.ts";

const attempts = 4;

/**
 * Takes away all that a member proves the second step with, for whoever lost it: all their sessions end, and they are invited anew. Only for who has rights:
 * nobody else has anything to prove.
 */
export const resetFactors = async (
  { db, clock, ids }: Deps,
  { accountId, by, reason }: { accountId: AccountId; by: AccountId; reason: string },
): Promise<Outcome<undefined>> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const account = await findItem<AccountItem>(db, accountKey(accountId));
    if (!account || !hasRights(account)) return refuse("not-found");
    const factors = await listFactors(db, accountId);
    const now = clock.now();
    const result = await transact<string>(db, {
      account: resetAccount(account, account.sessionEpoch ?? 0, enrolmentUntil(now)),
      codes: deleteRecoveryCodes(accountId),
      ...Object.fromEntries(factors.map(({ factorId }) => [factorId, deleteFactor(accountId, factorId)])),
      news: addFactorNews({ accountId, at: now, change: "reset", locale: "ko", by, reason }, ids.mint("nws")),
    });
    if (result.ok) return done(undefined);
  }
  throw new ContentionError("The account kept changing.");
};
