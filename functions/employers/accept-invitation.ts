import type { EmployerId, InvitationId } from "../../shared/domain/ids.ts";
import { isUsable, mostMembers } from "../../shared/domain/invitation.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { addEmployerMembership, addFirstEmployer } from "../accounts/account-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findInvitation, listMembers } from "./member-reads.ts";
import { addMember, useInvitation } from "./member-writes.ts";

type Acceptance = { employerId: EmployerId; invitationId: InvitationId; actor: SignedIn; by: Doer };

/**
 * Makes whoever was invited a member, and invites them to enrol a second step where they have no rights yet; whoever has some must have proved theirs, since a mailbox alone gives none of them away.
 * An invitation to another address is answered as if there were none. Sent again by a member it answers the same.
 */
export const acceptInvitation = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { employerId, invitationId, actor, by }: Acceptance,
): Promise<Outcome<undefined>> => {
  const { accountId, mail, employerIds: before, proof } = actor;
  const now = clock.now();
  const [invitation, members] = await Promise.all([findInvitation(db, employerId, invitationId), listMembers(db, employerId)]);
  if (!invitation || invitation.mail !== mail) return refuse("not-found");
  if (before.includes(employerId)) return done(undefined);
  if (!isUsable(invitation, now)) return refuse("invitation-unusable");
  if (members.length >= mostMembers) return refuse("too-many-requests");
  const entry = { at: now, kind: "member-added", ...by, accountId, employerId, before, after: [...before, employerId] } as const;
  const result = await transact(db, {
    invitation: useInvitation(employerId, invitationId, mail, now),
    // Without a proof the account must have no rights yet, which is among the conditions.
    membership:
      proof === "none" ? addFirstEmployer(accountId, employerId, enrolmentUntil(now)) : addEmployerMembership(accountId, employerId),
    member: addMember({ employerId, accountId, isOwner: false, since: now }),
    // A table from before would take it once more, also of somebody who was removed since.
    forgotten: noteForgotten(ledger, { what: "invitation", employerId, invitationId, at: now }),
    log: entryInLedger(ledger, entry, ids.mint("log")),
  });
  if (result.ok) return done(undefined);
  return refuse(result.refused.includes("invitation") ? "invitation-unusable" : "second-step-needed");
};
