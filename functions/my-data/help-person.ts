import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPerson, mailTroubleOf, type PersonItem } from "../registrations/person-reads.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { addToVisitLog, type VisitLogEntry } from "../visits/visit-log-writes.ts";

type Whom = { visitId: VisitId; registrationId: RegistrationId };

/** Somebody for whom staff decide over their data at their wish: only who cannot do it themselves, since no mail reaches them to sign in with. */
export const findHelped = async ({ db }: Pick<Deps, "db">, { visitId, registrationId }: Whom): Promise<Outcome<PersonItem>> => {
  const item = await findRegistration(db, visitId, registrationId);
  const person = item && (await findPerson(db, item.registration.personId));
  if (!person) return refuse("not-found");
  return mailTroubleOf(person) ? done(person) : refuse("can-do-it-themselves");
};

/** Why it was done, before it is. */
export const noteHelp = async (
  { db, clock, ids }: Deps,
  whom: Whom,
  did: Extract<VisitLogEntry["did"], "exported" | "erased">,
  staff: StaffAct,
): Promise<void> => {
  await transact(db, { log: addToVisitLog({ ...whom, at: clock.now(), did, ...staff }, ids.mint("log")) });
};
