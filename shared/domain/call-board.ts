/** What of the queue everybody may see, on the screen at the bus and on their own phone: numbers by desk, nothing about anybody. */
import type { Subject } from "./check-in-event.ts";
import type { DeskBoard, Due } from "./desk-board.ts";
import type { QueuePlace } from "./queue-fold.ts";
import { type Instant, seoulTimeOf } from "./seoul-time.ts";

/** A desk on the call board, under the label on its sign. */
export const onCallBoard = (label: string, { deskId, serving, line, missed }: DeskBoard) => ({
  ...{ deskId, label, serving: serving?.label ?? null },
  called: line.filter(({ state }) => state === "called").map((one) => ({ label: one.label, calls: one.calls })),
  waiting: line.filter(({ state }) => state === "waiting").map((one) => ({ label: one.label, about: seoulTimeOf(one.expectedAt) })),
  missed: missed.map((one) => one.label),
});

type Here = { subject: Subject; label: string; since: Instant };

/**
 * Of those who have arrived with a ticket, who stands at no desk: they have no time that is still to come, and nobody has sent them on. Whoever came first is first,
 * in whatever order they are told.
 */
export const withoutDesk = <One extends Here>(
  here: readonly One[],
  { places, due }: { places: ReadonlyMap<Subject, QueuePlace>; due: readonly Pick<Due, "subject">[] },
): One[] => {
  const hasDesk = new Set<Subject>([...places.keys(), ...due.map(({ subject }) => subject)]);
  return here
    .filter(({ subject }) => !hasDesk.has(subject))
    .sort((a, b) => a.since.localeCompare(b.since) || a.label.localeCompare(b.label));
};
