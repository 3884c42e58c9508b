import { type Booking, cancellationRefusal, isLive } from "../../shared/domain/booking.ts";
import type { BookingId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, findAgenda } from "../registrations/registration-reads.ts";
import { releaseSeat } from "../slots/slot-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { cancelInAgenda } from "./booking-writes.ts";

/** Cancels a booking until its start; the seat is free in the same transaction. Cancelling a cancelled one answers the same. */
export const cancelBooking = async (
  { db, clock }: Deps,
  { visitId, bookingId }: { visitId: VisitId; bookingId: BookingId },
  actor: Pick<SignedIn, "personId">,
): Promise<Outcome<Booking>> => {
  const registrationId = registrationIdOf(visitId, actor.personId);
  const now = clock.now();
  const [agenda, planned] = await Promise.all([findAgenda(db, visitId, registrationId), findVisit(db, visitId)]);
  const booking = agenda?.bookings[bookingId];
  if (!booking || !planned) return refuse("not-found");
  if (!isLive(booking)) return done(booking);
  const tooLate = cancellationRefusal(booking, now);
  if (tooLate) return refuse(tooLate);

  const result = await transact(db, {
    agenda: cancelInAgenda({ visitId, registrationId, date: planned.visit.date }, booking, now),
    seat: releaseSeat(visitId, booking.slotId, bookingId),
  });
  if (result.ok) return done({ ...booking, state: "cancelled_by_person", cancelledAt: now, sequence: booking.sequence + 1 });
  // Somebody cancelled it in the same moment, for example this person with a second tap.
  const current = (result.before.agenda as AgendaItem | undefined)?.bookings[bookingId];
  if (current && !isLive(current)) return done(current);
  throw new Error(`The agenda and the slot disagree about ${bookingId}.`);
};
