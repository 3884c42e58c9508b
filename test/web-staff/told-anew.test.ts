import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import type { ScanVerdict } from "../../shared/contract/staff.ts";
import type { CheckInEvent, CheckInEventId } from "../../shared/domain/check-in-event.ts";
import { foldTicket } from "../../shared/domain/check-in-fold.ts";
import type { OfflineDatabase } from "../../web/src/staff/offline/database.ts";
import { undoEvent } from "../../web/src/staff/offline/desk-events.ts";
import { addEvents, forgetAnswered, listOwnEvents } from "../../web/src/staff/offline/outbox.ts";
import { readPack } from "../../web/src/staff/offline/pack-store.ts";
import { settleUpload } from "../../web/src/staff/offline/upload.ts";
import { aDatabase, anAdmission, aPack, aRow, keep, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { aStaffPage, enterBrowser, leaveBrowser } from "../support/staff-page.ts";
import { anEventId } from "../support/tickets.ts";

const row = aRow();
type Scan = Extract<CheckInEvent, { kind: "admit" }>;
const aScan = () => anAdmission({ idx: row.idx }) as Scan;
const undoOf = ({ id, deviceId, at, clockOffset, packRevision }: Scan, by = deviceId) =>
  undoEvent({ id: anEventId() as CheckInEventId, visitId, staffId, deviceId: by, at, clockOffset, packRevision }, row.idx, id);

/** The server had judged the scan under the same id, and not let them in. */
const refusedThere = async (db: OfflineDatabase, mine: Scan, ...others: CheckInEvent[]) => {
  const { reason: _, ...theirs } = { ...mine, verdict: "superseded" as const, packRevision: 0 };
  await addEvents(db, [mine]);
  await forgetAnswered(db, [{ id: mine.id, result: "duplicate" }]);
  await keep(db, await aPack({ tickets: [row], events: [theirs, ...others] }));
};
const arrivalIn = async (db: OfflineDatabase) => {
  const pack = await readPack(db, visitId);
  return foldTicket([...(pack?.events ?? []), ...(await listOwnEvents(db, visitId))], row).arrival;
};
const overridesIn = async (db: OfflineDatabase) => (await listOwnEvents(db, visitId)).filter(({ kind }) => kind === "override");

describe("a scan that was let in here and refused there", () => {
  test("is told anew once, by however many pages at one time, and not again after that", async () => {
    const db = await aDatabase();
    await refusedThere(db, aScan());
    const answers = await Promise.all([settleUpload(db, visitId), settleUpload(db, visitId)]);
    expect(answers.toSorted()).toEqual([false, true]);
    expect(await settleUpload(db, visitId)).toBe(false);
    expect(await overridesIn(db)).toHaveLength(1);
    expect(await arrivalIn(db)).toBeDefined();
  });

  test("is not told anew once it was taken back here", async () => {
    const db = await aDatabase();
    const mine = aScan();
    const undo = undoOf(mine);
    await refusedThere(db, mine, undo);
    await addEvents(db, [undo]);
    expect(await settleUpload(db, visitId)).toBe(false);
    expect(await arrivalIn(db)).toBeUndefined();
  });

  test("is not told anew once it was taken back on another device", async () => {
    const db = await aDatabase();
    const mine = aScan();
    await refusedThere(db, mine, undoOf(mine, "phone-b-0002"));
    expect(await settleUpload(db, visitId)).toBe(false);
    expect(await arrivalIn(db)).toBeUndefined();
  });
});

describe("taken back after it was told anew", () => {
  afterEach(leaveBrowser);

  test("it is no arrival under either id", async () => {
    const db = await enterBrowser(opens);
    const mine = aScan();
    await refusedThere(db, mine);
    await settleUpload(db, visitId);
    const { bus } = await aStaffPage();
    await bus.act(visitId, staffId, { verdict: "admitted", idx: row.idx, gen: 1 } as ScanVerdict, { act: "undo", ref: mine.id });
    expect(await overridesIn(db)).toHaveLength(1);
    expect(await arrivalIn(db)).toBeUndefined();
  });
});
