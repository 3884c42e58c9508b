import type { Employer } from "../../shared/domain/employer.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findEmployer } from "./employer-reads.ts";
import { decideEmployer as decide } from "./employer-writes.ts";

/** The manager verifies an employer or refuses it with a reason; decided once. The same decision sent again is answered as it was. */
export const decideEmployer = async (
  { db }: Pick<Deps, "db">,
  employerId: EmployerId,
  decision: { decision: "approve" } | { decision: "refuse"; reason: string },
): Promise<Outcome<Employer>> => {
  const verdict =
    decision.decision === "approve"
      ? ({ state: "verified", reason: null } as const)
      : ({ state: "refused", reason: decision.reason } as const);
  const result = await transact(db, { employer: decide(employerId, verdict) });
  const employer = await findEmployer(db, employerId);
  if (!employer) return refuse("not-found");
  const isSame = employer.state === verdict.state && employer.refusalReason === verdict.reason;
  return result.ok || isSame ? done(employer) : refuse("already-decided");
};
