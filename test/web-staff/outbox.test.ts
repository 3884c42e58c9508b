import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { EventAnswer } from "../../shared/contract/check-in.ts";
import { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { mostEventBytes, mostEvents } from "../../shared/domain/upload-size.ts";
import type { OfflineDatabase } from "../../web/src/staff/offline/database.ts";
import { type BatchAnswer, type FlushState, openFlusher, pauseAfter } from "../../web/src/staff/offline/flusher.ts";
import { addEvents, listOwnEvents } from "../../web/src/staff/offline/outbox.ts";
import { aDatabase, anAdmission, anIndex, countWaiting, opens, otherVisitId, staffId, visitId } from "../support/offline-worlds.ts";
import { anEventId } from "../support/tickets.ts";

const stored = (events: readonly CheckInEvent[]): EventAnswer[] => events.map(({ id }) => ({ id, result: "stored" }));
const answered = (events: readonly CheckInEvent[]): BatchAnswer => ({ kind: "answered", answers: stored(events) });

type Sending = (events: readonly CheckInEvent[], visitId: VisitId, n: number) => BatchAnswer | Promise<BatchAnswer>;
/** A flusher whose server is this function and whose pauses pass by hand. */
const aFlusher = (db: OfflineDatabase, server: Sending) => {
  const batches: (readonly CheckInEvent[])[] = [];
  const pauses: number[] = [];
  const states: FlushState[] = [];
  const answers: EventAnswer[] = [];
  let retry = () => {};
  let turn = Promise.resolve();
  const flusher = openFlusher({
    db,
    send: async (visit, events) => {
      batches.push(events);
      return server(events, visit, batches.length);
    },
    sendNotes: async () => ({ kind: "done" }),
    alone: (work) => {
      turn = turn.then(work, work);
      return turn;
    },
    later: (afterMs, what) => {
      pauses.push(afterMs);
      retry = what;
      return () => {
        retry = () => {};
      };
    },
    onAnswers: async (_visitId, came) => {
      answers.push(...came);
    },
    onState: (state) => states.push(state),
  });
  return { ...flusher, batches, pauses, answers, retry: () => retry(), last: () => states.at(-1) };
};
const many = (count: number, over = {}) => Array.from({ length: count }, () => anAdmission(over));

describe("an event", () => {
  test("is on the disk, in the outbox and in the state at hand, once it is written down", async () => {
    const db = await aDatabase();
    const [event] = many(1);
    if (event) await addEvents(db, [event]);
    expect([await countWaiting(db), await listOwnEvents(db, visitId)]).toEqual([1, [event]]);
  });

  test("tells the server what was written about somebody, and keeps nothing of it here after that", async () => {
    const db = await aDatabase();
    const undo = { ...{ v: 1, kind: "undo", of: anIndex(), ref: anEventId(), reason: "어머니가 대신 오심" } };
    const events = [
      anAdmission({ kind: "override", verdict: "cancelled", reason: "명단에 있어 들여보냄" }),
      CheckInEvent.parse({
        ...undo,
        ...{ id: anEventId(), visitId, staffId, deviceId: "phone-a-0001", at: opens, clockOffset: 0, packRevision: 1 },
      }),
    ];
    await addEvents(db, events);
    const flusher = aFlusher(db, answered);
    await flusher.flush();
    expect(flusher.batches.flat()).toEqual(expect.arrayContaining(events));
    expect(await listOwnEvents(db, visitId)).toMatchObject([{ kind: "override" }, { kind: "undo" }]);
    const stores = ["packs", "buckets", "own", "outbox", "counters", "reports"] as const;
    const everything = JSON.stringify(await Promise.all(stores.map((store) => db.getAll(store))));
    expect(everything).not.toMatch(/어머니|명단/);
  });

  test("of which one part cannot be written is not there at all", async () => {
    const db = await aDatabase();
    const good = anAdmission();
    const bad = { ...anAdmission(), id: undefined } as unknown as CheckInEvent;
    await expect(addEvents(db, [good, bad])).rejects.toThrow();
    expect([await countWaiting(db), await listOwnEvents(db, visitId)]).toEqual([0, []]);
  });

  test("is sent once and forgotten, and stays known at the desk", async () => {
    const db = await aDatabase();
    const events = many(3);
    await addEvents(db, events);
    const flusher = aFlusher(db, answered);
    await flusher.flush();
    await flusher.flush();
    expect(flusher.batches).toEqual([events]);
    expect([await countWaiting(db), flusher.last()]).toEqual([0, "resting"]);
    expect(await listOwnEvents(db, visitId)).toHaveLength(3);
  });
});

describe("what waits goes out", () => {
  test("in uploads that the API takes, oldest first, each visit by itself", async () => {
    const db = await aDatabase();
    const events = [...many(130), ...many(3, { visitId: otherVisitId })];
    await addEvents(db, events);
    const flusher = aFlusher(db, answered);
    await flusher.flush();
    for (const batch of flusher.batches) {
      expect(batch.length).toBeLessThanOrEqual(mostEvents);
      expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThanOrEqual(mostEventBytes + 2);
      expect(new Set(batch.map((event) => event.visitId)).size).toBe(1);
    }
    expect(flusher.batches.flat()).toEqual(events);
    expect(await countWaiting(db)).toBe(0);
  });

  test("also what was written while an upload was under way", async () => {
    const db = await aDatabase();
    await addEvents(db, many(1));
    let wasAsked: Promise<void> | undefined;
    const flusher = aFlusher(db, async (events, _visitId, n) => {
      if (n === 1) {
        await addEvents(db, many(1));
        wasAsked = flusher.flush();
      }
      return answered(events);
    });
    await flusher.flush();
    await wasAsked;
    expect([flusher.batches.length, await countWaiting(db)]).toEqual([2, 0]);
  });
});

describe("nothing is forgotten", () => {
  test.for<[string, BatchAnswer, FlushState]>([
    ["nobody is signed in", { kind: "sign-in" }, "sign-in"],
    ["the server is in trouble", { kind: "unreachable" }, "unreachable"],
    ["the server will not take it", { kind: "refused" }, "refused"],
    ["the answer is empty", { kind: "answered", answers: [] }, "unreachable"],
    ["the answer is about other events", { kind: "answered", answers: stored(many(2)) }, "unreachable"],
    ["the answer names no event", { kind: "answered", answers: [{ id: null, result: "stored" }] }, "unreachable"],
  ])("when %s", async ([, answer, state]) => {
    const db = await aDatabase();
    await addEvents(db, many(2));
    const flusher = aFlusher(db, () => answer);
    await flusher.flush();
    expect([await countWaiting(db), flusher.last(), flusher.answers]).toEqual([2, state, []]);
  });

  test("when the database or the network throws", async () => {
    const db = await aDatabase();
    await addEvents(db, many(2));
    const flusher = aFlusher(db, () => Promise.reject(new Error("gone")));
    await flusher.flush();
    expect([await countWaiting(db), flusher.last(), flusher.pauses.length]).toEqual([2, "unreachable", 1]);
  });

  test("of half a batch but the answered half; the rest goes out later under the same ids", async () => {
    const db = await aDatabase();
    const events = many(4);
    await addEvents(db, events);
    const flusher = aFlusher(db, (batch, _visitId, n) => answered(n === 1 ? batch.slice(0, 2) : batch));
    await flusher.flush();
    expect([await countWaiting(db), flusher.last()]).toEqual([2, "unreachable"]);
    flusher.retry();
    await flusher.flush();
    expect(flusher.batches[1]).toEqual(events.slice(2));
    expect(await countWaiting(db)).toBe(0);
  });

  test("and one visit that is refused does not keep another one waiting", async () => {
    const db = await aDatabase();
    await addEvents(db, [...many(1), ...many(1, { visitId: otherVisitId })]);
    const flusher = aFlusher(db, (events, visit) => (visit === visitId ? { kind: "refused" } : answered(events)));
    await flusher.flush();
    expect([await countWaiting(db), flusher.batches.length]).toEqual([1, 2]);
  });
});

describe("after a failure", () => {
  test("something new waits for the pause to be over, and what has changed ends it", async () => {
    const db = await aDatabase();
    await addEvents(db, many(1));
    const flusher = aFlusher(db, () => ({ kind: "unreachable" }));
    await flusher.flush();
    flusher.retry();
    await flusher.nudge();
    await addEvents(db, many(1));
    await flusher.nudge();
    await flusher.nudge();
    expect(flusher.pauses).toEqual([2_000, 4_000]);
    await flusher.flush();
    expect(flusher.pauses).toEqual([2_000, 4_000, 2_000]);
  });

  test("pauses grow up to a minute, and the server's own is kept to", async () => {
    expect([1, 2, 3, 6, 20].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 60_000, 60_000]);
    const db = await aDatabase();
    await addEvents(db, many(1));
    const flusher = aFlusher(db, () => ({ kind: "unreachable", retryAfterSeconds: 30 }));
    await flusher.flush();
    expect(flusher.pauses).toEqual([30_000]);
  });
});
