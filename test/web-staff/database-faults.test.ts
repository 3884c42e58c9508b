import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import type { ScanVerdict } from "../../shared/contract/staff.ts";
import type { DeskId } from "../../shared/domain/ids.ts";
import { ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { OfflineDatabase } from "../../web/src/staff/offline/database.ts";
import { addEvents } from "../../web/src/staff/offline/outbox.ts";
import { anAdmission, aPack, aRow, keep, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { aStaffPage, enterBrowser, leaveBrowser, settled } from "../support/staff-page.ts";
import { anEventId } from "../support/tickets.ts";

/* A browser may lose its database for a moment (Safari: "Connection to Indexed Database server lost"), and be well again. */

const begin = IDBDatabase.prototype.transaction;
const well = () => {
  IDBDatabase.prototype.transaction = begin;
};
afterEach(async () => {
  well();
  await leaveBrowser();
});
const lost = (): never => {
  throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
};
/** Nothing is read or written from here on. */
const loseDatabase = () => {
  IDBDatabase.prototype.transaction = lost;
};
/** The next thing that is written is; then the database is lost. */
const loseAfterWrite = () => {
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...[names, mode, options]: Parameters<typeof begin>) {
    if (mode === "readwrite") loseDatabase();
    return begin.call(this, names, mode, options);
  };
};

const row = aRow();
const opened = async (): Promise<OfflineDatabase> => {
  const db = await enterBrowser(opens);
  await keep(db, await aPack({ tickets: [row] }));
  return db;
};
const outboxOf = async (db: OfflineDatabase) => (await db.getAll("outbox")).map(({ event }) => event.kind);

describe("what was written down is told as written, whatever fails after it", () => {
  test("a walk-in has their number, and the next press is for the next person", async () => {
    const db = await opened();
    await aStaffPage();
    await settled();
    const { giveNumber } = await import("../../web/src/staff/queue/give-number.ts");
    const press = () => giveNumber({ visitId, staffId, deskId: "d1" as DeskId, note: { name: "가" }, noteKey: null });
    loseAfterWrite();
    expect((await press())?.number).toBe("A-001");
    well();
    expect((await press())?.number).toBe("A-002");
    expect(await outboxOf(db)).toEqual(["walk-in", "walk-in"]);
  });

  test.for(["override", "re-entry"] as const)("%s", async (act) => {
    const db = await opened();
    const { bus } = await aStaffPage();
    await bus.findPack(visitId);
    await settled();
    loseAfterWrite();
    const verdict = { verdict: "cancelled", idx: row.idx, gen: 1 } as ScanVerdict;
    expect(await bus.act(visitId, staffId, verdict, act === "override" ? { act, reason: "예약 확인함" } : { act })).toBeDefined();
    well();
    expect(await outboxOf(db)).toHaveLength(1);
  });

  test("and this phone knows of it", async () => {
    await opened();
    const { bus } = await aStaffPage();
    await settled();
    loseAfterWrite();
    const event = { ...anAdmission({ idx: row.idx }) };
    await bus.record(visitId, staffId, (moment) => ({ ...event, ...moment }));
    well();
    expect((await bus.findHead(visitId))?.arrived).toBe(1);
  });
});

describe("a database that was lost for a moment", () => {
  const judged = async (bus: Awaited<ReturnType<typeof aStaffPage>>["bus"]) => {
    const judge = await bus.findJudge(visitId, staffId);
    const scan = { eventId: anEventId(), deviceId: "phone-a-0001", at: opens, read: { by: "code" as const, code: ticketCodeOf(row.idx) } };
    return (await judge?.(scan))?.verdict;
  };

  test("is asked again: scans are judged here as soon as it is well", async () => {
    await opened();
    const { bus } = await aStaffPage();
    await settled();
    loseDatabase();
    await expect(bus.findJudge(visitId, staffId)).rejects.toThrow();
    well();
    expect(await judged(bus)).toBe("admitted-by-code");
  });

  test("is opened again, where it was lost while the page opened", async () => {
    await opened();
    loseDatabase();
    await expect(aStaffPage()).rejects.toThrow();
    well();
    const { theBus } = await import("../../web/src/staff/offline/bus.ts");
    expect(await judged(await theBus())).toBe("admitted-by-code");
  });
});

test("a scan of a newer version that waits to be sent keeps no page from opening", async () => {
  const db = await opened();
  await addEvents(db, [{ ...anAdmission({ idx: row.idx }), verdict: "of-tomorrow" } as never]);
  const { bus } = await aStaffPage();
  expect((await bus.findHead(visitId))?.registered).toBe(1);
});
