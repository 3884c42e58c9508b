import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, test } from "vitest";
import { openDatabase } from "../../web/src/staff/offline/database.ts";
import { addEvents, addWalkIn, listOwnEvents } from "../../web/src/staff/offline/outbox.ts";
import { readPack } from "../../web/src/staff/offline/pack-store.ts";
import { aDatabase, anAdmission, aPack, aRow, countWaiting, keep, visitId } from "../support/offline-worlds.ts";

/** A page of a newer version adds something to the database. */
const upgradeTo = async (name: string, version: number) => {
  const newer = await openDB(name, version, { upgrade: (db) => void db.createObjectStore(`added in ${version}`) });
  return newer;
};

test("a page goes on after a newer one has changed the database, each time", async () => {
  const db = await aDatabase();
  await keep(db, await aPack({ tickets: [aRow()] }));
  for (const version of [4, 5]) {
    const newer = await upgradeTo(db.name, version);
    await addEvents(db, [anAdmission()]);
    newer.close();
  }
  expect(await countWaiting(db)).toBe(2);
  expect((await readPack(db, visitId))?.tickets).toHaveLength(1);
});

test("what is written while a newer page changes the database is written once it has", async () => {
  const db = await aDatabase();
  const event = anAdmission();
  const upgrading = upgradeTo(db.name, 4);
  const known = { ...anAdmission(), kind: "walk-in", number: "A-001", deskId: "d1" } as never;
  await Promise.all([
    upgrading.then((newer) => newer.close()),
    addEvents(db, [event]),
    addWalkIn(db, { visitId, letter: "A", known: [] }, () => known),
  ]);
  expect(await listOwnEvents(db, visitId)).toHaveLength(2);
});

test("a page of this version that is opened after a newer one finds what is there", async () => {
  const db = await aDatabase();
  await addEvents(db, [anAdmission()]);
  (await upgradeTo(db.name, 4)).close();
  expect(await countWaiting(await openDatabase(db.name))).toBe(1);
});

/** As earlier versions of the app made it. */
const ofVersion = (name: string, version: 1 | 2) =>
  openDB(name, version, {
    upgrade: (db) => {
      db.createObjectStore("packs", { keyPath: "visitId" });
      db.createObjectStore("reports", { keyPath: "visitId" });
      db.createObjectStore("buckets", { keyPath: ["visitId", "kind", "bucket"] }).createIndex("visit", "visitId");
      for (const store of ["own", "outbox"]) db.createObjectStore(store, { keyPath: "id" }).createIndex("visit", "visitId");
      if (version > 1) db.createObjectStore("counters", { keyPath: "name" });
    },
  });

test.for([1, 2] as const)(
  "what waits on a phone of version %i is there when this version opens it, and it keeps what is new",
  async (version) => {
    const now = await aDatabase();
    const event = anAdmission();
    await addEvents(now, [event]);
    // The record as it is kept, laid into a database of then.
    const [kept] = await now.getAll("outbox");
    const name = `phone of version ${version}`;
    const earlier = await ofVersion(name, version);
    await earlier.put("outbox", kept);
    earlier.close();
    const db = await openDatabase(name);
    expect(await countWaiting(db)).toBe(1);
    await addEvents(db, [anAdmission()]);
    await addWalkIn(
      db,
      { visitId, letter: "A", known: [] },
      () => ({ ...anAdmission(), kind: "walk-in", number: "A-001", deskId: "d1" }) as never,
    );
    expect(await countWaiting(db)).toBe(3);
    expect(await db.getAll("notes")).toEqual([]);
  },
);
