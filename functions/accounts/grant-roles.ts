import { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import type { StaffMember } from "../../shared/contract/staff.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAccountId } from "./account-reads.ts";
import { addAccount, claimAddress, setStaffRoles } from "./account-writes.ts";

/**
 * Gives the person behind a mail address these staff roles, in place of any others; they hold from the next request on. An address that
 * never signed in gets its account now, so that the first sign-in finds the roles.
 */
export const grantRoles = async (
  { db, ids }: Pick<Deps, "db" | "ids">,
  { mail, name, roles }: { mail: MailAddress; name: string; roles: readonly StaffRole[] },
): Promise<StaffMember> => {
  const known = await findAccountId(db, mail);
  if (known) {
    await transact(db, { roles: setStaffRoles(known, { name, roles }) });
    return { accountId: known, name, mail, roles: [...roles] };
  }
  const account = { accountId: AccountId.parse(ids.mint("acc")), personId: PersonId.parse(ids.mint("psn")), mail };
  const result = await transact(db, { address: claimAddress(account), account: addAccount(account, { name, roles }) });
  // Somebody signed in with this address in the same moment: the account is there now.
  if (!result.ok) return grantRoles({ db, ids }, { mail, name, roles });
  return { accountId: account.accountId, name, mail, roles: [...roles] };
};
