import type { Employer, EmployerProfile } from "../../shared/domain/employer.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { addEmployerMembership } from "../accounts/account-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findEmployer } from "./employer-reads.ts";
import { addEmployer, changeProfile } from "./employer-writes.ts";

/** Registers an employer and makes the caller its first member, or changes the profile of the caller's own. */
export const registerEmployer = async (
  { db, clock }: Deps,
  { employerId, profile, actor }: { employerId: EmployerId; profile: EmployerProfile; actor: Pick<SignedIn, "accountId" | "employerIds"> },
): Promise<Outcome<{ employer: Employer; isNew: boolean }>> => {
  const known = await findEmployer(db, employerId);
  if (!known) {
    const result = await transact(db, {
      employer: addEmployer(employerId, profile, clock.now()),
      membership: addEmployerMembership(actor.accountId, employerId),
    });
    if (!result.ok) return refuse("not-found");
    return done({ employer: { employerId, state: "registered", refusalReason: null, profile, version: 1 }, isNew: true });
  }
  if (!actor.employerIds.includes(employerId)) return refuse("not-found");
  const isCheckedAnew = known.state === "refused" || known.profile.businessNumber !== profile.businessNumber;
  const result = await transact(db, {
    employer: changeProfile(employerId, profile, known.version, isCheckedAnew ? clock.now() : undefined),
  });
  if (!result.ok) throw new ContentionError("Two people changed the employer at once.");
  const changed = { ...known, profile, version: known.version + 1 };
  return done({ employer: isCheckedAnew ? { ...changed, state: "registered", refusalReason: null } : changed, isNew: false });
};
