/** The one way in which what happened at the desk is counted for people: who was let in, who walked in, what else was done, and what let nobody in. */
import { type CheckInEvent, liveEvents, type Subject, subjectOf } from "./check-in-event.ts";
import { letsIn } from "./verdicts.ts";

export type Tally = {
  /** Who was let in with a ticket, each once; not who was taken back in the same breath. */
  people: readonly (Subject | string)[];
  /** Who was given a number without a registration. */
  walkIns: readonly string[];
  /** What else was done at the desk, each by itself: somebody called, served, sent on, something taken back. */
  acts: readonly string[];
  /** What was scanned and let nobody in, of anybody else, each ticket once; a scan that names no ticket by its own id. */
  refused: readonly (Subject | string)[];
};
export type Counts = Record<keyof Tally, number>;

/** What is kept of before this version may lack some of it. */
export const countsOf = ({ people = [], walkIns = [], acts = [], refused = [] }: Partial<Tally>): Counts => ({
  ...{ people: people.length, walkIns: walkIns.length, acts: acts.length, refused: refused.length },
});

/** A verdict of a newer app, which this one does not know, lets nobody in here, as in the fold. */
const letsNobodyIn = (event: CheckInEvent): boolean => event.kind === "admit" && !event.reentry && !letsIn(event.verdict);

const letsThemIn = (event: CheckInEvent): boolean => (event.kind === "admit" || event.kind === "override") && !letsNobodyIn(event);

/** Counts events, added to what was counted before: the same event counts once, however often it comes. */
export const tallyOf = (events: readonly CheckInEvent[], before: Partial<Tally> = {}): Tally => {
  const whoOf = (event: CheckInEvent) => subjectOf(event) ?? event.id;
  const live = liveEvents(events);
  const more = <Id extends string>(known: readonly Id[] = [], found: readonly Id[]) => new Set([...known, ...found]);
  const people = more(before.people, live.filter(letsThemIn).map(whoOf));
  const walkIns = more(
    before.walkIns,
    live.filter(({ kind }) => kind === "walk-in").map(({ id }) => id),
  );
  const others = [...events.filter(({ kind }) => kind === "undo"), ...live.filter((event) => "of" in event)];
  const acts = more(
    before.acts,
    others.map(({ id }) => id),
  );
  const refused = more(before.refused, live.filter(letsNobodyIn).map(whoOf));
  return {
    ...{ people: [...people], walkIns: [...walkIns], acts: [...acts] },
    refused: [...refused].filter((who) => !people.has(who)),
  };
};
