import { type Booking, isLive } from "./booking.ts";
import { cellsOf } from "./day-grid.ts";
import type { BookingId } from "./ids.ts";
import type { LocalDate } from "./seoul-time.ts";
import type { BookingRules } from "./visit.ts";

/** A person's day at a visit: what they have booked, and the visit's limits. */
export type Day = { date: LocalDate; bookings: readonly Booking[]; rules: BookingRules };

/** What keeps a person from taking a time, by their live bookings (promise 2); `except` names the one that would be given up for it. */
export const dayRefusal = (
  { date, bookings, rules }: Day,
  wanted: Pick<Booking, "kind" | "startsAt" | "endsAt">,
  except?: BookingId,
): { reason: "times-overlap" | "interview-limit"; clash?: Booking } | undefined => {
  const live = bookings.filter((booking) => isLive(booking) && booking.bookingId !== except);
  const near = new Set(cellsOf(date, wanted, rules.gapMinutes));
  const clash = live.find((booking) => cellsOf(date, booking).some((cell) => near.has(cell)));
  if (clash) return { reason: "times-overlap", clash };
  const interviews = live.filter((booking) => booking.kind === "interview").length;
  return wanted.kind === "interview" && interviews >= rules.maxInterviews ? { reason: "interview-limit" } : undefined;
};
