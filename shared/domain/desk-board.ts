/**
 * Whose turn it is at each desk, and about when the others' will be: interviews, counselling and walk-ins in one line. Booked people come first at their
 * time; walk-ins in the order of coming, in the gaps that are long enough for them.
 */
import type { Subject } from "./check-in-event.ts";
import type { DeskId } from "./ids.ts";
import type { QueuePlace } from "./queue-fold.ts";
import { addMinutes, type Instant, minutesBetween, minutesUntil } from "./seoul-time.ts";
import { callNameOf, isTicketIndex, ticketCodeOf } from "./ticket-token.ts";

/** Somebody who booked a time at a desk. */
export type Due = {
  subject: Subject;
  /** What they are called by: the first half of the ticket's code. */
  label: string;
  deskId: DeskId;
  startsAt: Instant;
  endsAt: Instant;
  arrivedAt: Instant | undefined;
};

export type InLine = {
  subject: Subject;
  label: string;
  /** When they are booked for; undefined for a walk-in, or somebody who was sent on. */
  dueAt: Instant | undefined;
  state: "waiting" | "called";
  calls: number;
  /** About when their turn is; never before now. */
  expectedAt: Instant;
};

export type DeskBoard = {
  deskId: DeskId;
  serving: { subject: Subject; label: string; since: Instant } | undefined;
  /** Who is here for this desk, in order of their turn. */
  line: InLine[];
  /** Called and not come: may be called again. */
  missed: { subject: Subject; label: string; since: Instant }[];
  /** Their time has begun and they are not here. */
  late: Due[];
  /** Booked for later and not here yet. */
  expected: Due[];
  /** Whole minutes until somebody without a booking could begin; 0: now. */
  freeInMinutes: number;
};

/** Minutes that a desk needs for a walk-in while nothing was measured. */
const usualMinutes = 15;
const [shortest, longest] = [5, 60];
/** A time is kept for somebody who is late (`codes.json` → noShowPolicy). */
const graceMinutes = 10;
/** Before a desk has served so many, the usual stands for those that are missing: one that was very short, or a wrong press, is no measure. */
const fewest = 3;

/** Whoever gave a number is told so many minutes before their turn, wherever they wait. */
const headsUpMinutes = 10;
export const isSoon = ({ state, expectedAt }: Pick<InLine, "state" | "expectedAt">, now: Instant): boolean =>
  state === "waiting" && expectedAt <= addMinutes(now, headsUpMinutes);

/** Minutes that this desk has needed for its last visitors: the middle of at most five. */
export const minutesNeeded = (places: readonly QueuePlace[], deskId: DeskId): number => {
  const lengths = places
    .filter((place) => place.deskId === deskId && place.state === "done" && place.servedAt !== undefined)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
    .slice(0, 5)
    .map(({ servedAt, changedAt }) => minutesBetween(servedAt ?? changedAt, changedAt));
  const known = [...lengths, ...Array.from({ length: fewest }, () => usualMinutes)].slice(0, Math.max(fewest, lengths.length));
  const middle = known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? usualMinutes;
  return Math.min(longest, Math.max(shortest, middle));
};

/** What somebody in the queue is called by: the number of their slip, or the first half of their ticket's code. */
export const labelOf = ({ subject, number }: Pick<QueuePlace, "subject" | "number">): string =>
  number ?? (isTicketIndex(subject) ? callNameOf(ticketCodeOf(subject)) : "—");

const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** The board of one desk at an instant. `places` and `due` may hold those of all desks. */
export const deskBoard = (
  deskId: DeskId,
  { places, due, now }: { places: ReadonlyMap<Subject, QueuePlace>; due: readonly Due[]; now: Instant },
): DeskBoard => {
  const all = [...places.values()];
  const here = all.filter((place) => place.deskId === deskId);
  const minutes = minutesNeeded(all, deskId);

  const isOpen = ({ subject }: Due): boolean => places.get(subject)?.leftAt[deskId] === undefined;
  const booked = due.filter((one) => one.deskId === deskId && isOpen(one)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const isBooked = new Set(booked.map(({ subject }) => subject));

  const serving = here.find(({ state }) => state === "serving");
  const servedTime = booked.find(({ subject }) => subject === serving?.subject);
  const busyUntil = serving
    ? later(now, servedTime ? later(servedTime.endsAt, serving.changedAt) : addMinutes(serving.changedAt, minutes))
    : now;

  type Turn = { subject: Subject; label: string; due: Due | undefined; place: QueuePlace | undefined };
  const arrived: Turn[] = booked
    .filter(({ subject, arrivedAt }) => arrivedAt !== undefined && subject !== serving?.subject)
    .map((one) => ({ subject: one.subject, label: one.label, due: one, place: places.get(one.subject) }));
  const walkIns: Turn[] = here
    .filter(({ state, subject }) => (state === "waiting" || state === "called") && !isBooked.has(subject))
    .sort((a, b) => a.since.localeCompare(b.since) || (a.subject < b.subject ? -1 : 1))
    .map((place) => ({ subject: place.subject, label: labelOf(place), due: undefined, place }));
  const absent = booked.filter(({ arrivedAt, startsAt }) => arrivedAt === undefined && now < addMinutes(startsAt, graceMinutes));

  /** Times that are kept: of who is here for them, and of who may still come. */
  const kept = [...arrived.map(({ due: one }) => one as Due), ...absent].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const line: InLine[] = [];
  let at = busyUntil;
  const take = ({ subject, label, due: one, place }: Turn, expectedAt: Instant, length: number) => {
    const state = place?.state === "called" ? "called" : "waiting";
    line.push({ subject, label, dueAt: one?.startsAt, state, calls: place?.calls ?? 0, expectedAt });
    at = addMinutes(expectedAt, length);
  };
  let [nextKept, nextWalkIn] = [0, 0];
  while (nextKept < kept.length || nextWalkIn < walkIns.length) {
    const one = kept[nextKept];
    const walkIn = walkIns[nextWalkIn];
    // Who is called already comes first; a gap is for a walk-in when it is long enough.
    const fits = walkIn && (!one || walkIn.place?.state === "called" || addMinutes(at, minutes) <= one.startsAt);
    if (walkIn && fits) {
      take(walkIn, at, minutes);
      nextWalkIn += 1;
    } else if (one) {
      const begins = later(at, one.startsAt);
      const turn = arrived.find(({ due: other }) => other === one);
      if (turn) take(turn, begins, minutesBetween(one.startsAt, one.endsAt));
      else at = later(at, one.endsAt);
      nextKept += 1;
    }
  }
  return {
    deskId,
    serving: serving && { subject: serving.subject, label: labelOf(serving), since: serving.changedAt },
    line,
    missed: here
      .filter(({ state }) => state === "missed")
      .map((place) => ({ subject: place.subject, label: labelOf(place), since: place.changedAt })),
    late: booked.filter(({ arrivedAt, startsAt, subject }) => arrivedAt === undefined && startsAt <= now && subject !== serving?.subject),
    expected: booked.filter(({ arrivedAt, startsAt }) => arrivedAt === undefined && startsAt > now),
    freeInMinutes: freeIn({ kept, walkIns: walkIns.length, from: busyUntil, minutes, now }),
  };
};

/** Minutes until a gap that nobody waits for and that is long enough for one more. */
const freeIn = ({
  kept,
  walkIns,
  from,
  minutes,
  now,
}: {
  kept: readonly Due[];
  walkIns: number;
  from: Instant;
  minutes: number;
  now: Instant;
}): number => {
  let at = from;
  let ahead = walkIns;
  for (const one of kept) {
    while (addMinutes(at, minutes) <= one.startsAt) {
      if (ahead === 0) return minutesUntil(at, now);
      at = addMinutes(at, minutes);
      ahead -= 1;
    }
    at = addMinutes(later(at, one.startsAt), minutesBetween(one.startsAt, one.endsAt));
  }
  return minutesUntil(addMinutes(at, ahead * minutes), now);
};
