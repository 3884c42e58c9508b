import type { AccountId, EmployerId, PersonId } from "../../shared/domain/ids.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { accountKey, addressKey, staffIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

type NewAccount = { accountId: AccountId; personId: PersonId; mail: string };

/** Takes the address for this account; refused when another account has it. */
export const claimAddress = ({ accountId, mail }: NewAccount): Write => ({
  Put: {
    Item: { ...addressKey(mail), type: "address", accountId, version: 1 },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const addAccount = (account: NewAccount): Write => ({
  Put: {
    Item: { ...accountKey(account.accountId), ...account, type: "account", version: 1 },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Replaces the staff roles of an account; none takes them all away. */
export const setStaffRoles = (accountId: AccountId, staff: { name: string; roles: readonly StaffRole[] }): Write => {
  const index = staffIndex(staff.name, accountId);
  return {
    Update: {
      Key: accountKey(accountId),
      UpdateExpression: "SET staffName = :name, staffRoles = :roles, gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":name": staff.name, ":roles": staff.roles, ":pk": index.gsi1pk, ":sk": index.gsi1sk, ":one": 1 },
    },
  };
};

/** An account belongs to so many employers at most; more would be nobody's real work. */
const mostEmployers = 20;

export const addEmployerMembership = (accountId: AccountId, employerId: EmployerId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "ADD employerIds :employer, version :one",
    ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(employerIds) OR size(employerIds) < :most)",
    ExpressionAttributeValues: { ":employer": new Set([employerId]), ":most": mostEmployers, ":one": 1 },
  },
});
