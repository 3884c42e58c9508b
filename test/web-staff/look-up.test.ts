import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { toBase64Url } from "../../shared/domain/base64url.ts";
import { type LookUpRow, lookUpKey, sealLookUpList } from "../../shared/domain/look-up-list.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { type OfflineDatabase, openDatabase } from "../../web/src/staff/offline/database.ts";
import { owesWipe, tryPin } from "../../web/src/staff/offline/look-up.ts";
import { readDigests, readPack, wipePacks } from "../../web/src/staff/offline/pack-store.ts";
import { aDatabase, aPack, keep, visitId } from "../support/offline-worlds.ts";

const pin = "482913";
const wrongPin = "482914";
const rows: LookUpRow[] = [{ idx: TicketIndex.parse("A".repeat(16)), maskedName: "김○늘", phoneEnd: "0101" }];
const salt = new Uint8Array(16).fill(3);
const iterations = 10;

const listUnder = async (digest: string, list = rows, under = { pin, salt }) => {
  const key = await lookUpKey(under.pin, { visitId, salt: under.salt, iterations });
  const setAt = (await aPack({})).lease.until;
  return { salt: toBase64Url(under.salt), iterations, setAt, digest, sealed: await sealLookUpList(list, { key, visitId }) };
};
const packOf = async (db: OfflineDatabase) => (await readPack(db, visitId))?.pack;
const aPhone = async (): Promise<OfflineDatabase> => {
  const db = await aDatabase();
  await keep(db, await aPack({}, { lookUp: await listUnder("one") }));
  return db;
};
const tryHere = async (db: OfflineDatabase, typed: string) => tryPin(db, await packOf(db), typed);

describe("the list for looking people up, on a phone", () => {
  test("opens with the PIN; nothing of it lies there in clear", async () => {
    const db = await aPhone();
    expect(await tryHere(db, pin)).toEqual({ state: "open", rows });
    const everything = JSON.stringify(
      await Promise.all((["packs", "buckets", "own", "outbox", "counters", "reports"] as const).map((store) => db.getAll(store))),
    );
    for (const word of [pin, "김○늘", "0101", toBase64Url(await lookUpKey(pin, { visitId, salt, iterations }))])
      expect(everything).not.toContain(word);
  });

  test("stays when a pack comes without it, and goes when the visit has none any more", async () => {
    const db = await aPhone();
    expect((await readDigests(db, visitId))?.lookUp).toBe("one");
    const { sealed, ...known } = await listUnder("one");
    await keep(db, await aPack({}, { lookUp: known }));
    expect((await packOf(db))?.lookUp?.sealed).toBe(sealed);
    await keep(db, await aPack({}, { lookUp: null }));
    expect(await tryHere(db, pin)).toEqual({ state: "none" });
  });

  test("opens with the new PIN when an answer that was asked for before it was set comes after one with it", async () => {
    const db = await aPhone();
    const { sealed: _, ...known } = await listUnder("one");
    const newPin = "591736";
    await keep(db, await aPack({}, { lookUp: await listUnder("two", rows, { pin: newPin, salt: new Uint8Array(16).fill(4) }) }));
    await keep(db, await aPack({}, { lookUp: known }));
    expect(await tryHere(db, newPin)).toEqual({ state: "open", rows });
  });

  test("says how many wrong PINs are left, also after the app was closed and the pack renewed; the right one ends the count", async () => {
    const db = await aPhone();
    expect(await tryHere(db, wrongPin)).toEqual({ state: "wrong", left: 9 });
    await db.close();
    const reopened = await openDatabase(db.name);
    await keep(reopened, await aPack({}, { lookUp: await listUnder("two", []) }));
    expect(await tryHere(reopened, wrongPin)).toEqual({ state: "wrong", left: 8 });
    expect(await tryHere(reopened, pin)).toEqual({ state: "open", rows: [] });
    expect(await tryHere(reopened, wrongPin)).toEqual({ state: "wrong", left: 9 });
  });

  test("is gone with the tenth, from two pages at once too, and the right PIN after it opens nothing more", async () => {
    const db = await aPhone();
    const pack = await packOf(db);
    const typed = [...new Array<string>(10).fill(wrongPin), pin];
    const answers = await Promise.all(typed.map((one) => tryPin(db, pack, one)));
    expect(answers.map(({ state }) => state).toSorted()).toEqual(["wiped", "wiped", ...new Array(9).fill("wrong")]);
  });

  test("owes the wipe from the tenth on: an app that is closed before it is done gives no more tries, and does it when it opens", async () => {
    const db = await aPhone();
    for (let n = 0; n < 10; n++) await tryHere(db, wrongPin);
    await db.close();
    const reopened = await openDatabase(db.name);
    expect(await owesWipe(reopened)).toBe(true);
    expect(await tryHere(reopened, pin)).toEqual({ state: "wiped" });
    expect(await owesWipe(reopened)).toBe(true);
    await wipePacks(reopened, () => true);
    expect(await owesWipe(reopened)).toBe(false);
    expect(await tryHere(reopened, pin)).toEqual({ state: "none" });
    await keep(reopened, await aPack({}, { lookUp: await listUnder("two") }));
    expect(await tryHere(reopened, wrongPin)).toEqual({ state: "wrong", left: 9 });
  });

  test("counts a try that was broken off before the PIN was looked at", async () => {
    const db = await aPhone();
    const pack = await packOf(db);
    if (!pack?.lookUp) throw new Error("no list");
    // No iterations: stretching stops with an error, as the page does when it is closed in the middle.
    await expect(tryPin(db, { ...pack, lookUp: { ...pack.lookUp, iterations: 0 } }, pin)).rejects.toThrow();
    expect(await tryHere(db, wrongPin)).toEqual({ state: "wrong", left: 8 });
  });
});
