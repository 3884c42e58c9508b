import type { DayPerson } from "../../../../shared/contract/staff.ts";
import { type Instant, minutesBetween } from "../../../../shared/domain/seoul-time.ts";

type DueBooking = DayPerson["bookings"][number];
export type EmptySeat = { person: DayPerson; booking: DueBooking; minutesLate: number };

/** Seats whose person has not come and of whose time something is left: what the desk has to decide now, longest empty first. */
export function emptySeats(people: readonly DayPerson[], now: Instant): EmptySeat[] {
  return people
    .flatMap((person) => person.bookings.map((booking) => ({ person, booking })))
    .filter(({ booking }) => booking.isMissing && now < booking.endsAt)
    .map((seat) => ({ ...seat, minutesLate: minutesBetween(seat.booking.startsAt, now) }))
    .sort((a, b) => b.minutesLate - a.minutesLate);
}
