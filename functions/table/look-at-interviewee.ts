import type { TableProfile } from "../../shared/contract/table.ts";
import type { BookingId, RegistrationId } from "../../shared/domain/ids.ts";
import { sightRefusal } from "../../shared/domain/table-pairing.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { PairedDevice } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findPersonOfVisit } from "../registrations/registration-reads.ts";

/** What somebody agreed to show this employer: name and, where they wrote one, their summary (`consents.ts`, `to_employer`). What they need is agreed to apart. */
export const lookAtInterviewee = async (
  { db }: Pick<Deps, "db">,
  { visitId, employerId }: PairedDevice,
  { registrationId, bookingId }: { registrationId: RegistrationId; bookingId: BookingId },
): Promise<Outcome<Omit<TableProfile, "needs">>> => {
  const person = await findPersonOfVisit(db, visitId, registrationId);
  const booking = person?.agenda.bookings[bookingId];
  if (!booking) return refuse("not-found");
  const refused = sightRefusal(booking, employerId, person.registration.arrival?.at);
  if (refused) return refuse(refused);
  const known = await findPerson(db, person.agenda.personId);
  if (!known) return refuse("not-found");
  const application = booking.applicationId && person.agenda.applications[booking.applicationId];
  const isTheirs = application && application.employerId === employerId && application.state === "accepted";
  return done({ name: known.name, summary: isTheirs ? application.summary : null });
};
