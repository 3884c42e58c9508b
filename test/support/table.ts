import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from "@aws-sdk/client-dynamodb-streams";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, inject } from "vitest";
import { type Db, type Item, openDb } from "../../functions/platform/db.ts";
import { type DynamoDb, startDynamoDb } from "../../infra/local/dynamodb.ts";
import { toLambdaRecord } from "../../infra/local/stream-records.ts";
import { aWireTap, type WireTap } from "./wire-tap.ts";

export type TestTable = {
  db: Db;
  /** The ledger beside it, on the same way. */
  ledger: Db;
  /** The way of `db` to the table. */
  wire: WireTap;
  /** Another way, by which tests look and lay things there. */
  doc: DynamoDBDocumentClient;
  /** Everything that stands in the table, in order of the keys. */
  allItems(): Promise<Item[]>;
  /** Everything that stands in the ledger, in order of the keys. */
  allEntries(): Promise<Item[]>;
  /** Everything written since the last call, in order, as a stream consumer gets it. */
  newRecords(): Promise<DynamoDBRecord[]>;
  /** It is not used any more. */
  close(): Promise<void>;
};

let engine: Promise<DynamoDb> | undefined;
let tablesInUse = 0;
let tablesMade = 0;
/** Starting an engine takes as long as some tables' records slow it down. */
const tablesOfEngine = 3;
/**
 * The engine of this test file, a new one now and then when no table of the last is in use any more. Amazon's engine looks through the stream records of all
 * earlier tables, dropped ones too, at each request: tests that share one slow each other down.
 */
const engineOfFile = async (): Promise<DynamoDb> => {
  tablesInUse += 1;
  tablesMade += 1;
  engine ??= startDynamoDb();
  return engine;
};
const leaveEngine = async (): Promise<void> => {
  tablesInUse -= 1;
  if (tablesInUse > 0 || tablesMade < tablesOfEngine) return;
  const left = engine;
  engine = undefined;
  tablesMade = 0;
  await (await left)?.stop();
};
afterAll(async () => (await engine)?.stop());

let made = 0;

/** A table of its own on the real engine, with a ledger, made from the CDK template. */
export const aTable = async (): Promise<TestTable> => {
  const { endpoint } = await engineOfFile();
  const client = new DynamoDBClient({ endpoint });
  const streams = new DynamoDBStreamsClient({ endpoint });
  made += 1;
  const table = `table-${process.pid}-${made}-${performance.now().toString(36).replace(".", "")}`;
  const { TableDescription: description } = await client.send(new CreateTableCommand({ ...inject("tableDefinition"), TableName: table }));
  const ledgerTable = `${table}-ledger`;
  await client.send(new CreateTableCommand({ ...inject("ledgerDefinition"), TableName: ledgerTable }));
  const StreamArn = description?.LatestStreamArn;
  if (!StreamArn) throw new Error("The table has no stream.");
  /** Where reading goes on in each shard; a shard that ended has no more. */
  const iterators = new Map<string, string | undefined>();

  const newRecords = async (): Promise<DynamoDBRecord[]> => {
    const found: DynamoDBRecord[] = [];
    if (![...iterators.values()].some(Boolean)) {
      const { StreamDescription: stream } = await streams.send(new DescribeStreamCommand({ StreamArn }));
      for (const { ShardId = "" } of stream?.Shards ?? []) {
        if (iterators.has(ShardId)) continue;
        const start = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" } as const;
        iterators.set(ShardId, (await streams.send(new GetShardIteratorCommand(start))).ShardIterator);
      }
    }
    for (let [shardId, iterator] of iterators) {
      while (iterator) {
        const { Records: records = [], NextShardIterator: next } = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }));
        iterators.set(shardId, next);
        if (records.length === 0) break;
        found.push(...records.map((record) => toLambdaRecord(record, StreamArn, "ap-northeast-2")));
        iterator = next;
      }
    }
    return found;
  };
  const wire = aWireTap(endpoint);
  const db = openDb(table, wire.ask);
  const ledger = openDb(ledgerTable, wire.ask);
  const doc = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const everythingIn = async (TableName: string): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const page of paginateScan({ client: doc }, { TableName, ConsistentRead: true }))
      items.push(...((page.Items ?? []) as Item[]));
    return items.sort((a, b) => `${a.pk} ${a.sk}`.localeCompare(`${b.pk} ${b.sk}`, "en"));
  };
  const allItems = () => everythingIn(table);
  const allEntries = () => everythingIn(ledgerTable);
  return { db, ledger, wire, doc, allItems, allEntries, newRecords, close: leaveEngine };
};
