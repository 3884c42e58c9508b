import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Pack } from "../../shared/contract/check-in.ts";
import { type CheckInEventId, correctedAt } from "../../shared/domain/check-in-event.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { ticketCodeOf, ticketCodeText } from "../../shared/domain/ticket-token.ts";
import type { OfflineDatabase } from "../../web/src/staff/offline/database.ts";
import { listOwnEvents } from "../../web/src/staff/offline/outbox.ts";
import { aPack, aRow, keep, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { aJson, aStaffPage, enterBrowser, leaveBrowser, type StaffPage } from "../support/staff-page.ts";
import { anEventId } from "../support/tickets.ts";

const hourMs = 60 * 60_000;
const who = { accountId: staffId, staffRoles: ["desk" as const], visitRoles: [] };
/** Hours after the pack was loaded, which is when the visit opens; 19 after it, it is wiped. */
const at = (hours: number): Instant => new Date(Date.parse(opens) + hours * hourMs).toISOString() as Instant;
/** The clock of the phone is set, or leaps. */
const clockSays = (hours: number): void => void vi.setSystemTime(at(hours));

const row = aRow();
const thePack = (): Promise<Pack> => aPack({ tickets: [row] });
/** By how many hours the time of a scan is off once it is corrected; undefined where this phone does not judge. */
const scannedOff = async ({ bus }: StaffPage, db: OfflineDatabase, truly: number): Promise<number | undefined> => {
  const eventId = anEventId() as CheckInEventId;
  const judge = await bus.findJudge(visitId, staffId);
  const now = new Date().toISOString() as Instant;
  await judge?.({ eventId, at: now, deviceId: "phone-a-0001", read: { by: "code", code: ticketCodeText(ticketCodeOf(row.idx)) } });
  const event = (await listOwnEvents(db, visitId)).find(({ id }) => id === eventId);
  return event && Math.round((Date.parse(correctedAt(event)) - Date.parse(at(truly))) / 60_000) / 60;
};
afterEach(leaveBrowser);

describe("a clock that leaps a day ahead without a network", () => {
  test("turns nobody away, gives scans their time, and takes no pack, then or once it is right again", async () => {
    const db = await enterBrowser(at(0));
    await keep(db, await thePack());
    const page = await aStaffPage();
    clockSays(24);
    expect(await scannedOff(page, db, 0)).toBe(0);
    await page.show();
    expect(await page.bus.listPacks()).toHaveLength(1);
    clockSays(1);
    await page.show();
    expect(await page.bus.listPacks()).toHaveLength(1);
    expect(await scannedOff(page, db, 1)).toBe(0);
  });

  test("is believed by a page that is opened after it, which shows nothing, and destroys nothing", async () => {
    const db = await enterBrowser(at(0));
    await keep(db, await thePack());
    clockSays(24);
    const page = await aStaffPage();
    await page.show();
    expect([await page.bus.listPacks(), await page.bus.findPack(visitId), await page.bus.findLeased()]).toEqual([[], undefined, undefined]);
    clockSays(1);
    expect(await scannedOff(page, db, 1)).toBe(0);
  });
});

describe("a pack whose visit is over", () => {
  const signedOut = { code: "sign-in-needed", title: "t", detail: "d", status: 401 };

  test("goes once the server's clock says so, also to a page that was open all the time", async () => {
    const db = await enterBrowser(at(0));
    await keep(db, await thePack());
    const page = await aStaffPage();
    clockSays(20);
    page.answer(async () => aJson(signedOut, { status: 401, serverTime: at(20) }));
    await page.show();
    expect(await db.count("packs")).toBe(0);
  });

  test("stays while the server says that it is not", async () => {
    const db = await enterBrowser(at(0));
    await keep(db, await thePack());
    clockSays(24);
    const page = await aStaffPage();
    page.answer(async () => aJson(signedOut, { status: 401, serverTime: at(2) }));
    await page.show();
    expect(await page.bus.listPacks()).toHaveLength(1);
  });
});

describe("a clock that is put right", () => {
  test.for([24, -24, 3])("after the server was heard, when it was %i hours ahead: scans keep their time", async (hoursAhead) => {
    const db = await enterBrowser(at(hoursAhead));
    const page = await aStaffPage();
    const pack = await thePack();
    page.answer(async () => aJson(pack, { serverTime: at(0) }));
    await page.bus.renew(visitId, who);
    page.answer();
    expect(await scannedOff(page, db, 0)).toBe(0);
    clockSays(0);
    expect(await scannedOff(page, db, 0)).toBe(0);
  });

  test("before the page is opened anew: what was heard when it was wrong is not held against it", async () => {
    const db = await enterBrowser(at(1));
    await keep(db, await thePack(), -24 * hourMs);
    expect(await scannedOff(await aStaffPage(), db, 1)).toBe(0);
  });
});

test("a phone that slept for hours, while its second clock stood still, says what time it is", async () => {
  const db = await enterBrowser(at(0));
  await keep(db, await thePack());
  const page = await aStaffPage();
  clockSays(4);
  expect(await scannedOff(page, db, 4)).toBe(0);
});

test("a phone whose lease has run out does not judge", async () => {
  const db = await enterBrowser(at(0));
  await keep(db, await aPack({ tickets: [row] }, { lease: { letter: "A", until: at(5) } }));
  const page = await aStaffPage();
  clockSays(6);
  expect(await page.bus.findJudge(visitId, staffId)).toBeUndefined();
});
