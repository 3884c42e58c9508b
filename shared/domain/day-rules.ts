import { type Booking, isLive } from "./booking.ts";
import { cellsOf } from "./day-grid.ts";
import type { BookingId } from "./ids.ts";
import { type LocalDate, seoulDateOf } from "./seoul-time.ts";
import type { BookingRules } from "./visit.ts";

/** A person's day at a visit: what they have booked, and the visit's limits. */
export type Day = { date: LocalDate; bookings: readonly Booking[]; rules: BookingRules };

/**
 * What keeps a person from taking a time, by their live bookings of its own day (promise 2); `except` names the one that would be given up for it. The day is
 * that of the time and not the visit's: while a plan moves a visit some bookings have followed and some have not, and what had begun before stays behind.
 */
export const dayRefusal = (
  { bookings, rules }: Omit<Day, "date">,
  wanted: Pick<Booking, "kind" | "startsAt" | "endsAt">,
  except?: BookingId,
): { reason: "times-overlap" | "interview-limit"; clash?: Booking } | undefined => {
  const date = seoulDateOf(wanted.startsAt);
  const live = bookings.filter((booking) => isLive(booking) && booking.bookingId !== except && seoulDateOf(booking.startsAt) === date);
  const near = new Set(cellsOf(date, wanted, rules.gapMinutes));
  const clash = live.find((booking) => cellsOf(date, booking).some((cell) => near.has(cell)));
  if (clash) return { reason: "times-overlap", clash };
  const interviews = live.filter((booking) => booking.kind === "interview").length;
  return wanted.kind === "interview" && interviews >= rules.maxInterviews ? { reason: "interview-limit" } : undefined;
};
