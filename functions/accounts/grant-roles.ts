import type { StaffMember } from "../../shared/contract/staff.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { getAccount, staffMemberOf } from "./account-reads.ts";
import { setStaffRoles } from "./account-writes.ts";
import { ensureAccount } from "./ensure-account.ts";

/**
 * Gives the person behind a mail address these staff roles, in place of any others; they hold from the next request on. It invites them, too: whoever has
 * no passkey and no app has 14 days from now to enrol one.
 */
export const grantRoles = async (
  deps: Pick<Deps, "db" | "ids" | "clock">,
  { mail, name, roles }: { mail: MailAddress; name: string; roles: readonly StaffRole[] },
): Promise<StaffMember> => {
  const { accountId } = await ensureAccount(deps, mail);
  const enrolUntil = roles.length > 0 ? enrolmentUntil(deps.clock.now()) : undefined;
  await transact(deps.db, { roles: setStaffRoles(accountId, { name, roles }, enrolUntil) });
  return staffMemberOf(await getAccount(deps.db, accountId));
};
