import { countWaiting } from "../support/offline-worlds.ts";
import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { type OfflineDatabase, openDatabase } from "../../web/src/staff/offline/database.ts";
import { addWalkIn } from "../../web/src/staff/offline/outbox.ts";
import { wipePacks } from "../../web/src/staff/offline/pack-store.ts";
import { aDatabase, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { anEventId } from "../support/tickets.ts";

const walkIn = (number: string): CheckInEvent =>
  CheckInEvent.parse({
    ...{ v: 1, kind: "walk-in", id: anEventId(), visitId, staffId, deviceId: "phone-a-0001" },
    ...{ at: opens, clockOffset: 0, packRevision: 1, number, deskId: "d1" },
  });
const give = async (db: OfflineDatabase, known: CheckInEvent[] = []): Promise<string> => {
  const event = await addWalkIn(db, { visitId, letter: "A", known }, walkIn);
  return event.kind === "walk-in" ? event.number : "";
};

describe("a number of this device", () => {
  test("is written down with its walk-in, to be sent", async () => {
    const db = await aDatabase();
    expect(await give(db)).toBe("A-001");
    expect(await give(db)).toBe("A-002");
    expect(await countWaiting(db)).toBe(2);
  });

  test("is given once, also by two pages in one moment", async () => {
    const db = await aDatabase();
    const other = await openDatabase(db.name);
    const numbers = await Promise.all([give(db), give(other), give(db), give(other)]);
    expect(numbers.toSorted()).toEqual(["A-001", "A-002", "A-003", "A-004"]);
  });

  test("is given once after a leap to the end, by two pages that do not know of each other's", async () => {
    const db = await aDatabase();
    const leapt = [walkIn("A-999")];
    await give(db);
    const numbers = await Promise.all([give(db, leapt), give(await openDatabase(db.name), leapt), give(db, leapt)]);
    expect(numbers.toSorted()).toEqual(["A-002", "A-003", "A-004"]);
  });

  test("is not given again after a reload, nor after the pack was wiped", async () => {
    const before = await aDatabase();
    await give(before);
    await wipePacks(before, () => true);
    await before.close();
    expect(await give(await openDatabase(before.name))).toBe("A-002");
  });

  test("is not given again by a device that has lost what it kept, once it has the pack", async () => {
    expect(await give(await aDatabase(), [walkIn("A-007")])).toBe("A-008");
  });

  test("is not used up when the walk-in cannot be written", async () => {
    const db = await aDatabase();
    const unwritable = (number: string) => ({ ...walkIn(number), payload: () => "no such thing" }) as unknown as CheckInEvent;
    await expect(addWalkIn(db, { visitId, letter: "A", known: [] }, unwritable)).rejects.toThrow();
    expect(await countWaiting(db)).toBe(0);
    expect(await give(db)).toBe("A-001");
  });
});
