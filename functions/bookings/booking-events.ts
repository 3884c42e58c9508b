import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { BookingId } from "../../shared/domain/ids.ts";
import { type AgendaItem, givenUpIn } from "../registrations/registration-reads.ts";

/** What happened to a person's bookings between two versions of their agenda. */
export type BookingEvent = { agenda: AgendaItem; booking: Booking } & (
  | { kind: "booking.made" | "booking.cancelled" | "booking.cancelled-by-centre" }
  | { kind: "booking.moved"; from: Pick<Booking, "startsAt" | "deskId"> }
);

/**
 * Pure: the same two versions always tell the same events, however often the stream repeats them. What a plan did is told by the plan's receipt, one
 * message a person, and what was given up with a registration or a consent by its own; a no-show is cared for in the evening.
 */
export const bookingEvents = (before: AgendaItem | undefined, after: AgendaItem | undefined): BookingEvent[] => {
  if (!after) return [];
  const givenUp = new Set(givenUpIn(after));
  return (Object.entries(after.bookings) as [BookingId, Booking][]).flatMap(([id, booking]): BookingEvent[] => {
    const earlier = before?.bookings[id];
    if (booking.planId && booking.planId !== earlier?.planId) return [];
    if (!earlier) return isLive(booking) ? [{ kind: "booking.made", agenda: after, booking }] : [];
    if (!isLive(earlier) || givenUp.has(id)) return [];
    switch (booking.state) {
      case "confirmed":
        return booking.sequence > earlier.sequence
          ? [{ kind: "booking.moved", agenda: after, booking, from: { startsAt: earlier.startsAt, deskId: earlier.deskId } }]
          : [];
      case "cancelled_by_person":
        return [{ kind: "booking.cancelled", agenda: after, booking }];
      case "cancelled_by_centre":
        return [{ kind: "booking.cancelled-by-centre", agenda: after, booking }];
      default:
        return [];
    }
  });
};
