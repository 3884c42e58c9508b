import type { PersonDetails } from "../../shared/contract/assistance.ts";
import type { AccountId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { noteLook } from "../visits/visit-log-writes.ts";

/** What a person gave of themselves, to be corrected. The look is logged (promise 9). */
export const showDetails = async (
  { db, clock }: Deps,
  { visitId, registrationId, staffId }: { visitId: VisitId; registrationId: RegistrationId; staffId: AccountId },
): Promise<Outcome<PersonDetails>> => {
  const item = await findRegistration(db, visitId, registrationId);
  const person = item && (await findPerson(db, item.registration.personId));
  if (!person) return refuse("not-found");
  await noteLook(db, { visitId, registrationId, staffId, did: "looked-at-details" }, clock.now());
  return done({ name: person.name, birthYear: person.birthYear, phone: person.phone ?? null });
};
