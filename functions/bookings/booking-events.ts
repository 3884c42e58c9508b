import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { BookingId } from "../../shared/domain/ids.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";

/** What happened to a person's bookings between two versions of their agenda. */
export type BookingEvent = { kind: "booking.made" | "booking.cancelled"; agenda: AgendaItem; booking: Booking };

/** Pure: the same two versions always tell the same events, however often the stream repeats them. */
export const bookingEvents = (before: AgendaItem | undefined, after: AgendaItem | undefined): BookingEvent[] => {
  if (!after) return [];
  return (Object.entries(after.bookings) as [BookingId, Booking][]).flatMap(([id, booking]): BookingEvent[] => {
    const earlier = before?.bookings[id];
    if (!earlier && isLive(booking)) return [{ kind: "booking.made", agenda: after, booking }];
    if (earlier && isLive(earlier) && !isLive(booking)) return [{ kind: "booking.cancelled", agenda: after, booking }];
    return [];
  });
};
