import type { Invitation } from "../../shared/contract/members.ts";
import type { AccountId, EmployerId, InvitationId } from "../../shared/domain/ids.ts";
import { invitationsADay, invitationUntil } from "../../shared/domain/invitation.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { countWithin, secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findInvitation, type InvitationItem, isOwner, listMembers } from "./member-reads.ts";
import { addInvitation, dropInvitation } from "./member-writes.ts";

export const invitationOf = ({ invitationId, mail, sentAt, usableUntil }: InvitationItem): Invitation => ({
  ...{ invitationId, mail, sentAt, usableUntil },
});

const limit = { minutes: 24 * 60, max: invitationsADay };

type About = { employerId: EmployerId; invitationId: InvitationId; accountId: AccountId };

/** Invites whoever has an address; the mail follows from the table's stream and holds nothing secret: signing in with that address is the proof. */
export const inviteMember = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { employerId, invitationId, accountId, mail, by }: About & { mail: MailAddress; by: Doer },
): Promise<Outcome<{ invitation: Invitation; isNew: boolean }>> => {
  if (!isOwner(await listMembers(db, employerId), accountId)) return refuse("not-allowed");
  const sentAt = clock.now();
  const invitation = { employerId, invitationId, mail, invitedBy: accountId, sentAt, usableUntil: invitationUntil(sentAt) };
  const entry = { at: sentAt, kind: "member-invited", ...by, employerId } as const;
  const result = await transact(db, {
    invitation: addInvitation(invitation),
    limit: countWithin("invitation", limit, employerId, sentAt),
    log: entryInLedger(ledger, entry, ids.mint("log")),
  });
  if (result.ok) return done({ invitation: { invitationId, mail, sentAt, usableUntil: invitation.usableUntil }, isNew: true });
  if (!result.refused.includes("invitation")) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(limit, sentAt) });
  const known = await findInvitation(db, employerId, invitationId);
  return known?.mail === mail ? done({ invitation: invitationOf(known), isNew: false }) : refuse("id-taken");
};

export const takeBackInvitation = async (
  { db }: LedgerDeps,
  { employerId, invitationId, accountId }: About,
): Promise<Outcome<undefined>> => {
  if (!isOwner(await listMembers(db, employerId), accountId)) return refuse("not-allowed");
  // Refused when it is used or gone: then there is nothing to take back.
  await transact(db, { invitation: dropInvitation(employerId, invitationId) });
  return done(undefined);
};
