import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from "@aws-sdk/client-dynamodb-streams";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { inject } from "vitest";
import { type Db, type Item, openDb } from "../../functions/platform/db.ts";
import { readTableAddress } from "../../functions/platform/env.ts";
import { toLambdaRecord } from "../../infra/local/stream-records.ts";
import { aLaggingIndex, indexLags, type LaggingIndex } from "./lagging-index.ts";
import { aWireTap, type WireTap } from "./wire-tap.ts";

export type TestTable = {
  /** Access key of the database that it stands in. */
  account: string;
  /** Of the engine. */
  endpoint: string;
  db: Db;
  /** The ledger beside it, on the same way. */
  ledger: Db;
  /** The way of `db` to the table. */
  wire: WireTap;
  /** Another way, by which tests look and lay things there. */
  doc: DynamoDBDocumentClient;
  /** The way of an operator's scripts. */
  client: DynamoDBClient;
  /** Everything that stands in the table, in order of the keys. */
  allItems(): Promise<Item[]>;
  /** Everything that stands in the ledger, in order of the keys. */
  allEntries(): Promise<Item[]>;
  /** Everything written since the last call, in order, as a stream consumer gets it. */
  newRecords(): Promise<DynamoDBRecord[]>;
  /** Only where the index lags (`JOBSTOP_INDEX_LAGS`). */
  index: LaggingIndex | undefined;
  /** It is not used any more. */
  close(): Promise<void>;
};

let made = 0;

/**
 * A table of its own on the real engine, with a ledger, made from the CDK template, and in a database of its own: Amazon's engine looks through all
 * stream records of a database at each request, those of dropped tables, too, so that tests which share one slow each other down. It keeps a database
 * for each access key.
 *
 * @param beside a table in whose database this one is to be: one transaction writes on both, or on its ledger.
 */
export const aTable = async (beside?: TestTable): Promise<TestTable> => {
  const table = await aPlainTable(beside);
  if (!indexLags) return table;
  const index = aLaggingIndex(table, await aPlainTable(), table.aReader());
  const close = async () => {
    await index.close();
    await table.close();
  };
  return { ...table, index, close };
};

const aPlainTable = async (beside?: TestTable) => {
  const endpoint = inject("dynamodbEndpoint");
  made += 1;
  const table = `table-${process.pid}-${made}-${performance.now().toString(36).replace(".", "")}`;
  const account = beside?.account ?? table.replaceAll("-", "");
  const address = { ...readTableAddress({ ...process.env, AWS_ACCESS_KEY_ID: account }), endpoint: new URL(endpoint) };
  const { credentials } = address;
  const client = new DynamoDBClient({ endpoint, credentials });
  const streams = new DynamoDBStreamsClient({ endpoint, credentials });
  const { TableDescription: description } = await client.send(new CreateTableCommand({ ...inject("tableDefinition"), TableName: table }));
  const ledgerTable = `${table}-ledger`;
  await client.send(new CreateTableCommand({ ...inject("ledgerDefinition"), TableName: ledgerTable }));
  const StreamArn = description?.LatestStreamArn;
  if (!StreamArn) throw new Error("The table has no stream.");
  const aReader = () => readerOf(streams, StreamArn);
  const wire = aWireTap(address);
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
  const close = async (): Promise<void> => {
    await Promise.all([table, ledgerTable].map((TableName) => client.send(new DeleteTableCommand({ TableName }))));
    client.destroy();
    streams.destroy();
  };
  return {
    account,
    endpoint,
    db,
    ledger,
    wire,
    doc,
    client,
    allItems,
    allEntries,
    newRecords: aReader(),
    aReader,
    index: undefined,
    close,
  };
};

/** Everything written since the last call, in order, as a stream consumer gets it. */
const readerOf = (streams: DynamoDBStreamsClient, StreamArn: string): (() => Promise<DynamoDBRecord[]>) => {
  /** Where reading goes on in each shard; a shard that ended has no more. */
  const iterators = new Map<string, string | undefined>();
  return async () => {
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
};
