import type { PersonId, VisitId } from "../../shared/domain/ids.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { registrationIdOf } from "./registration-id.ts";
import { noteConfirmation } from "./registration-writes.ts";

/** Notes that a registered person will come, until the visit is over. */
export const confirmAttendance = async ({ db, clock }: Deps, visitId: VisitId, personId: PersonId): Promise<Outcome<undefined>> => {
  const now = clock.now();
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  if (endOfVisit(planned.visit) <= now) return refuse("visit-over");
  const result = await transact(db, { registration: noteConfirmation(visitId, registrationIdOf(visitId, personId), now) });
  return result.ok ? done(undefined) : refuse("not-found");
};
