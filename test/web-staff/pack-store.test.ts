import { countWaiting } from "../support/offline-worlds.ts";
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { addEvents, listOwnEvents } from "../../web/src/staff/offline/outbox.ts";
import { readDigests, readPack, wipedFrom, wipePacks } from "../../web/src/staff/offline/pack-store.ts";
import { aDatabase, anAdmission, aPack, aRow, keep, visitId } from "../support/offline-worlds.ts";

test("a pack is whole again after a part of it changed, and names what it has", async () => {
  const db = await aDatabase();
  expect(await readDigests(db, visitId)).toBeUndefined();
  const rows = Array.from({ length: 40 }, () => aRow());
  await keep(db, await aPack({ tickets: rows }));
  const [first, ...others] = rows;
  const changed = [{ ...aRow(), ...first, status: "cancelled" as const }, ...others];
  const known = await readDigests(db, visitId);
  const delta = await aPack({ tickets: changed }, { revision: 2 }, known);
  expect(delta.tickets).toHaveLength(1);
  await keep(db, delta);
  const kept = await readPack(db, visitId);
  expect(kept?.pack.revision).toBe(2);
  expect(kept?.tickets.toSorted((a, b) => a.idx.localeCompare(b.idx))).toEqual(changed.toSorted((a, b) => a.idx.localeCompare(b.idx)));
  // nothing is missing now
  expect((await aPack({ tickets: changed }, {}, await readDigests(db, visitId))).tickets).toEqual([]);
});

test("a bucket that has become empty is empty here too", async () => {
  const db = await aDatabase();
  await keep(db, await aPack({ tickets: [aRow()] }));
  const known = await readDigests(db, visitId);
  const delta = await aPack({}, {}, known);
  expect(delta.tickets).toMatchObject([{ digest: "", rows: [] }]);
  await keep(db, delta);
  expect((await readPack(db, visitId))?.tickets).toEqual([]);
});

test("renewed while something waits to be sent, both are there: the new pack, and what was written under the old one", async () => {
  const db = await aDatabase();
  const [here, since] = [aRow(), aRow()];
  const event = anAdmission({ idx: here.idx });
  await keep(db, await aPack({ tickets: [here] }));
  await addEvents(db, [event]);
  // the server does not know of the event yet, and has another phone's
  const theirs = anAdmission({ idx: since.idx, deviceId: "phone-b-0002" });
  await keep(db, await aPack({ tickets: [here, since], events: [theirs] }, { revision: 2 }, await readDigests(db, visitId)));
  expect([await countWaiting(db), await listOwnEvents(db, visitId)]).toEqual([1, [event]]);
  const kept = await readPack(db, visitId);
  expect([kept?.tickets.length, kept?.events]).toEqual([2, [theirs]]);
});

test("a wipe takes pack and state at hand, and leaves what waits to be sent", async () => {
  const db = await aDatabase();
  const event = anAdmission();
  await keep(db, await aPack({ tickets: [aRow()], events: [anAdmission()] }));
  await addEvents(db, [event]);
  await wipePacks(db, () => false);
  expect(await readPack(db, visitId)).toBeDefined();
  await wipePacks(db, () => true);
  expect([await readPack(db, visitId), await listOwnEvents(db, visitId)]).toEqual([undefined, []]);
  expect(await db.count("buckets")).toBe(0);
  expect(await countWaiting(db)).toBe(1);
});

test("a pack is wiped 12 hours after the end of its visit", async () => {
  const { visit } = await aPack({});
  expect(wipedFrom({ visit })).toBe(addMinutes(Instant.parse("2026-11-26T08:00:00.000Z"), 12 * 60));
});
