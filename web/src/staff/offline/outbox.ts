import type { EventAnswer } from "../../../../shared/contract/check-in.ts";
import { asOthersSee, type CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { countAfter, givenWith, queueNumber } from "../../../../shared/domain/queue-number.ts";
import { type Counts, countsOf, tallyOf } from "../../../../shared/domain/tally.ts";
import { mostEventBytes, mostEvents } from "../../../../shared/domain/upload-size.ts";
import type { OfflineDatabase, OwnEvent } from "./database.ts";

/** Writes events down: what waits to be sent and the state at hand change in one transaction, which is on the disk when this resolves. */
export const addEvents = async (db: OfflineDatabase, events: readonly CheckInEvent[]): Promise<void> => {
  const tx = await db.begin(["own", "outbox"], "readwrite", { durability: "strict" });
  await allOrNothing(tx, () => {
    for (const event of events) putEvent(tx, event);
  });
};

/**
 * Gives the next queue number of this device and writes the walk-in down with it, in one transaction: neither a reload nor a second page gives a number twice.
 * `known` are the events of the visit at hand. Rejects with a RangeError when there is no number left.
 */
export const addWalkIn = async (
  db: OfflineDatabase,
  { visitId, letter, known }: { visitId: VisitId; letter: string; known: readonly CheckInEvent[] },
  make: (number: string) => CheckInEvent,
): Promise<CheckInEvent> => {
  const tx = await db.begin(["counters", "own", "outbox"], "readwrite", { durability: "strict" });
  const counters = tx.objectStore("counters");
  const name = `${visitId} ${letter}`;
  return allOrNothing(tx, async () => {
    const before = (await counters.get(name)) ?? { counted: 0 };
    const count = countAfter(before, letter, known);
    const event = make(queueNumber(letter, count));
    quietly(counters.put({ name, ...givenWith(before, count) }));
    putEvent(tx, event);
    return event;
  });
};

const keptOf = (event: CheckInEvent) => ({ id: event.id, visitId: event.visitId, event });
/** For the state at hand, which no reason changes: what was written about somebody waits to be sent, and lies nowhere here after that. */
const shownOf = (event: CheckInEvent) => keptOf(asOthersSee(event));

type Stores = { objectStore(name: "own" | "outbox"): { put(value: OwnEvent): Promise<unknown> } };
const putEvent = (tx: Stores, event: CheckInEvent): void => {
  quietly(tx.objectStore("own").put(shownOf(event)));
  quietly(tx.objectStore("outbox").put(keptOf(event)));
};

/** What cannot be written at all takes the rest back with it. */
const allOrNothing = async <Value>(tx: { abort(): void; done: Promise<void> }, write: () => Value | Promise<Value>): Promise<Value> => {
  let value: Value;
  try {
    value = await write();
  } catch (error) {
    tx.abort();
    await tx.done.catch(() => undefined);
    throw error;
  }
  await tx.done;
  return value;
};

/** The transaction tells of a failure, once and for all of it. */
const quietly = (written: Promise<unknown>): void => void written.catch(() => undefined);

/** Notes an event of this device that the server has already. */
export const noteSentEvent = async (db: OfflineDatabase, event: CheckInEvent): Promise<void> => {
  await db.put("own", shownOf(event));
};

export const listOwnEvents = async (db: OfflineDatabase, visitId: VisitId): Promise<CheckInEvent[]> =>
  (await db.getAllFromIndex("own", "visit", visitId)).map(({ event }) => event);

/** How much waits, as people count it. */
export const tallyWaiting = async (db: OfflineDatabase): Promise<Counts> =>
  countsOf(tallyOf((await db.getAll("outbox")).map(({ event }) => event)));

/** What waits, oldest first, as much as one upload takes, of the visit whose oldest has waited longest; visits in `but` are left out. */
export const nextBatch = async (
  db: OfflineDatabase,
  but: ReadonlySet<VisitId>,
): Promise<{ visitId: VisitId; events: CheckInEvent[] } | undefined> => {
  // Ids are UUIDv7: their order is that of time.
  const waiting = (await db.getAll("outbox")).filter(({ visitId }) => !but.has(visitId));
  const visitId = waiting[0]?.visitId;
  if (!visitId) return undefined;
  const events: CheckInEvent[] = [];
  let bytes = 0;
  for (const { event } of waiting.filter((own) => own.visitId === visitId).slice(0, mostEvents)) {
    bytes += new TextEncoder().encode(JSON.stringify(event)).length + 1;
    if (events.length > 0 && bytes > mostEventBytes) break;
    events.push(event);
  }
  return { visitId, events };
};

/** Forgets what the server has answered for, each by its own answer. Whatever else it said, an event without one stays. */
export const forgetAnswered = async (db: OfflineDatabase, answers: readonly EventAnswer[]): Promise<void> => {
  const tx = await db.begin(["outbox"], "readwrite", { durability: "strict" });
  for (const { id } of answers) if (id !== null) quietly(tx.store.delete(id));
  await tx.done;
};
