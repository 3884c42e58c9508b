import * as z from "zod/mini";
import { PostingId, type SlotId, SlotNo, SlotRequestId, slotIdOf } from "./ids.ts";
import { addMinutes, type Instant, instantOf, type LocalDate, LocalTime } from "./seoul-time.ts";
import { CentreService } from "./services.ts";
import { SlotKind, SlotMode } from "./states.ts";

/**
 * The times of one request at one desk, as a list carries them: what they share is said once, and ids follow from the request's. 200 times are some
 * kilobytes.
 */
export const Timetable = z.strictObject({
  slotRequestId: SlotRequestId,
  kind: SlotKind,
  mode: SlotMode,
  postingId: z.nullable(PostingId),
  service: z.nullable(CentreService),
  minutes: z.int(),
  seats: z.int(),
  /** By time; withdrawn ones are left out. `free`: seats nobody has or is offered; a booking may still lose the race for the last one. */
  times: z.array(z.strictObject({ no: SlotNo, at: LocalTime, free: z.int() })),
});
export type Timetable = z.infer<typeof Timetable>;

/** One time of a timetable. */
export type TimetableSlot = Omit<Timetable, "times" | "minutes"> & { slotId: SlotId; startsAt: Instant; endsAt: Instant; free: number };

/** Every time of some timetables of a visit, by start. */
export const timetableSlots = (date: LocalDate, timetables: readonly Timetable[]): TimetableSlot[] =>
  timetables
    .flatMap(({ times, minutes, ...shared }) =>
      times.map(({ no, at, free }) => {
        const startsAt = instantOf(date, at);
        return { ...shared, slotId: slotIdOf(shared.slotRequestId, no), startsAt, endsAt: addMinutes(startsAt, minutes), free };
      }),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));

/**
 * The nearest times to one that could not be had: bookable, not yet begun, fitting `fits`; those of the same posting or service first, then by
 * distance in time.
 */
export const nearestTimes = (
  slots: readonly TimetableSlot[],
  wanted: Pick<TimetableSlot, "slotId" | "postingId" | "service" | "startsAt" | "kind">,
  fits: (slot: TimetableSlot) => boolean,
  most = 3,
): TimetableSlot[] => {
  const distance = (slot: TimetableSlot): number => Math.abs(Date.parse(slot.startsAt) - Date.parse(wanted.startsAt));
  const isOther = (slot: TimetableSlot): boolean => slot.postingId !== wanted.postingId || slot.service !== wanted.service;
  return slots
    .filter((slot) => slot.slotId !== wanted.slotId && slot.mode === "open" && slot.kind === wanted.kind && slot.free > 0 && fits(slot))
    .sort((a, b) => Number(isOther(a)) - Number(isOther(b)) || distance(a) - distance(b))
    .slice(0, most);
};
