import type { CheckInEvent } from "./check-in-event.ts";

/** Three digits: a phone gives no more numbers than these on one visit. */
const last = 999;

/** "A-012": the letter of the device's lease, and a number counted on it. */
export const queueNumber = (letter: string, count: number): string => `${letter}-${String(count).padStart(3, "0")}`;

/** What a device remembers of its numbers: the highest that it gave, 0 for none, and each of them; an older version did not write these down. */
export type Given = { counted: number; given?: readonly number[] };

/**
 * The number that follows on a device. `events` are those of the visit that it knows, in case it has forgotten: no number is given twice. Where one has leapt to
 * the end, whoever wrote it, those that it passed over are given: nobody else's number leaves a phone without any. Throws a RangeError once all 999 are given.
 */
export const countAfter = ({ counted, given = [] }: Given, letter: string, events: readonly CheckInEvent[]): number => {
  const known = events.flatMap((event) =>
    event.kind === "walk-in" && event.number.startsWith(`${letter}-`) ? Number(event.number.slice(letter.length + 1)) : [],
  );
  const next = Math.max(counted, ...known) + 1;
  if (next <= last) return next;
  const taken = new Set([...known, ...given]);
  // Without the last one at hand nobody can tell which of them were given.
  for (let count = 1; taken.has(last) && count < last; count++) if (!taken.has(count)) return count;
  throw new RangeError(`Device ${letter} has no number left.`);
};

/** The same once this number is given. */
export const givenWith = ({ counted, given = [] }: Given, count: number): Required<Given> => ({
  counted: Math.max(counted, count),
  given: [...given, count],
});
