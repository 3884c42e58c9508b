import { type LocalTime, minutesOfDay } from "./seoul-time.ts";
import type { SlotKind } from "./states.ts";

/** Minutes before their time that people are asked to be there, by what they booked. */
const arriveMinutes: Record<SlotKind, number> = { interview: 20, counselling: 10, aptitude: 10, ceo_talk: 10 };

/** Whether that would be before the bus opens: then they come when it does. */
export const comesAtOpening = (kind: SlotKind, { slotTime, opensAt }: { slotTime: LocalTime; opensAt: LocalTime }): boolean =>
  minutesOfDay(slotTime) - arriveMinutes[kind] < minutesOfDay(opensAt);
