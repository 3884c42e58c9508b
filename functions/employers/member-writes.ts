import type { AccountId, EmployerId, InvitationId } from "../../shared/domain/ids.ts";
import { invitationsADay, invitationUntil } from "../../shared/domain/invitation.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { Db } from "../platform/db.ts";
import type { Ids } from "../platform/ids.ts";
import { employerMemberKey, expiresAt, invitationKey } from "../platform/keys.ts";
import { countWithin } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";

type MemberFacts = { employerId: EmployerId; accountId: AccountId; isOwner: boolean; since: Instant };
type InvitationFacts = {
  employerId: EmployerId;
  invitationId: InvitationId;
  mail: string;
  invitedBy: AccountId;
  sentAt: Instant;
  usableUntil: Instant;
};

export const addMember = (member: MemberFacts): Write => ({
  Put: { Item: { ...employerMemberKey(member.employerId, member.accountId), type: "employer-member", version: 1, ...member } },
});

export const dropMember = (employerId: EmployerId, accountId: AccountId): Write => ({
  Delete: { Key: employerMemberKey(employerId, accountId) },
});

/** Days for which an invitation can be looked up after it was sent; it can be used for fewer. */
const keptDays = 30;

const addInvitation = (invitation: InvitationFacts): Write => ({
  Put: {
    Item: {
      ...invitationKey(invitation.employerId, invitation.invitationId),
      ...{ type: "invitation", version: 1, ...invitation },
      expiresAt: expiresAt(addMinutes(invitation.sentAt, keptDays * 24 * 60)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const invitationLimit = { minutes: 24 * 60, max: invitationsADay };

/**
 * Invites whoever has an address to act for an employer, so many a day, and writes down who did; refused as "limit" beyond that, as "invitation" where there is
 * one of this id. The mail follows from the table's stream.
 */
export const inviteByMail = (
  { ledger, ids }: { ledger: Db; ids: Ids },
  facts: Omit<InvitationFacts, "usableUntil">,
  by: Doer,
): Record<"invitation" | "limit" | "log", Write> => {
  const { employerId, sentAt } = facts;
  const entry = { at: sentAt, kind: "member-invited", ...by, employerId } as const;
  return {
    invitation: addInvitation({ ...facts, usableUntil: invitationUntil(sentAt) }),
    limit: countWithin("invitation", invitationLimit, employerId, sentAt),
    log: entryInLedger(ledger, entry, ids.mint("log")),
  };
};

/** Once, by whoever has the address, before it expires. */
export const useInvitation = (employerId: EmployerId, id: InvitationId, mail: string, now: Instant): Write => ({
  Update: {
    Key: invitationKey(employerId, id),
    UpdateExpression: "SET usedAt = :now ADD version :one",
    ConditionExpression: "mail = :mail AND attribute_not_exists(usedAt) AND usableUntil > :now",
    ExpressionAttributeValues: { ":now": now, ":mail": mail, ":one": 1 },
  },
});

/** Taken back; refused when it was used, or never was. */
export const dropInvitation = (employerId: EmployerId, id: InvitationId): Write => ({
  Delete: { Key: invitationKey(employerId, id), ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(usedAt)" },
});
