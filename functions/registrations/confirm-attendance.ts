import type { AccountId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { RegistrationItem } from "./registration-reads.ts";
import { noteConfirmation } from "./registration-writes.ts";

/** Notes that a registered person will come, until the visit is over: as they say themselves, or told staff on the telephone, which is logged. */
export const confirmAttendance = async (
  { db, clock, ids }: Deps,
  { visitId, registrationId }: { visitId: VisitId; registrationId: RegistrationId },
  staffId?: AccountId,
): Promise<Outcome<undefined>> => {
  const now = clock.now();
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  if (endOfVisit(planned.visit) <= now) return refuse("visit-over");
  const result = await transact<string>(db, {
    registration: noteConfirmation(visitId, registrationId, now),
    ...(staffId && { log: addToVisitLog({ visitId, at: now, staffId, did: "confirmed", registrationId }, ids.mint("log")) }),
  });
  if (result.ok) return done(undefined);
  const { withdrawnAt } = (result.before.registration ?? {}) as Partial<RegistrationItem>;
  return refuse(withdrawnAt ? "registration-withdrawn" : "not-found");
};
