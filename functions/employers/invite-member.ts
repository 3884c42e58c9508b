import type { Invitation } from "../../shared/contract/members.ts";
import type { AccountId, EmployerId, InvitationId } from "../../shared/domain/ids.ts";
import { invitationUntil } from "../../shared/domain/invitation.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Doer } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findInvitation, type InvitationItem, isOwner, listMembers } from "./member-reads.ts";
import { dropInvitation, invitationLimit, inviteByMail } from "./member-writes.ts";

export const invitationOf = ({ invitationId, mail, sentAt, usableUntil }: InvitationItem): Invitation => ({
  ...{ invitationId, mail, sentAt, usableUntil },
});

type About = { employerId: EmployerId; invitationId: InvitationId; accountId: AccountId };

/** Invites whoever has an address; the mail follows from the table's stream and holds nothing secret: signing in with that address is the proof. */
export const inviteMember = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { employerId, invitationId, accountId, mail, by }: About & { mail: MailAddress; by: Doer },
): Promise<Outcome<{ invitation: Invitation; isNew: boolean }>> => {
  if (!isOwner(await listMembers(db, employerId), accountId)) return refuse("not-allowed");
  const sentAt = clock.now();
  const facts = { employerId, invitationId, mail, invitedBy: accountId, sentAt };
  const result = await transact(db, inviteByMail({ ledger, ids }, facts, by));
  if (result.ok) return done({ invitation: { invitationId, mail, sentAt, usableUntil: invitationUntil(sentAt) }, isNew: true });
  if (!result.refused.includes("invitation"))
    return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(invitationLimit, sentAt) });
  const known = await findInvitation(db, employerId, invitationId);
  return known?.mail === mail ? done({ invitation: invitationOf(known), isNew: false }) : refuse("id-taken");
};

export const takeBackInvitation = async (
  { db, ledger, clock }: LedgerDeps,
  { employerId, invitationId, accountId }: About,
): Promise<Outcome<undefined>> => {
  if (!isOwner(await listMembers(db, employerId), accountId)) return refuse("not-allowed");
  // Refused when it is used or gone: then there is nothing to take back.
  await transact(db, {
    invitation: dropInvitation(employerId, invitationId),
    forgotten: noteForgotten(ledger, { what: "invitation", employerId, invitationId, at: clock.now() }),
  });
  return done(undefined);
};
