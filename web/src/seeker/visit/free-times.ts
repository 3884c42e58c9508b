import type { PublicSlot } from "../../../../shared/contract/public.ts";
import { type Instant, type LocalTime, seoulTimeOf } from "../../../../shared/domain/seoul-time.ts";

/** Slots that can still be booked at `now`, by the device's clock; the API decides. */
export const freeSlots = (slots: readonly PublicSlot[], now: Instant): PublicSlot[] =>
  slots.filter((slot) => slot.state === "open" && slot.free > 0 && slot.startsAt > now);

export type HourGroup = { hour: LocalTime; slots: PublicSlot[] };

/** Slots by the hour in which they start, in Seoul; withdrawn ones are left out, full ones stay, so that the day keeps its shape. */
export function byHour(slots: readonly PublicSlot[]): HourGroup[] {
  const groups = new Map<string, PublicSlot[]>();
  for (const slot of slots) {
    if (slot.state !== "open") continue;
    const hour = `${seoulTimeOf(slot.startsAt).slice(0, 2)}:00`;
    groups.set(hour, [...(groups.get(hour) ?? []), slot]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hour, group]) => ({ hour: hour as LocalTime, slots: group }));
}
