import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { ItemType } from "../../shared/wiring.ts";
import type { Key } from "./keys.ts";

/** The main table and the way to it. */
export type Db = { doc: DynamoDBDocumentClient; table: string };

/** Any item: its key, its kind, and a version that grows with each write. */
export type Item = Key & { type: ItemType; version: number; [attribute: string]: unknown };

export const openDb = (table: string, client = new DynamoDBClient({})): Db => ({
  table,
  doc: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
});

/** One item, strongly consistent; undefined when there is none. */
export const findItem = async <T = Item>(db: Db, key: Key): Promise<T | undefined> => {
  const { Item: item } = await db.doc.send(new GetCommand({ TableName: db.table, Key: key, ConsistentRead: true }));
  return item as T | undefined;
};

const keyText = (key: Key): string => `${key.pk}\n${key.sk}`;

/** Most keys that one request may name. */
const mostKeys = 100;

/**
 * Several items, strongly consistent, in the order asked for; undefined where there is none. A round trip takes 100; keys that the engine left
 * unprocessed are asked for again.
 */
export const findItems = async (db: Db, keys: readonly Key[]): Promise<(Item | undefined)[]> => {
  const found = new Map<string, Item>();
  let open: Key[] = [...new Map(keys.map((key) => [keyText(key), { pk: key.pk, sk: key.sk }])).values()];
  while (open.length > 0) {
    const Keys = open.slice(0, mostKeys);
    const answer = await db.doc.send(new BatchGetCommand({ RequestItems: { [db.table]: { Keys, ConsistentRead: true } } }));
    for (const item of (answer.Responses?.[db.table] ?? []) as Item[]) found.set(keyText(item), item);
    open = [...((answer.UnprocessedKeys?.[db.table]?.Keys ?? []) as Key[]), ...open.slice(mostKeys)];
  }
  return keys.map((key) => found.get(keyText(key)));
};

/** Every item that a query finds, page after page, up to `limit` items (default: all). Strongly consistent unless an index is asked. */
export const queryItems = async <T = Item>(
  db: Db,
  query: Pick<
    QueryCommandInput,
    | "IndexName"
    | "KeyConditionExpression"
    | "ExpressionAttributeNames"
    | "ExpressionAttributeValues"
    | "ScanIndexForward"
    | "ConsistentRead"
  >,
  limit = Number.POSITIVE_INFINITY,
): Promise<T[]> => {
  const items: T[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await db.doc.send(
      new QueryCommand({
        TableName: db.table,
        ConsistentRead: !query.IndexName,
        ...query,
        ...(Number.isFinite(limit) && { Limit: limit - items.length }),
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    items.push(...((answer.Items ?? []) as T[]));
    from = answer.LastEvaluatedKey;
  } while (from && items.length < limit);
  return items;
};

/** Items of one partition whose sort key begins with a prefix, in its order. */
export const queryPartition = <T = Item>(db: Db, pk: string, prefix: string): Promise<T[]> =>
  queryItems<T>(db, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
  });
