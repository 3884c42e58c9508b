import type { CheckInEvent } from "./check-in-event.ts";

/** Three digits: a phone gives no more numbers than these on one visit. */
const last = 999;

/** "A-012": the letter of the device's lease, and a number counted on it. */
export const queueNumber = (letter: string, count: number): string => `${letter}-${String(count).padStart(3, "0")}`;

/**
 * The number that follows on a device. `counted` is the last one that it remembers giving, 0 for none; `events` are those of the visit that it knows, in case
 * it has forgotten: no number is given twice. Throws a RangeError after 999.
 */
export const countAfter = (counted: number, letter: string, events: readonly CheckInEvent[]): number => {
  const known = events.flatMap((event) =>
    event.kind === "walk-in" && event.number.startsWith(`${letter}-`) ? Number(event.number.slice(letter.length + 1)) : [],
  );
  const next = Math.max(counted, ...known) + 1;
  if (next > last) throw new RangeError(`Device ${letter} has no number left.`);
  return next;
};
