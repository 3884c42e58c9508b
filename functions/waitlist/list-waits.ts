import type { WaitRow } from "../../shared/contract/waitlist.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findAgendas } from "./agenda-reads.ts";
import { listEntriesOfVisit } from "./waitlist-reads.ts";

/** Who waits for what at a visit, for staff: in order of application, names masked. */
export const listWaits = async ({ db }: Pick<Deps, "db">, visitId: VisitId): Promise<Outcome<{ waits: WaitRow[] }>> => {
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const items = await listEntriesOfVisit(db, visitId, planned.visit.date);
  const agendas = await findAgendas(db, visitId, [...new Set(items.map(({ registrationId }) => registrationId))]);
  const people = await findPeople(
    db,
    [...agendas.values()].map(({ personId }) => personId),
  );
  return done({
    waits: items.flatMap(({ registrationId, entry: { consent: _theirs, ...entry } }) => {
      const agenda = agendas.get(registrationId);
      const person = agenda && people.get(agenda.personId);
      return person ? [{ entry, registrationId, maskedName: maskName(person.name) }] : [];
    }),
  });
};
