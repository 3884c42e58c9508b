import { randomUUID } from "node:crypto";
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { tableShape } from "../../shared/wiring.ts";
import type { StreamReader } from "./streams.ts";

/** The one item that the local stack writes by itself; no lane's filter and no key of the application matches it. */
const markerKey = { [tableShape.partitionKey]: { S: "LOCAL#stream" }, [tableShape.sortKey]: { S: "MARKER" } };

/**
 * Waits until everything written so far has been handled by all readers, and everything that they wrote in turn. A marker is
 * written and awaited, since a local stream is one shard and keeps the order of writes; when a round brought no deliveries, all is quiet.
 */
export async function drainStream(db: DynamoDBClient, tableName: string, readers: readonly StreamReader[]): Promise<void> {
  let before = "";
  while (true) {
    const marker = randomUUID();
    const past = readers.map((reader) => reader.untilPast((record) => record.dynamodb?.NewImage?.marker?.S === marker));
    const item = { ...markerKey, type: { S: "local-marker" }, marker: { S: marker } };
    const [delivered] = await Promise.all([
      Promise.all(past).then((counts) => counts.join()),
      db.send(new PutItemCommand({ TableName: tableName, Item: item })),
    ]);
    if (delivered === before) return;
    before = delivered;
  }
}
