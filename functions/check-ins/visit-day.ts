import type { VisitDay } from "../../shared/contract/staff.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { isMissing } from "../../shared/domain/no-show.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople, mailTroubleOf, oneOf } from "../registrations/person-reads.ts";
import { bookingsOf, listPeopleOfVisit, type PersonOfVisit, registrationOf } from "../registrations/registration-reads.ts";
import { listOutcomes } from "../table/outcome-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { dueTimes, missedTimes } from "./due-times.ts";
import { listWalkIns } from "./walk-in-writes.ts";

/** Something that they had booked is cancelled, and no other time is left here. */
const isAllCancelled = (bookings: readonly Booking[]): boolean =>
  bookings.some(({ state }) => state === "cancelled_by_centre" || state === "cancelled_by_person") &&
  bookings.every(({ state }) => state !== "confirmed" && state !== "no_show");

/**
 * The day as the desk sees it: everybody registered, first who is due first, then people without a time, at the end who took their registration back. Whose data
 * was erased is a count and no row: there is nobody to call, to register again or to do anything for.
 */
export const showVisitDay = async ({ db, clock }: Deps, visitId: VisitId): Promise<Outcome<VisitDay>> => {
  const now = clock.now();
  const [planned, everybody, postings, outcomes, walkIns] = await Promise.all([
    findVisit(db, visitId),
    listPeopleOfVisit(db, visitId),
    listVisitPostings(db, visitId),
    listOutcomes(db, visitId),
    listWalkIns(db, visitId),
  ]);
  if (!planned) return refuse("not-found");
  const people = everybody.filter(({ agenda }) => !agenda.erasedAt);
  // Who had not come took nothing of the day with them.
  const erased = everybody.filter(({ agenda, registration }) => agenda.erasedAt && registration.arrival).length;
  const named = await findPeople(
    db,
    people.map(({ agenda }) => agenda.personId),
  );
  const known = (person: PersonOfVisit) => named.get(person.agenda.personId);
  const rows = people.map((person) => ({
    registrationId: person.agenda.registrationId,
    maskedName: maskName(known(person)?.name ?? "○○"),
    mailTrouble: mailTroubleOf(known(person)),
    mailUnproven: known(person)?.mailUnproven,
    registeredAt: person.registration.registration.registeredAt,
    arrivedAt: registrationOf(person.registration).arrivedAt,
    confirmedAt: person.registration.confirmedAt ?? null,
    bookings: dueTimes(person, planned, postings).map(({ booking: { bookingId, slotId, sequence, deskId, startsAt }, shown }) => ({
      ...shown,
      bookingId,
      seen: { slotId, sequence },
      deskId,
      isMissing: isMissing({ startsAt }, person.registration.arrival?.at, now),
      outcome: outcomes.get(bookingId)?.outcome,
    })),
    missed: missedTimes(person, planned, postings),
    isCancelled: isAllCancelled(bookingsOf(person.agenda)),
    withdrawnAt: person.registration.withdrawnAt,
  }));
  // Who is there twice, and was found to be one, counts once.
  const oneOfRow = new Map(people.map((person) => [person.agenda.registrationId, oneOf(known(person) ?? person.agenda)]));
  const countOf = (some: typeof rows): number => new Set(some.map(({ registrationId }) => oneOfRow.get(registrationId))).size;
  const due = (row: (typeof rows)[number]): string => (row.withdrawnAt ? "9999-withdrawn" : (row.bookings[0]?.startsAt ?? "9999"));
  rows.sort((a, b) => due(a).localeCompare(due(b)) || a.maskedName.localeCompare(b.maskedName, "ko"));
  return done({
    ...planned,
    // Who is not coming after all, and came, is here.
    registered: countOf(rows.filter((row) => row.withdrawnAt === undefined || row.arrivedAt !== null)) + erased,
    arrived: countOf(rows.filter((row) => row.arrivedAt !== null)) + erased,
    walkIns: walkIns.length,
    erased,
    people: rows,
  });
};
