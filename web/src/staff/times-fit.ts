import type { DayPerson } from "../../../shared/contract/staff.ts";
import type { Instant } from "../../../shared/domain/seoul-time.ts";

type Span = { startsAt: Instant; endsAt: Instant };

/**
 * Whether a person's day has room for a time, by what the desk can see of it; `except` is the booking that would be given up. The API knows the rest (the
 * limit of interviews) and decides.
 */
export function hasRoom(
  { bookings }: Pick<DayPerson, "bookings">,
  wanted: Span,
  { gapMinutes }: { gapMinutes: number },
  except?: string,
): boolean {
  const gapMs = gapMinutes * 60_000;
  const [from, to] = [Date.parse(wanted.startsAt) - gapMs, Date.parse(wanted.endsAt) + gapMs];
  return !bookings.some(
    ({ bookingId, startsAt, endsAt }) => bookingId !== except && Date.parse(startsAt) < to && from < Date.parse(endsAt),
  );
}
