import fc from "fast-check";
import { admits, type CheckInEvent, subjectOf } from "../../shared/domain/check-in-event.ts";
import { foldTickets, type TicketState } from "../../shared/domain/check-in-fold.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { isTicketIndex, type TicketIndex } from "../../shared/domain/ticket-token.ts";
import { aDeskWorld, type DeskWorld } from "../support/desk-worlds.ts";
import { picksFrom } from "../support/picks.ts";
import { plainly } from "../support/plain-fold.ts";
import type { Tally } from "./tally.ts";

export const generateWorlds = (count: number, seed: number): DeskWorld[] => fc.sample(aDeskWorld, { numRuns: count, seed });

export type Upload = { deviceId: string; events: CheckInEvent[] };

/** How the events of a world reach the server: in batches of each phone, cut anywhere, some sent again, in any order over all phones. */
export const uploadsOf = (events: readonly CheckInEvent[], pick: (below: number) => number): Upload[] => {
  const uploads: Upload[] = [];
  for (const deviceId of new Set(events.map((event) => event.deviceId))) {
    const own = shuffled(
      events.filter((event) => event.deviceId === deviceId),
      pick,
    );
    for (let at = 0; at < own.length; ) {
      const size = 1 + pick(own.length - at);
      const batch = { deviceId, events: own.slice(at, at + size) };
      uploads.push(batch, ...(pick(3) === 0 ? [batch] : []));
      at += size;
    }
  }
  return shuffled(uploads, pick);
};

const shuffled = <T>(items: readonly T[], pick: (below: number) => number): T[] => {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
};

/** States in words that can be compared, whatever the order of their tickets. */
export const wordsOf = (states: ReadonlyMap<string, unknown>): string => JSON.stringify([...states].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The slow reference over all tickets that events are about. */
export const plainStates = ({ events: own, judged, facts }: DeskWorld): Map<TicketIndex, TicketState> => {
  const events = [...judged, ...own];
  const tickets = new Set(events.map(subjectOf).filter((subject) => subject !== undefined && isTicketIndex(subject)));
  return new Map([...tickets].map((idx) => [idx as TicketIndex, plainly(events, idx as TicketIndex, facts.get(idx as TicketIndex))]));
};

export const admissionsIn = ({ arrival, reentries, duplicates }: TicketState): string[] =>
  [...(arrival ? [arrival] : []), ...reentries, ...duplicates].map(({ eventId }) => eventId);

export type Folds = { tickets: typeof foldTickets; queue: typeof foldQueue };
const product: Folds = { tickets: foldTickets, queue: foldQueue };

/**
 * Plays generated worlds in memory: phones that know a part of each other, a server that keeps each event once in the order in which uploads come,
 * and beside its own judgement of a scan that of a phone that let somebody in. Once all
 * have met, the state on each phone, on the server and by the slow reference has to be one.
 */
export const playWorlds = (tally: Tally, { count, seed }: { count: number; seed: number }, folds: Folds = product): void => {
  const pick = picksFrom(seed);
  for (let n = 0; n < count; n += atOnce)
    for (const world of generateWorlds(Math.min(atOnce, count - n), seed + n)) playWorld(tally, world, pick, folds);
};

/** Worlds that are held in memory together. */
const atOnce = 500;

const playWorld = (tally: Tally, world: DeskWorld, pick: (below: number) => number, folds: Folds): void => {
  const factsOf = (idx: TicketIndex) => world.facts.get(idx);
  const server = [...world.judged];
  for (const { events } of uploadsOf(world.events, pick))
    for (const event of events) {
      const known = server.filter(({ id }) => id === event.id);
      if (known.length === 0 || (admits(event) && !known.some(admits))) server.push(event);
    }
  const states = folds.tickets(server, factsOf);
  const [words, queue] = [wordsOf(states), wordsOf(folds.queue(server))];
  const plain = plainStates(world);
  tally.worlds += 1;
  const name = `generated world ${tally.worlds}`;
  if (words !== wordsOf(plain)) tally.divergences.push(`${name}: the server against the reference`);
  for (const deviceId of new Set(world.events.map((event) => event.deviceId))) {
    // what came with the pack, and after it what this phone did itself
    const atHand = [...shuffled(server, pick), ...world.events.filter((event) => event.deviceId === deviceId)];
    const isSame = wordsOf(folds.tickets(atHand, factsOf)) === words && wordsOf(folds.queue(atHand)) === queue;
    if (!isSame) tally.divergences.push(`${name}: ${deviceId} against the server`);
  }
  const known = new Set([...states.values()].flatMap(admissionsIn));
  const standing = [...plain.values()].flatMap(admissionsIn);
  tally.lost.push(...standing.filter((id) => !known.has(id)).map((id) => `${name}: ${id}`));
};
