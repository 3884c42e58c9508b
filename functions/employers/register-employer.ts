import { isDeepStrictEqual } from "node:util";
import type { Employer, EmployerProfile } from "../../shared/domain/employer.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { getAccount } from "../accounts/account-reads.ts";
import { addEmployerMembership, addFirstEmployer } from "../accounts/account-writes.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findEmployer } from "./employer-reads.ts";
import { addEmployer, changeProfile, dropEmployerNumber, noteEmployerNumber } from "./employer-writes.ts";
import { addMember } from "./member-writes.ts";

type Registration = {
  employerId: EmployerId;
  profile: EmployerProfile;
  actor: Pick<SignedIn, "accountId" | "employerIds" | "proof">;
  /** Who registers it, for the ledger; an operator, unless said otherwise. */
  by?: Doer;
};

/** There is an employer of that id, perhaps since this moment: by this person's other tap, whose employer it is then, or by somebody else. */
const lookAgain = async (deps: LedgerDeps, registration: Registration): ReturnType<typeof registerEmployer> => {
  const { employerId, actor } = registration;
  const { employerIds } = await getAccount(deps.db, actor.accountId);
  return employerIds?.has(employerId)
    ? registerEmployer(deps, { ...registration, actor: { ...actor, employerIds: [...employerIds] } })
    : refuse("not-found");
};

/**
 * Registers an employer and makes the caller its first member, or changes the profile of the caller's own. Without the second step only a first one is
 * registered, by whoever has no rights yet; the same form sent again is answered as it was.
 */
export const registerEmployer = async (
  deps: LedgerDeps,
  { employerId, profile, actor, by = { by: { operator: true } } }: Registration,
): Promise<Outcome<{ employer: Employer; isNew: boolean }>> => {
  const { db, clock, ledger, ids } = deps;
  const isWeak = actor.proof === "none";
  const known = await findEmployer(db, employerId);
  if (!known) {
    const { accountId, employerIds: before } = actor;
    const entry = { at: clock.now(), kind: "member-added", ...by, accountId, employerId, before, after: [...before, employerId] } as const;
    const result = await transact(db, {
      log: entryInLedger(ledger, entry, ids.mint("log")),
      member: addMember({ employerId, accountId, isOwner: true, since: entry.at }),
      employer: addEmployer(employerId, profile, clock.now()),
      number: noteEmployerNumber(employerId, profile.businessNumber),
      membership: isWeak
        ? addFirstEmployer(actor.accountId, employerId, enrolmentUntil(clock.now()))
        : addEmployerMembership(actor.accountId, employerId),
    });
    if (!result.ok && !result.refused.includes("employer")) return refuse(isWeak ? "second-step-needed" : "too-many-requests");
    if (!result.ok) return lookAgain(deps, { employerId, profile, actor, by });
    return done({ employer: { employerId, state: "registered", refusalReason: null, profile, version: 1 }, isNew: true });
  }
  if (!actor.employerIds.includes(employerId)) return lookAgain(deps, { employerId, profile, actor, by });
  if (isWeak) return isDeepStrictEqual(known.profile, profile) ? done({ employer: known, isNew: false }) : refuse("second-step-needed");
  const isAnother = (["businessNumber", "nameKo", "nameEn"] as const).some((fact) => known.profile[fact] !== profile[fact]);
  const isCheckedAnew = known.state === "refused" || isAnother;
  const result = await transact<string>(db, {
    employer: changeProfile(employerId, profile, known.version, isCheckedAnew ? clock.now() : undefined),
    number: noteEmployerNumber(employerId, profile.businessNumber),
    ...(known.profile.businessNumber !== profile.businessNumber && {
      former: dropEmployerNumber(employerId, known.profile.businessNumber),
    }),
  });
  if (!result.ok) throw new ContentionError("Two people changed the employer at once.");
  const changed = { ...known, profile, version: known.version + 1 };
  return done({ employer: isCheckedAnew ? { ...changed, state: "registered", refusalReason: null } : changed, isNew: false });
};
