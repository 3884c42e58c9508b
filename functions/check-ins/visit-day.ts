import type { VisitDay } from "../../shared/contract/staff.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { listPeopleOfVisit, registrationOf } from "../registrations/registration-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { dueTimes } from "./due-times.ts";

/** The day as the desk sees it: everybody registered, first who is due first, people without a time at the end. */
export const showVisitDay = async (db: Db, visitId: VisitId): Promise<Outcome<VisitDay>> => {
  const [planned, people, postings] = await Promise.all([
    findVisit(db, visitId),
    listPeopleOfVisit(db, visitId),
    listVisitPostings(db, visitId),
  ]);
  if (!planned) return refuse("not-found");
  const named = await findPeople(
    db,
    people.map(({ agenda }) => agenda.personId),
  );
  const rows = people.map((person) => ({
    registrationId: person.agenda.registrationId,
    maskedName: maskName(named.get(person.agenda.personId)?.name ?? "○○"),
    arrivedAt: registrationOf(person.registration).arrivedAt,
    bookings: dueTimes(person, planned, postings),
  }));
  const due = (row: (typeof rows)[number]): string => row.bookings[0]?.startsAt ?? "9999";
  rows.sort((a, b) => due(a).localeCompare(due(b)) || a.maskedName.localeCompare(b.maskedName, "ko"));
  return done({
    ...planned,
    registered: rows.length,
    arrived: rows.filter((row) => row.arrivedAt !== null).length,
    people: rows,
  });
};
