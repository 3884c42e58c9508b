import type { PersonDetails } from "../../shared/contract/assistance.ts";
import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findRegistration } from "../registrations/registration-reads.ts";

/** What a person gave of themselves, to be corrected. */
export const showDetails = async (
  { db }: Pick<Deps, "db">,
  { visitId, registrationId }: { visitId: VisitId; registrationId: RegistrationId },
): Promise<Outcome<PersonDetails>> => {
  const item = await findRegistration(db, visitId, registrationId);
  const person = item && (await findPerson(db, item.registration.personId));
  if (!person) return refuse("not-found");
  return done({ name: person.name, birthYear: person.birthYear, phone: person.phone ?? null });
};
