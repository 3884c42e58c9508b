import type { StaffMember } from "../../shared/contract/staff.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { getAccount, staffMemberOf } from "./account-reads.ts";
import { setVisitRoles } from "./account-writes.ts";
import { ensureAccount } from "./ensure-account.ts";

const attempts = 5;

type Grant = { visitId: VisitId; mail: MailAddress; name: string; roles: readonly StaffRole[]; by: Doer };

/**
 * Gives the person behind a mail address these roles at one visit, in place of any others there; no roles takes them away. They hold from the next request on and end by
 * themselves two weeks after the visit, which may be moved.
 */
export const grantVisitRoles = async (deps: LedgerDeps, { visitId, mail, name, roles, by }: Grant): Promise<Outcome<StaffMember>> => {
  const { db, ledger, clock, ids } = deps;
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const account = await ensureAccount(deps, mail);
    const { accountId, visitRoles = {} } = account;
    const now = clock.now();
    const { [visitId]: before, ...others } = visitRoles as NonNullable<typeof account.visitRoles>;
    const after = roles.length > 0 ? { ...others, [visitId]: { roles: [...roles] } } : others;
    const entry = { at: now, kind: "roles-changed", ...by, accountId, visitId, before: before?.roles ?? [], after: roles } as const;
    const changed = await transact(db, {
      roles: setVisitRoles(account, { name, visitRoles: after }, roles.length > 0 ? enrolmentUntil(now) : undefined),
      log: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (changed.ok) return done(await staffMemberOf(deps, await getAccount(db, accountId)));
  }
  throw new ContentionError("The account kept changing.");
};
