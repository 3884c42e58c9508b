import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { wireJson } from "../../functions/platform/wire-json.ts";
import { tableShape } from "../../shared/wiring.ts";
import type { TestTable } from "./table.ts";

/** The index of a table as it is on AWS: a moment behind. */
export type LaggingIndex = {
  /** From here on the index shows what has been written so far, and nothing of what is written later. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
};

type Item = Record<string, AttributeValue>;

export const indexLags = Boolean(process.env.JOBSTOP_INDEX_LAGS);
/** How often a race is run: where the index lags, it has been run already where it does not. */
export const roundsOf = (rounds: number): number => (indexLags ? Math.min(rounds, 4) : rounds);

/**
 * Answers queries of the index from a copy, to which writes come only when they are let through: whoever reads there sees the table as it was at the last
 * `catchUp`. The table itself is read as it is.
 *
 * @param copy another table of the same shape
 * @param newRecords what was written to the table since the last call
 */
export const aLaggingIndex = (
  table: Pick<TestTable, "wire" | "db">,
  copy: TestTable,
  newRecords: () => Promise<DynamoDBRecord[]>,
): LaggingIndex => {
  let order = Promise.resolve();
  const shown = new Set<string>();
  const show = async (key: string, Key: Item, Item: Item | undefined): Promise<void> => {
    const isIndexed = Item !== undefined && tableShape.index.partitionKey in Item;
    if (isIndexed) await copy.db.ask("PutItem", { TableName: copy.db.table, Item });
    else if (shown.has(key)) await copy.db.ask("DeleteItem", { TableName: copy.db.table, Key });
    if (isIndexed) shown.add(key);
    else shown.delete(key);
  };
  const apply = async (): Promise<void> => {
    const last = new Map<string, DynamoDBRecord>();
    for (const record of await newRecords()) last.set(JSON.stringify(record.dynamodb?.Keys), record);
    await Promise.all([...last].map(([key, { dynamodb }]) => show(key, dynamodb?.Keys as Item, dynamodb?.NewImage as Item | undefined)));
  };
  table.wire.tap(async ({ operation, input }, next) => {
    const { TableName, IndexName } = input as { TableName?: string; IndexName?: string };
    if (operation !== "Query" || !IndexName || TableName !== table.db.table) return next();
    await order;
    return { status: 200, body: wireJson(await copy.db.ask("Query", { ...input, TableName: copy.db.table })) };
  });
  return {
    catchUp: () => {
      order = order.then(apply);
      return order;
    },
    close: copy.close,
  };
};
