import type { StaffMember } from "../../shared/contract/staff.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { getAccount, staffMemberOf } from "./account-reads.ts";
import { setStaffRoles } from "./account-writes.ts";
import { ensureAccount } from "./ensure-account.ts";

/**
 * Gives the person behind a mail address these staff roles, in place of any others; they hold from the next request on. It invites them, too: whoever has
 * no passkey and no app has 14 days from now to enrol one. Who gave them stands in the ledger: an operator at a terminal, unless said otherwise.
 */
export const grantRoles = async (
  deps: Pick<LedgerDeps, "db" | "ids" | "clock" | "ledger">,
  { mail, name, roles }: { mail: MailAddress; name: string; roles: readonly StaffRole[] },
  by: Doer = { by: { operator: true } },
): Promise<StaffMember> => {
  const { accountId, staffRoles: before = [] } = await ensureAccount(deps, mail);
  const now = deps.clock.now();
  const entry = { at: now, kind: "roles-changed", ...by, accountId, before, after: roles } as const;
  await transact(deps.db, {
    roles: setStaffRoles(accountId, { name, roles }, roles.length > 0 ? enrolmentUntil(now) : undefined),
    log: entryInLedger(deps.ledger, entry, deps.ids.mint("log")),
  });
  return staffMemberOf(deps, await getAccount(deps.db, accountId));
};
