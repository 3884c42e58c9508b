import type { AccountId, InvitationId, LeadId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { listInvitations, listMembers } from "../employers/member-reads.ts";
import { dropInvitation, invitationLimit, inviteByMail } from "../employers/member-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Doer } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findLead } from "./lead-reads.ts";

type Wish = { leadId: LeadId; invitationId: InvitationId; byId: AccountId; by: Doer };

/**
 * Invites the contact of a firm that agreed once more, at the address that the employer has now, while nobody acts for it: the link of before works no more from the
 * same moment. Who accepts in that moment is first or finds nothing to accept.
 */
export const inviteAgain = async (deps: LedgerDeps, { leadId, invitationId, byId, by }: Wish): Promise<Outcome<undefined>> => {
  const { db, ledger, clock } = deps;
  const lead = await findLead(db, leadId);
  if (!lead) return refuse("not-found");
  const { employerId } = lead;
  if (!employerId) return refuse("lead-not-agreed");
  const [employer, members, invitations] = await Promise.all([
    findEmployer(db, employerId),
    listMembers(db, employerId),
    listInvitations(db, employerId),
  ]);
  if (!employer) return refuse("not-found");
  if (invitations.some((one) => one.invitationId === invitationId)) return done(undefined);
  if (members.length > 0) return refuse("invitation-answered");
  const sentAt = clock.now();
  const facts = { employerId, invitationId, mail: employer.profile.contact.mail, invitedBy: byId, sentAt };
  const former = invitations.filter(({ usedAt }) => usedAt === undefined);
  const written = await transact<string>(db, {
    ...inviteByMail(deps, facts, by),
    ...Object.fromEntries(
      former.flatMap(({ invitationId: id }) => [
        [`former ${id}`, dropInvitation(employerId, id)],
        [`forgotten ${id}`, noteForgotten(ledger, { what: "invitation", employerId, invitationId: id, at: sentAt })],
      ]),
    ),
  });
  if (written.ok) return done(undefined);
  if (written.refused.includes("limit")) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(invitationLimit, sentAt) });
  // Accepted in this moment; or somebody else invited them anew, which is as good.
  return (await listMembers(db, employerId)).length > 0 ? refuse("invitation-answered") : done(undefined);
};
