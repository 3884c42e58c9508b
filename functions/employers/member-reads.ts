import type { AccountId, EmployerId, InvitationId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { employerPartition, invitationKey, invitationPrefix, memberPrefix } from "../platform/keys.ts";

/** That somebody acts for an employer, beside the account's own word for it, which is the one that counts. */
export type MemberItem = Item & { employerId: EmployerId; accountId: AccountId; isOwner: boolean; since: Instant };

export type InvitationItem = Item & {
  employerId: EmployerId;
  invitationId: InvitationId;
  mail: string;
  invitedBy: AccountId;
  sentAt: Instant;
  usableUntil: Instant;
  usedAt?: Instant;
};

export const listMembers = (db: Db, employerId: EmployerId): Promise<MemberItem[]> =>
  queryPartition<MemberItem>(db, employerPartition(employerId), memberPrefix);

export const listInvitations = (db: Db, employerId: EmployerId): Promise<InvitationItem[]> =>
  queryPartition<InvitationItem>(db, employerPartition(employerId), invitationPrefix);

export const findInvitation = (db: Db, employerId: EmployerId, id: InvitationId): Promise<InvitationItem | undefined> =>
  findItem<InvitationItem>(db, invitationKey(employerId, id));

/** Whether somebody invites and removes others. Of an employer from before owners were kept, every member is one. */
export const isOwner = (members: readonly MemberItem[], accountId: AccountId): boolean => {
  const owners = members.filter((member) => member.isOwner);
  return owners.length === 0 || owners.some((owner) => owner.accountId === accountId);
};
