/**
 * Who waits at which desk, as a fold over the events of the desk: the same set of events gives the same queue on every phone and on the call board.
 */
import { type CheckInEvent, correctedAt, liveEvents, type Subject, subjectOf } from "./check-in-event.ts";
import type { DeskId } from "./ids.ts";
import type { Instant } from "./seoul-time.ts";

/** Where somebody stands: with whom it is their turn, or already past it. */
export type QueueState = "waiting" | "called" | "serving" | "done" | "missed";

export type QueuePlace = {
  subject: Subject;
  /** Number of a walk-in; undefined for somebody with a ticket. */
  number: string | undefined;
  deskId: DeskId;
  state: QueueState;
  /** Since when they wait at this desk, by the server's clock: a walk-in's coming, or their being sent on. */
  since: Instant;
  /** How often they were called since they wait here. */
  calls: number;
  /** When they were last called, or when what is going on began or ended. */
  changedAt: Instant;
};

const stateAfter = { call: "called", serve: "serving", done: "done", missed: "missed", "send-on": "waiting" } as const;

/**
 * Places by subject, from all events of a visit in any order. Who has a ticket is in it from the first desk action about them; until then they wait for
 * the times that they booked (`day-board.ts`).
 */
export const foldQueue = (events: readonly CheckInEvent[]): Map<Subject, QueuePlace> => {
  const places = new Map<Subject, QueuePlace>();
  for (const event of liveEvents(events)) {
    const subject = subjectOf(event);
    if (!subject) continue;
    const at = correctedAt(event);
    if (event.kind === "walk-in") {
      const { number, deskId } = event;
      // What was done about them may have been told by a faster clock: then they came the moment before.
      const later = places.get(subject);
      places.set(subject, later ? { ...later, number } : { subject, number, deskId, state: "waiting", since: at, calls: 0, changedAt: at });
    } else if (event.kind in stateAfter) {
      const { kind, deskId } = event as Extract<CheckInEvent, { kind: keyof typeof stateAfter }>;
      const before = places.get(subject);
      const isNewWait = kind === "send-on" || before === undefined;
      const calls = (isNewWait ? 0 : before.calls) + (kind === "call" ? 1 : 0);
      places.set(subject, {
        subject,
        number: before?.number,
        deskId,
        state: stateAfter[kind],
        since: isNewWait ? at : before.since,
        calls,
        changedAt: at,
      });
    }
  }
  return places;
};
