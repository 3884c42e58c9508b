import type { AccountId, EmployerId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { accountKey, addressKey, newcomersIndex, newcomersIndexPartition, staffIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { AccountItem } from "./account-reads.ts";

type NewAccount = { accountId: AccountId; personId: PersonId; mail: string; isUnproven?: true };

/** Takes the address for this account; refused when another account has it. */
export const claimAddress = ({ accountId, mail }: Pick<NewAccount, "accountId" | "mail">): Write => ({
  Put: {
    Item: { ...addressKey(mail), type: "address", accountId, version: 1 },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Stands among the new ones until it is known what it is for: an address that was only ever typed is not kept for good. */
export const addAccount = (account: NewAccount, now: Instant): Write => ({
  Put: {
    Item: { ...accountKey(account.accountId), ...newcomersIndex(now, account.accountId), ...account, type: "account", version: 1 },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const noLongerNew = (accountId: AccountId): Extract<Write, { Update: unknown }> => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "gsi1pk = :new",
    ExpressionAttributeValues: { ":new": newcomersIndexPartition, ":one": 1 },
  },
});

/** Replaces the staff roles of an account; none takes them all away. Roles invite their holder to enrol a first factor until then. */
export const setStaffRoles = (
  accountId: AccountId,
  staff: { name: string; roles: readonly StaffRole[] },
  enrolUntil: Instant | undefined,
): Write => {
  const index = staffIndex(staff.name, accountId);
  return {
    Update: {
      Key: accountKey(accountId),
      UpdateExpression: `SET staffName = :name, staffRoles = :roles, gsi1pk = :pk, gsi1sk = :sk${enrolUntil ? ", enrolUntil = :until" : ""} ADD version :one`,
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: {
        ":name": staff.name,
        ":roles": staff.roles,
        ":pk": index.gsi1pk,
        ":sk": index.gsi1sk,
        ":one": 1,
        ...(enrolUntil && { ":until": enrolUntil }),
      },
    },
  };
};

/** An account belongs to so many employers at most; more would be nobody's real work. */
const mostEmployers = 20;

/** One more employer for whoever has proved the second step. */
export const addEmployerMembership = (accountId: AccountId, employerId: EmployerId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "ADD employerIds :employer, version :one",
    ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(employerIds) OR size(employerIds) < :most)",
    ExpressionAttributeValues: { ":employer": new Set([employerId]), ":most": mostEmployers, ":one": 1 },
  },
});

/** Rights of an employer are over; refused where there were none. */
export const dropEmployerMembership = (accountId: AccountId, employerId: EmployerId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "DELETE employerIds :employer ADD version :one",
    ConditionExpression: "contains(employerIds, :id)",
    ExpressionAttributeValues: { ":employer": new Set([employerId]), ":id": employerId, ":one": 1 },
  },
});

/** Replaces the roles at single visits; refused when the account has changed since it was read. */
export const setVisitRoles = (
  { accountId, version }: Pick<AccountItem, "accountId" | "version">,
  staff: { name: string; visitRoles: NonNullable<AccountItem["visitRoles"]> },
  enrolUntil: Instant | undefined,
): Write => {
  const { gsi1pk, gsi1sk } = staffIndex(staff.name, accountId);
  return upsert(
    accountKey(accountId),
    "account",
    { staffName: staff.name, visitRoles: staff.visitRoles, gsi1pk, gsi1sk, ...(enrolUntil && { enrolUntil }) },
    { expression: "version = :seen", values: { ":seen": version } },
  );
};

/** Invites whoever has rights already to enrol a first factor until then. */
export const openEnrolment = (accountId: AccountId, enrolUntil: Instant): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "SET enrolUntil = :until ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":until": enrolUntil, ":one": 1 },
  },
});

/** Nothing that opens data of others; values: `:none`, 0. */
export const hasNoRights =
  "attribute_not_exists(employerIds) AND (attribute_not_exists(staffRoles) OR size(staffRoles) = :none) AND (attribute_not_exists(visitRoles) OR size(visitRoles) = :none)";

/**
 * The first right of an account, which a mailed code may have, and with it the invitation to enrol a factor. Only where there is nothing yet that somebody
 * with the mailbox could get at.
 */
export const addFirstEmployer = (accountId: AccountId, employerId: EmployerId, enrolUntil: Instant): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "SET enrolUntil = :until ADD employerIds :employer, version :one",
    ConditionExpression: `attribute_exists(pk) AND ${hasNoRights}`,
    ExpressionAttributeValues: { ":employer": new Set([employerId]), ":until": enrolUntil, ":none": 0, ":one": 1 },
  },
});
