import * as z from "zod/mini";
import { cellMinutes } from "./day-grid.ts";
import { addMinutes, type Instant, instantOf, type LocalDate, LocalTime, minutesOfDay } from "./seoul-time.ts";

const OnGrid = LocalTime.check(z.refine((time) => minutesOfDay(time) % cellMinutes === 0, { error: "five-minutes" }));

/** The times an employer asks for at a visit, Asia/Seoul: interviews of `minutes` one after the other, with breaks left out. */
export const SlotPattern = z
  .strictObject({
    from: OnGrid,
    to: OnGrid,
    /** Length of one interview in minutes, a multiple of 5. */
    minutes: z.int().check(z.minimum(5), z.maximum(120), z.multipleOf(cellMinutes, { error: "five-minutes" })),
    breaks: z.array(z.strictObject({ from: OnGrid, to: OnGrid })).check(z.maxLength(8)),
    /** People interviewed together in one slot. */
    seats: z.int().check(z.minimum(1), z.maximum(20)),
  })
  .check(
    z.refine((pattern) => minutesOfDay(pattern.from) < minutesOfDay(pattern.to), { path: ["to"], error: "end-before-start" }),
    z.refine((pattern) => pattern.breaks.every((pause) => minutesOfDay(pause.from) < minutesOfDay(pause.to)), {
      path: ["breaks"],
      error: "end-before-start",
    }),
  );
export type SlotPattern = z.infer<typeof SlotPattern>;

/** Most slots one request may make: approval writes them in one transaction, which holds 100 items, three of them a desk. */
const maxSlotsPerRequest = 84;
/** Most interview time of one desk, minutes: desk and interviewer are held in one condition, which takes 300 operators, two a cell. */
const maxMinutesPerDesk = 12 * 60;

export type Span = { startsAt: Instant; endsAt: Instant };

/** The spans a pattern stands for on a date, in order; an interview that would run into a break starts after it. */
export const spansOf = (date: LocalDate, pattern: SlotPattern): Span[] => {
  const day = instantOf(date, LocalTime.parse("00:00"));
  const end = minutesOfDay(pattern.to);
  const breaks = pattern.breaks
    .map((pause) => ({ from: minutesOfDay(pause.from), to: minutesOfDay(pause.to) }))
    .sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  for (let start = minutesOfDay(pattern.from); start + pattern.minutes <= end; ) {
    const pause = breaks.find((candidate) => start < candidate.to && candidate.from < start + pattern.minutes);
    if (pause) {
      start = pause.to;
      continue;
    }
    spans.push({ startsAt: addMinutes(day, start), endsAt: addMinutes(day, start + pattern.minutes) });
    start += pattern.minutes;
  }
  return spans;
};

export type PatternRefusal = "no-slots" | "too-many-slots" | "outside-visit";

/** Why a pattern does not fit a visit's hours; undefined when it does. */
export const patternRefusal = (
  visit: { date: LocalDate; startTime: LocalTime; endTime: LocalTime },
  pattern: SlotPattern,
  desks = 1,
): PatternRefusal | undefined => {
  if (minutesOfDay(pattern.from) < minutesOfDay(visit.startTime) || minutesOfDay(pattern.to) > minutesOfDay(visit.endTime))
    return "outside-visit";
  const { length } = spansOf(visit.date, pattern);
  if (length === 0) return "no-slots";
  return length * desks > maxSlotsPerRequest || length * pattern.minutes > maxMinutesPerDesk ? "too-many-slots" : undefined;
};
