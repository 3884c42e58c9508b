import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "../../functions/platform/transact.ts";
import { aTable, type TestTable } from "../support/table.ts";

let table: TestTable;
beforeAll(async () => {
  table = await aTable();
});
afterAll(() => table.close());

const put = (sk: string) => ({ TableName: table.db.table, Item: { pk: { S: "A" }, sk: { S: sk } } });
const key = (sk: string) => ({ TableName: table.db.table, Key: { pk: { S: "A" }, sk: { S: sk } } });

test("two operations on one item in a transaction are refused in every test, as on AWS: the engine here would take them", async () => {
  const check = { ...key("1"), ConditionExpression: "attribute_not_exists(pk)" };
  for (const TransactItems of [
    [{ Put: put("1") }, { Put: put("1") }],
    [{ ConditionCheck: check }, { Delete: key("1") }],
  ])
    await expect(table.db.ask("TransactWriteItems", { TransactItems })).rejects.toMatchObject({ name: "ValidationException" });
  const elsewhere = { ...put("1"), TableName: table.ledger.table };
  await expect(
    table.db.ask("TransactWriteItems", { TransactItems: [{ Put: put("1") }, { Put: put("2") }, { Put: elsewhere }] }),
  ).resolves.toBeDefined();
});

test("the product says itself which two of its writes meet, before it asks", async () => {
  const writes = { one: { Delete: { Key: { pk: "A", sk: "1" } } }, other: { Delete: { Key: { pk: "A", sk: "1" } } } };
  await expect(transact(table.db, writes)).rejects.toThrow('"one" and "other" write on one item');
});
