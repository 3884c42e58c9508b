import type { AccountId, EmployerId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccount } from "../accounts/account-reads.ts";
import { dropEmployerMembership } from "../accounts/account-writes.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { isOwner, listMembers } from "./member-reads.ts";
import { dropMember } from "./member-writes.ts";

type Removal = { employerId: EmployerId; accountId: AccountId; actorId: AccountId; by: Doer };

/** Takes a membership away; rights are read on each request, so that the next one finds none. An owner stays, or nobody could invite anybody. */
export const removeMember = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { employerId, accountId, actorId, by }: Removal,
): Promise<Outcome<undefined>> => {
  const members = await listMembers(db, employerId);
  const isTheirOwn = accountId === actorId;
  const mayRemove = isOwner(members, actorId) ? !isTheirOwn : isTheirOwn;
  if (!mayRemove) return refuse("not-allowed");
  const account = await findAccount(db, accountId);
  const before = [...(account?.employerIds ?? [])];
  if (!before.includes(employerId)) return refuse("not-found");
  const after = before.filter((id) => id !== employerId);
  const entry = { at: clock.now(), kind: "member-removed", ...by, accountId, employerId, before, after } as const;
  const result = await transact(db, {
    membership: dropEmployerMembership(accountId, employerId),
    member: dropMember(employerId, accountId),
    log: entryInLedger(ledger, entry, ids.mint("log")),
  });
  return result.ok ? done(undefined) : refuse("not-found");
};
