import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { type Booking, isLive } from "../../../../shared/domain/booking.ts";
import { type Instant, type LocalTime, seoulTimeOf } from "../../../../shared/domain/seoul-time.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";

/** Times that can still be booked at `now`, by the device's clock; the API decides. */
export const freeSlots = (slots: readonly TimetableSlot[], now: Instant): TimetableSlot[] =>
  slots.filter((slot) => slot.mode === "open" && slot.free > 0 && slot.startsAt > now);

/** Live bookings of the reader among some times. */
export const ownAmong = (slots: readonly TimetableSlot[], registration: Pick<MyRegistration, "bookings"> | undefined): Booking[] =>
  (registration?.bookings ?? [])
    .map(({ booking }) => booking)
    .filter((booking) => isLive(booking) && slots.some(({ slotId }) => slotId === booking.slotId));

export type HourGroup = { hour: LocalTime; slots: TimetableSlot[] };

/** Times by the hour in which they start, in Seoul; full ones stay, so that the day keeps its shape. */
export function byHour(slots: readonly TimetableSlot[]): HourGroup[] {
  const groups = new Map<string, TimetableSlot[]>();
  for (const slot of slots) {
    const hour = `${seoulTimeOf(slot.startsAt).slice(0, 2)}:00`;
    groups.set(hour, [...(groups.get(hour) ?? []), slot]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hour, group]) => ({ hour: hour as LocalTime, slots: group }));
}

/** From the first start to the last end of some times, which are sorted by start. */
export function spanOf(slots: readonly TimetableSlot[]): { startsAt: Instant; endsAt: Instant } | undefined {
  const [first] = slots;
  const last = slots
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  return first && last && { startsAt: first.startsAt, endsAt: last };
}
