import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { CreateTableCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import { inject, onTestFinished } from "vitest";
import { streamPattern } from "../../infra/constructs/stream-lanes.ts";
import type { StreamFunction } from "../../infra/local/deliver-batch.ts";
import { listFailedEvents } from "../../infra/local/failed-batches.ts";
import { drainStream } from "../../infra/local/stream-drain.ts";
import { type StreamReader, type StreamReaderOptions, startStreamReader } from "../../infra/local/streams.ts";
import type { ItemType } from "../../shared/wiring.ts";
import { aFolder } from "./a-folder.ts";

/** A table of its own on the real engine, with a stream to read, and a folder for checkpoints and failed batches. */
export async function aStream() {
  const endpoint = inject("dynamodbEndpoint");
  const db = new DynamoDBClient({ endpoint });
  const client = new DynamoDBStreamsClient({ endpoint });
  const tableName = `stream-${randomUUID()}`;
  const { TableDescription: made } = await db.send(new CreateTableCommand({ ...inject("tableDefinition"), TableName: tableName }));
  const streamArn = made?.LatestStreamArn ?? "";
  const folder = aFolder();
  const failureFolder = join(folder, "failed");
  const readers: StreamReader[] = [];

  /** Reads on from where the last reader of the lane stopped. */
  const read = (
    lane: string,
    invoke: StreamFunction,
    options: Partial<StreamReaderOptions> & { types?: ItemType[] } = {},
  ): StreamReader => {
    const { types = ["registration"], ...rest } = options;
    const reader = startStreamReader({
      client,
      streamArn,
      region: "ap-northeast-2",
      lane,
      patterns: [streamPattern({ types, batchSize: 10, retryAttempts: 2, maxAgeMinutes: 60 })],
      batchSize: 10,
      retryAttempts: 2,
      backoffMs: () => 1,
      checkpointFile: join(folder, `${lane}.json`),
      failureFolder,
      invoke,
      onTrouble: () => {},
      ...rest,
    });
    readers.push(reader);
    onTestFinished(reader.stop);
    return reader;
  };

  return {
    db,
    client,
    tableName,
    read,
    /** One after the other, so that the order is known. */
    put: async (names: readonly string[], type: ItemType = "registration") => {
      for (const name of names) {
        await db.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: "P" }, sk: { S: name }, type: { S: type } } }));
      }
    },
    remove: (name: string) => db.send(new DeleteItemCommand({ TableName: tableName, Key: { pk: { S: "P" }, sk: { S: name } } })),
    drain: (...drained: StreamReader[]) => drainStream(db, tableName, drained.length > 0 ? drained : readers),
    failed: () => listFailedEvents(failureFolder).map(({ Records }) => Records.map(nameOf)),
    failedEvents: () => listFailedEvents(failureFolder),
  };
}

/** The name under which a record's item was put. */
export function nameOf(record: DynamoDBRecord): string {
  return record.dynamodb?.Keys?.sk?.S ?? "";
}

export function failureOf(record: DynamoDBRecord) {
  return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
}

/** A function that notes what it handled, and fails for some names: all at once by throwing, or by reporting the record. */
export function aFunction(options: { failsFor?: readonly string[]; by?: "throwing" | "reporting"; times?: number } = {}) {
  const { failsFor = [], by = "reporting", times = Number.POSITIVE_INFINITY } = options;
  const batches: string[][] = [];
  const handled: string[] = [];
  const failures = new Map<string, number>();
  const invoke: StreamFunction = async ({ Records }) => {
    batches.push(Records.map(nameOf));
    const bad = Records.find((record) => failsFor.includes(nameOf(record)) && (failures.get(nameOf(record)) ?? 0) < times);
    if (!bad) {
      handled.push(...Records.map(nameOf));
      return undefined;
    }
    failures.set(nameOf(bad), (failures.get(nameOf(bad)) ?? 0) + 1);
    if (by === "throwing") throw new Error(`cannot handle ${nameOf(bad)}`);
    handled.push(...Records.slice(0, Records.indexOf(bad)).map(nameOf));
    return failureOf(bad);
  };
  return { invoke, batches, handled };
}
