import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { sequenceNumberOf } from "./stream-records.ts";
import { writeWhole } from "./write-whole.ts";

export type FailedBatch = {
  readonly lane: string;
  readonly streamArn: string;
  readonly shardId: string;
  readonly records: readonly DynamoDBRecord[];
  readonly invocations: number;
  readonly error: string;
};

/** Stands in for the S3 failure destination of an event source mapping: one JSON file a batch, in the layout that Lambda writes. */
export function keepFailedBatch(folder: string, batch: FailedBatch): void {
  const { records } = batch;
  const [first] = records;
  const last = records.at(-1);
  if (!first || !last) return;
  mkdirSync(folder, { recursive: true });
  const event: DynamoDBStreamEvent = { Records: [...records] };
  const file = join(folder, `${batch.lane}-${sequenceNumberOf(first)}-${randomUUID()}.json`);
  const report = {
    requestContext: {
      requestId: randomUUID(),
      functionArn: batch.lane,
      condition: "RetryAttemptsExhausted",
      approximateInvokeCount: batch.invocations,
    },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: batch.error },
    version: "1.0",
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: batch.shardId,
      startSequenceNumber: sequenceNumberOf(first),
      endSequenceNumber: sequenceNumberOf(last),
      batchSize: records.length,
      streamArn: batch.streamArn,
    },
    payload: JSON.stringify(event),
  };
  writeWhole(file, JSON.stringify(report, undefined, 2));
}

/** The events that were given up on, oldest first, ready to be handed to their function again. */
export function listFailedEvents(folder: string): readonly DynamoDBStreamEvent[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(JSON.parse(readFileSync(join(folder, name), "utf8")).payload));
}
