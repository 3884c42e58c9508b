import type { StaffMember } from "../../shared/contract/staff.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import { addDays, instantOf, LocalTime } from "../../shared/domain/seoul-time.ts";
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

/** What is left to do after a visit is done by then: as long as its keys are kept. */
const daysAfter = 14;
const attempts = 5;

type Grant = { visitId: VisitId; mail: MailAddress; name: string; roles: readonly StaffRole[]; by: Doer };

/**
 * Gives the person behind a mail address these roles at one visit, in place of any others there; no roles takes them away. They hold from the next request on and end by
 * themselves two weeks after the visit as it is planned now.
 */
export const grantVisitRoles = async (deps: LedgerDeps, { visitId, mail, name, roles, by }: Grant): Promise<Outcome<StaffMember>> => {
  const { db, ledger, clock, ids } = deps;
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const until = instantOf(addDays(planned.visit.date, daysAfter), LocalTime.parse("00:00"));
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const account = await ensureAccount(deps, mail);
    const { accountId, visitRoles = {} } = account;
    const now = clock.now();
    const { [visitId]: before, ...others } = visitRoles as NonNullable<typeof account.visitRoles>;
    const after = roles.length > 0 ? { ...others, [visitId]: { roles: [...roles], until } } : others;
    const entry = { at: now, kind: "roles-changed", ...by, accountId, visitId, before: before?.roles ?? [], after: roles } as const;
    const changed = await transact(db, {
      roles: setVisitRoles(account, { name, visitRoles: after }, roles.length > 0 ? enrolmentUntil(now) : undefined),
      log: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (changed.ok) return done(staffMemberOf(await getAccount(db, accountId), now));
  }
  throw new ContentionError("The account kept changing.");
};
