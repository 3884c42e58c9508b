import { type Instant, instantOf, type LocalDate, type LocalTime } from "./seoul-time.ts";

/**
 * A day in cells of five minutes, counted from midnight in Seoul (0 to 287). Whoever can do one thing at a time (a seeker, a desk, an
 * interviewer) holds busy cells in the database; "no overlap" is then a condition on them and needs no read before the write.
 */
export const cellMinutes = 5;
const cellMilliseconds = cellMinutes * 60_000;
const cellsInDay = 288;

const midnightOf = (date: LocalDate): number => Date.parse(instantOf(date, "00:00" as LocalTime));

/**
 * The cells that [startsAt, endsAt) covers on `date`, widened by `gapMinutes` on both sides. Cells before midnight or after the end of the day are
 * left out: nothing is held there.
 */
export const cellsOf = (date: LocalDate, span: { startsAt: Instant; endsAt: Instant }, gapMinutes = 0): number[] => {
  const midnight = midnightOf(date);
  const gap = gapMinutes / cellMinutes;
  const first = Math.max(0, Math.floor((Date.parse(span.startsAt) - midnight) / cellMilliseconds) - gap);
  const end = Math.min(cellsInDay, Math.ceil((Date.parse(span.endsAt) - midnight) / cellMilliseconds) + gap);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
};
