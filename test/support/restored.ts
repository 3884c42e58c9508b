import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../functions/platform/db.ts";
import { aTable, type TestTable } from "./table.ts";

/** A table with these items, beside the one that they were in: what is forgotten is known to its ledger. */
export const restored = async (items: readonly Item[], from: TestTable): Promise<TestTable> => {
  const table = await aTable(from);
  for (let i = 0; i < items.length; i += 25) {
    const puts = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.doc.send(new BatchWriteCommand({ RequestItems: { [table.db.table]: puts } }));
  }
  return table;
};
