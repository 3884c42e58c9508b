/**
 * Who waits at which desk, as a fold over the events of the desk: the same set of events gives the same queue on every phone and on the call board.
 */
import { type CheckInEvent, correctedAt, liveEvents, type Subject, subjectOf } from "./check-in-event.ts";
import type { DeskId } from "./ids.ts";
import type { Instant } from "./seoul-time.ts";
import { isTicketIndex } from "./ticket-token.ts";

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
  /** When it was their turn at this desk; undefined until then. */
  servedAt: Instant | undefined;
  /** Desks that they are through with, and since when: a time that they booked there is over for them. */
  leftAt: Readonly<Record<DeskId, Instant>>;
};

const stateAfter = { call: "called", serve: "serving", done: "done", missed: "missed", "send-on": "waiting" } as const;
type DeskAction = Extract<CheckInEvent, { kind: keyof typeof stateAfter }>;
const isDeskAction = (event: CheckInEvent): event is DeskAction => event.kind in stateAfter;

/** Desks that somebody has left, after one more action: the one that was done with them or missed them, or from which they were sent on. */
const leftAfter = ({ kind, deskId }: DeskAction, at: Instant, before: QueuePlace | undefined): QueuePlace["leftAt"] => {
  const { [deskId]: _, ...others } = before?.leftAt ?? {};
  if (kind === "done" || kind === "missed") return { ...others, [deskId]: at };
  return kind === "send-on" && before && before.deskId !== deskId ? { ...others, [before.deskId]: at } : others;
};

/**
 * Places by subject, from all events of a visit in any order. Who has a ticket is in it from the first desk action about them; until then they wait for
 * the times that they booked (`desk-board.ts`).
 */
export const foldQueue = (events: readonly CheckInEvent[]): Map<Subject, QueuePlace> => {
  const places = new Map<Subject, QueuePlace>();
  for (const event of liveEvents(events)) {
    const subject = subjectOf(event);
    if (!subject) continue;
    const at = correctedAt(event);
    const before = places.get(subject);
    if (event.kind === "walk-in") {
      const { number, deskId } = event;
      // What was done about them may have been told by a slower clock: then they came the moment before.
      const place = before ?? { subject, deskId, state: "waiting", since: at, calls: 0, changedAt: at, servedAt: undefined, leftAt: {} };
      places.set(subject, { ...place, number });
    } else if (isDeskAction(event)) {
      const { kind, deskId } = event;
      const isNewWait = kind === "send-on" || before === undefined;
      places.set(subject, {
        subject,
        number: before?.number,
        deskId,
        state: stateAfter[kind],
        since: isNewWait ? at : before.since,
        calls: (isNewWait ? 0 : before.calls) + (kind === "call" ? 1 : 0),
        changedAt: at,
        servedAt: kind === "serve" ? at : isNewWait ? undefined : before.servedAt,
        leftAt: leftAfter(event, at, before),
      });
    }
  }
  // Something done about a walk-in whose coming is not told yet: nobody can be called without a number.
  for (const [subject, { number }] of places) if (number === undefined && !isTicketIndex(subject)) places.delete(subject);
  return places;
};
