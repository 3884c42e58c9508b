import { isSeenBy } from "../../shared/domain/consent-withdrawal.ts";
import type { BookingId, EmployerId, VisitId } from "../../shared/domain/ids.ts";
import type { Db } from "../platform/db.ts";
import { listPeopleOfVisit, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { listOutcomes } from "../table/outcome-reads.ts";
import { listPlacements } from "./result-reads.ts";

type Known = { has(bookingId: BookingId): boolean };

/**
 * How many results each employer owes: of interviews whose people came and whom it may see, which neither it spoke of nor the centre has confirmed. An employer that
 * owes none is not in it.
 */
export const unansweredOf = (people: readonly PersonOfVisit[], outcomes: Known, placements: Known): Map<EmployerId, number> => {
  const owed = new Map<EmployerId, number>();
  for (const { registration, agenda } of people) {
    if (!registration.arrival) continue;
    for (const booking of Object.values(agenda.bookings)) {
      const { kind, bookingId, employerId } = booking;
      if (kind !== "interview" || !employerId || !isSeenBy(booking, employerId)) continue;
      if (!outcomes.has(bookingId) && !placements.has(bookingId)) owed.set(employerId, (owed.get(employerId) ?? 0) + 1);
    }
  }
  return owed;
};

/** The same, read anew. */
export const countUnanswered = async (db: Db, visitId: VisitId): Promise<Map<EmployerId, number>> =>
  unansweredOf(...(await Promise.all([listPeopleOfVisit(db, visitId), listOutcomes(db, visitId), listPlacements(db, visitId)])));
