import type { PersonId, VisitId } from "../../shared/domain/ids.ts";
import type { LedgerEntry } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { findPeople, type PersonItem } from "../registrations/person-reads.ts";
import { listPointersOf } from "../registrations/registration-reads.ts";

export type Two = { visitId: VisitId; one: PersonId; other: PersonId; reason: string };
/** Both, and a registration of each by which the log tells of them: for this visit, or else the last. */
export type Found = { one: PersonItem; other: PersonItem; told: Pick<LedgerEntry, "people" | "among" | "atVisits"> };

/** How often two are looked at anew when somebody writes in the same moment. */
export const attempts = 6;

/** Two people of whom at least one is registered for the visit. */
export const findTwo = async ({ db }: Pick<LedgerDeps, "db">, { visitId, one, other }: Two): Promise<Found | undefined> => {
  const [people, ...pointers] = await Promise.all([
    findPeople(db, [one, other]),
    ...[one, other].map((personId) => listPointersOf(db, personId)),
  ]);
  const [first, second] = [people.get(one), people.get(other)];
  if (!first || !second || one === other || !pointers.flat().some((pointer) => pointer.visitId === visitId)) return undefined;
  const told = pointers.flatMap((own) => own.find((pointer) => pointer.visitId === visitId) ?? own.at(-1) ?? []);
  return {
    ...{ one: first, other: second },
    told: { people: 2, among: told.map(({ registrationId }) => registrationId), atVisits: told.map((pointer) => pointer.visitId) },
  };
};
