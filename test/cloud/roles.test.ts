import { afterAll, beforeAll, expect, test } from "vitest";
import { findItem, putIfAbsent } from "../../functions/platform/db.ts";
import { asFunction } from "../support/roles.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("a function in the tests' world may do what its role allows on AWS, and no more; a test itself may do everything", async () => {
  const { db, ledger } = world.deps;
  const key = { pk: "A", sk: "1" };
  expect(await asFunction("feeds", () => findItem(db, key))).toBeUndefined();
  await expect(asFunction("feeds", () => putIfAbsent(db, key))).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining("PutItem main"),
  });
  await expect(asFunction("changes", () => putIfAbsent(ledger, key))).rejects.toMatchObject({
    message: expect.stringContaining("PutItem ledger"),
  });
  await expect(
    asFunction("mail-events", () => db.ask("TransactWriteItems", { TransactItems: [{ Delete: { TableName: db.table, Key: {} } }] })),
  ).rejects.toMatchObject({
    message: expect.stringContaining("DeleteItem main"),
  });
  expect(await putIfAbsent(db, key)).toBe(true);
});
