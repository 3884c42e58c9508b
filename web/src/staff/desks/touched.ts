import type { DayPerson } from "../../../../shared/contract/staff.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";

export type Touched = { people: number; times: number; next: Instant | undefined };

/** What a change of a desk touches: bookings there that have not begun, and how many people have them, who will be told. */
export function touchedBy(people: readonly DayPerson[], deskId: string, now: Instant): Touched {
  const own = people.map(({ bookings }) => bookings.filter((booking) => booking.deskId === deskId && now < booking.startsAt));
  const times = own.flat();
  const starts = times.map(({ startsAt }) => startsAt).sort();
  return { people: own.filter((bookings) => bookings.length > 0).length, times: times.length, next: starts[0] };
}
