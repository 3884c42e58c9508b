import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, findItem, findItems, openDb, queryPartition, wireOf } from "../../functions/platform/db.ts";
import { transact, writeIfHolds } from "../../functions/platform/transact.ts";
import { type BenchEngine, type BenchTable, startBenchEngine } from "./bench-table.ts";
import { itemBytes } from "./item-size.ts";
import { type Meter, meterOn, withoutSignIn } from "./meter.ts";

describe("the size of an item", () => {
  test.for([
    ["names and texts in UTF-8", { pk: { S: "한" } }, 2 + 3],
    ["a number: a byte for two digits and one more", { n: { N: "12345" } }, 1 + 4],
    ["zeros at either end do not count", { n: { N: "1200" } }, 1 + 2],
    ["a sign counts", { n: { N: "-7" } }, 1 + 3],
    ["true, false and nothing take a byte", { a: { BOOL: true }, b: { NULL: true } }, 2 + 2],
    ["bytes as many as they are", { b: { B: new Uint8Array(5) } }, 1 + 5],
    ["a set is its members", { s: { SS: ["ab", "c"] }, t: { NS: ["1", "22"] } }, 1 + 3 + 1 + 4],
    ["an empty map takes three", { m: { M: {} } }, 1 + 3],
    ["a map: three, and for each member its name, its value and one", { m: { M: { ab: { S: "c" } } } }, 1 + 3 + (1 + 2 + 1)],
    ["a list: three, and for each member its value and one", { l: { L: [{ S: "ab" }, { M: {} }] } }, 1 + 3 + (1 + 2) + (1 + 3)],
  ] as const)("%s", ([, item, bytes]) => {
    expect(itemBytes(structuredClone(item) as never)).toBe(bytes);
  });
});

let engine: BenchEngine;
let table: BenchTable;
let db: Db;
let meter: Meter;
beforeAll(async () => {
  engine = await startBenchEngine();
  table = await engine.table();
  db = openDb(table.name, table.wire.ask);
  meter = meterOn(table);
});
afterAll(() => engine.stop());

let made = 0;
/** An item of about so many kB, put without being metered. */
const anItem = async (kilobytes: number, over: Record<string, unknown> = {}, pk = `P#${made++}`) => {
  const item = { pk, sk: `S#${made++}`, text: "x".repeat(Math.max(0, kilobytes * 1024 - 100)), ...over };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: wireOf(item) }));
  return { pk: item.pk, sk: item.sk };
};
const set = (key: { pk: string; sk: string }, text: string) => ({
  Update: { Key: key, UpdateExpression: "SET filler = :text", ExpressionAttributeValues: { ":text": text } },
});

describe("what is written", () => {
  test("a transaction takes two units for each kB of each item, as it is afterwards", async () => {
    const [small, large] = [await anItem(1), await anItem(1)];
    const { metered } = await meter.during(() => transact(db, { a: set(small, "y"), b: set(large, "y".repeat(2000)) }));
    expect(metered).toMatchObject({ trips: 1, writeUnits: 2 * 1 + 2 * 3, readUnits: 0 });
  });

  test("a larger item that is made smaller is charged as it was", async () => {
    const key = await anItem(3);
    const { metered } = await meter.during(() =>
      transact(db, { a: { Update: { Key: key, UpdateExpression: "REMOVE #text", ExpressionAttributeNames: { "#text": "text" } } } }),
    );
    expect(metered.writeUnits).toBe(2 * 3);
  });

  test("a transaction that is refused is charged, and so is an item that is only checked", async () => {
    const [kept, checked] = [await anItem(1), await anItem(2)];
    const { value, metered } = await meter.during(() =>
      transact(db, { write: set(kept, "y"), check: { ConditionCheck: { Key: checked, ConditionExpression: "attribute_not_exists(pk)" } } }),
    );
    expect(value).toMatchObject({ ok: false, refused: ["check"] });
    expect(metered.writeUnits).toBe(2 * 1 + 2 * 2);
  });

  test("one item without a transaction takes one unit for each kB", async () => {
    const key = await anItem(2);
    const { metered } = await meter.during(() => writeIfHolds(db, set(key, "y")));
    expect(metered.writeUnits).toBe(2);
  });

  test("the index follows at one unit for each kB: in, along, elsewhere, out", async () => {
    const key = await anItem(1);
    const inIndex = (place: string) => ({
      Update: {
        Key: key,
        UpdateExpression: "SET gsi1pk = :pk, gsi1sk = :sk",
        ExpressionAttributeValues: { ":pk": "LIST", ":sk": place },
      },
    });
    const unitsOf = async (write: Parameters<typeof transact>[1][string]) =>
      (await meter.during(() => transact(db, { write }))).metered.writeUnits;
    expect(await unitsOf(inIndex("a"))).toBe(2 + 1);
    expect(await unitsOf(set(key, "y"))).toBe(2 + 1);
    expect(await unitsOf(inIndex("b"))).toBe(2 + 2);
    expect(await unitsOf({ Update: { Key: key, UpdateExpression: "REMOVE gsi1pk, gsi1sk" } })).toBe(2 + 1);
  });
});

describe("what is read", () => {
  test("an item takes one unit for each 4 kB, and one where there is none", async () => {
    const key = await anItem(5);
    expect((await meter.during(() => findItem(db, key))).metered).toMatchObject({ trips: 1, readUnits: 2, writeUnits: 0 });
    expect((await meter.during(() => findItem(db, { pk: "P#none", sk: "S" }))).metered.readUnits).toBe(1);
  });

  test("items of a batch are rounded up one by one, those of a query together", async () => {
    const pk = `P#${made++}`;
    const keys = [await anItem(1, {}, pk), await anItem(1, {}, pk), await anItem(1, {}, pk)];
    expect((await meter.during(() => findItems(db, keys))).metered.readUnits).toBe(3);
    expect((await meter.during(() => queryPartition(db, pk, "S#"))).metered.readUnits).toBe(1);
  });
});

describe("round trips", () => {
  test("what runs at the same time is one, what waits is another", async () => {
    const key = await anItem(1);
    const { metered } = await meter.during(async () => {
      await Promise.all([findItem(db, key), findItem(db, key), transact(db, { a: set(key, "y") })]);
      await findItem(db, key);
    });
    expect(metered.trips).toBe(2);
    expect(metered.calls).toHaveLength(4);
  });

  test("the look-up of who asks can be left out", async () => {
    const session = await anItem(1, {}, `ACCOUNT#${made++}`);
    const { metered } = await meter.during(async () => {
      await findItems(db, [session]);
      await findItem(db, { pk: "P#none", sk: "S" });
    });
    expect(metered.trips).toBe(2);
    expect(withoutSignIn(metered)).toMatchObject({ trips: 1, readUnits: 1 });
  });
});
