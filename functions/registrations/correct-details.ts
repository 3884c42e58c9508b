import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type Details, isOldEnough } from "../../shared/domain/registration.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { foundBy } from "./found-by-writes.ts";
import { findRegistration } from "./registration-reads.ts";
import { correctPerson } from "./registration-writes.ts";

type Correction = {
  visitId: VisitId;
  registrationId: RegistrationId;
  details: Details & { locale?: Locale };
  staff?: StaffAct | undefined;
};

/**
 * Corrects name, year of birth and number of somebody who is registered, until the visit is over: they stand with their person alone, so that scans, lists,
 * boards, mails and whoever the person agreed to be seen by read the corrected ones from then on. Staff do it with a reason, which is logged.
 */
export const correctDetails = async (
  { db, clock, ids }: Deps,
  { visitId, registrationId, details, staff }: Correction,
): Promise<Outcome<undefined>> => {
  const now = clock.now();
  if (!isOldEnough(details.birthYear, seoulDateOf(now)))
    return refuse("too-young", { fields: [{ pointer: "/birthYear", code: "too-young" }] });
  const [planned, item] = await Promise.all([findVisit(db, visitId), findRegistration(db, visitId, registrationId)]);
  if (!planned || !item) return refuse("not-found");
  if (item.withdrawnAt) return refuse("registration-withdrawn");
  if (endOfVisit(planned.visit) <= now) return refuse("visit-over");
  const result = await transact<string>(db, {
    person: correctPerson(item.registration.personId, details),
    ...foundBy(item.registration.personId, details),
    ...(staff && { log: addToVisitLog({ visitId, at: now, registrationId, did: "corrected", ...staff }, ids.mint("log")) }),
  });
  return result.ok ? done(undefined) : refuse("not-found");
};
