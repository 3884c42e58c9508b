import type { StaffMember } from "../../shared/contract/staff.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { setStaffRoles } from "./account-writes.ts";
import { ensureAccount } from "./ensure-account.ts";

/** Gives the person behind a mail address these staff roles, in place of any others; they hold from the next request on. */
export const grantRoles = async (
  deps: Pick<Deps, "db" | "ids">,
  { mail, name, roles }: { mail: MailAddress; name: string; roles: readonly StaffRole[] },
): Promise<StaffMember> => {
  const { accountId } = await ensureAccount(deps, mail);
  await transact(deps.db, { roles: setStaffRoles(accountId, { name, roles }) });
  return { accountId, name, mail, roles: [...roles] };
};
