import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { Pack } from "../../shared/contract/check-in.ts";
import { toBase64Url } from "../../shared/domain/base64url.ts";
import { lookUpKey, mostWrongPins, sealLookUpList } from "../../shared/domain/look-up-list.ts";
import type { OfflineDatabase } from "../../web/src/staff/offline/database.ts";
import { aPack, aRow, keep, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { aJson, aStaffPage, enterBrowser, leaveBrowser, type StaffPage } from "../support/staff-page.ts";

const who = { accountId: staffId, staffRoles: ["desk" as const], visitRoles: [] };
afterEach(leaveBrowser);

const packWithList = async (): Promise<Pack> => {
  const salt = new Uint8Array(16);
  const key = await lookUpKey("380142", { visitId, salt, iterations: 1000 });
  const sealed = await sealLookUpList([{ idx: aRow().idx, maskedName: "김○○", phoneEnd: "1234" }], { key, visitId });
  return aPack({ tickets: [aRow()] }, { lookUp: { salt: toBase64Url(salt), iterations: 1000, setAt: opens, digest: "d", sealed } });
};

/** The pack is asked for; `arrives` brings it. */
const asking = async (page: StaffPage, pack: Pack) => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const asked = Promise.withResolvers<void>();
  page.answer(() => {
    asked.resolve();
    return promise;
  });
  const renewing = page.bus.renew(visitId, who);
  await asked.promise;
  return async () => {
    resolve(aJson(pack));
    await renewing;
  };
};
const left = async (db: OfflineDatabase) => [await db.count("packs"), await db.count("buckets"), await db.count("own")];

test("a pack that was asked for before signing out does not come back after it, and lets nobody in", async () => {
  const db = await enterBrowser(opens);
  const pack = await packWithList();
  await keep(db, pack);
  const page = await aStaffPage();
  const arrives = await asking(page, pack);
  await page.bus.wipe();
  await arrives();
  expect(await left(db)).toEqual([0, 0, 0]);
  expect(await page.bus.findLeased()).toBeUndefined();
});

test("nor does the first one, asked for when there was nothing to wipe", async () => {
  const db = await enterBrowser(opens);
  const page = await aStaffPage();
  const arrives = await asking(page, await packWithList());
  await page.bus.wipe();
  await arrives();
  expect(await left(db)).toEqual([0, 0, 0]);
});

test("nor after too many wrong PINs", async () => {
  const db = await enterBrowser(opens);
  const pack = await packWithList();
  await keep(db, pack);
  const page = await aStaffPage();
  const arrives = await asking(page, pack);
  for (let n = 0; n < mostWrongPins; n++) await page.bus.openLookUp(visitId, "111222");
  await arrives();
  expect(await left(db)).toEqual([0, 0, 0]);
});

test("what is asked for after a wipe is kept", async () => {
  const db = await enterBrowser(opens);
  const page = await aStaffPage();
  await page.bus.wipe();
  const arrives = await asking(page, await packWithList());
  await arrives();
  expect((await left(db))[0]).toBe(1);
  expect(await page.bus.findLeased()).toEqual(who);
});
