import type { NotedOutcome } from "../../shared/contract/table.ts";
import type { BookingId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { InterviewOutcome } from "../../shared/domain/states.ts";
import { sightRefusal } from "../../shared/domain/table-pairing.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPersonOfVisit } from "../registrations/registration-reads.ts";
import { hasArrived } from "../registrations/registration-writes.ts";
import { findOutcome, type OutcomeItem, outcomeOf } from "./outcome-reads.ts";
import { putOutcome, standsWith } from "./outcome-writes.ts";

type Wish = {
  visitId: VisitId;
  employerId: EmployerId;
  registrationId: RegistrationId;
  bookingId: BookingId;
  outcome: InterviewOutcome;
  seen: number;
  by: NotedOutcome["by"];
};

/**
 * What came of an interview, by the employer's device or in its console. A later tap corrects the one that it names; of two that name the same one, one
 * holds. What is noted already is answered as it stands.
 */
export const noteOutcome = async ({ db, clock }: Deps, { seen, ...noted }: Wish): Promise<Outcome<NotedOutcome>> => {
  const { visitId, employerId, registrationId, bookingId, outcome } = noted;
  const [person, known] = await Promise.all([
    findPersonOfVisit(db, visitId, registrationId),
    findOutcome(db, visitId, employerId, bookingId),
  ]);
  const booking = person?.agenda.bookings[bookingId];
  if (!booking) return refuse("not-found");
  const refused = sightRefusal(booking, employerId, person.registration.arrival?.at);
  if (refused) return refuse(refused);
  if (known?.outcome === outcome) return done(outcomeOf(known));
  const notedAt = clock.now();
  const result = await transact(db, {
    outcome: putOutcome({ ...noted, notedAt }, seen),
    booking: standsWith(visitId, registrationId, bookingId, employerId),
    here: hasArrived(visitId, registrationId),
  });
  if (result.ok) return done({ outcome, notedAt, by: noted.by, version: seen + 1 });
  if (result.refused.includes("booking")) return refuse("consent-ended");
  if (result.refused.includes("here")) return refuse("not-arrived");
  const before = result.before.outcome as OutcomeItem | undefined;
  return before?.outcome === outcome ? done(outcomeOf(before)) : refuse("outcome-changed");
};
