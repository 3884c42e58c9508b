/** The one way in which check-ins are counted for people: who is in, and what let nobody in. */
import { type CheckInEvent, type Subject, subjectOf } from "./check-in-event.ts";
import { letsIn } from "./verdicts.ts";

export type Tally = {
  /** Who was let in or had something done at a desk, each once. */
  people: readonly (Subject | string)[];
  /** What was scanned and let nobody in, of anybody else, each ticket once; a scan that names no ticket by its own id. */
  refused: readonly (Subject | string)[];
};

/** A verdict of a newer app, which this one does not know, lets nobody in here, as in the fold. */
const letsNobodyIn = (event: CheckInEvent): boolean => event.kind === "admit" && !event.reentry && !letsIn(event.verdict);

/** Counts events, added to what was counted before: the same event counts once, however often it comes. */
export const tallyOf = (events: readonly CheckInEvent[], before: Tally = { people: [], refused: [] }): Tally => {
  const whoOf = (event: CheckInEvent) => subjectOf(event) ?? event.id;
  const people = new Set([...before.people, ...events.filter((event) => !letsNobodyIn(event)).map(whoOf)]);
  const refused = new Set([...before.refused, ...events.filter(letsNobodyIn).map(whoOf)]);
  return { people: [...people], refused: [...refused].filter((who) => !people.has(who)) };
};
