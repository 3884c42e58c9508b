import type { AccountId, EmployerId, InvitationId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { employerMemberKey, expiresAt, invitationKey } from "../platform/keys.ts";
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

export const addInvitation = (invitation: InvitationFacts): Write => ({
  Put: {
    Item: {
      ...invitationKey(invitation.employerId, invitation.invitationId),
      ...{ type: "invitation", version: 1, ...invitation },
      expiresAt: expiresAt(addMinutes(invitation.sentAt, keptDays * 24 * 60)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

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
