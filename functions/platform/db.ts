import type { AttributeValue, QueryInput } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { ItemType } from "../../shared/wiring.ts";
import { readTableAddress } from "./env.ts";
import type { Key } from "./keys.ts";
import { type Ask, isConditionFailed, openWire } from "./table-wire.ts";

/** A table, the main one or the ledger, and the way to it. */
export type Db = { ask: Ask; table: string };

/** Any item: its key, its kind, and a version that grows with each write. */
export type Item = Key & { type: ItemType; version: number; [attribute: string]: unknown };

export const openDb = (table: string, ask: Ask = openWire(readTableAddress())): Db => ({ table, ask });

/** Values as the table keeps them; what is undefined is left out. */
export const wireOf = (values: object): Record<string, AttributeValue> => marshall(values, { removeUndefinedValues: true });

/** One item, strongly consistent; undefined when there is none. */
export const findItem = async <T = Item>(db: Db, key: Key): Promise<T | undefined> => {
  const { Item: item } = await db.ask("GetItem", { TableName: db.table, Key: wireOf(key), ConsistentRead: true });
  return item && (unmarshall(item) as T);
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
  let open = [...new Map(keys.map((key) => [keyText(key), wireOf({ pk: key.pk, sk: key.sk })])).values()];
  while (open.length > 0) {
    const Keys = open.slice(0, mostKeys);
    const answer = await db.ask("BatchGetItem", { RequestItems: { [db.table]: { Keys, ConsistentRead: true } } });
    for (const row of answer.Responses?.[db.table] ?? []) {
      const item = unmarshall(row) as Item;
      found.set(keyText(item), item);
    }
    open = [...(answer.UnprocessedKeys?.[db.table]?.Keys ?? []), ...open.slice(mostKeys)];
  }
  return keys.map((key) => found.get(keyText(key)));
};

/** Every item that a query finds, page after page, up to `limit` items (default: all). Strongly consistent unless an index is asked. */
export const queryItems = async <T = Item>(
  db: Db,
  query: Pick<QueryInput, "IndexName" | "KeyConditionExpression" | "ExpressionAttributeNames" | "ScanIndexForward" | "ConsistentRead"> & {
    ExpressionAttributeValues: Readonly<Record<`:${string}`, unknown>>;
  },
  limit = Number.POSITIVE_INFINITY,
): Promise<T[]> => {
  const values = wireOf(query.ExpressionAttributeValues);
  const items: T[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const answer = await db.ask("Query", {
      TableName: db.table,
      ConsistentRead: !query.IndexName,
      ...query,
      ExpressionAttributeValues: values,
      ...(Number.isFinite(limit) && { Limit: limit - items.length }),
      ...(from && { ExclusiveStartKey: from }),
    });
    for (const row of answer.Items ?? []) items.push(unmarshall(row) as T);
    from = answer.LastEvaluatedKey;
  } while (from && items.length < limit);
  return items;
};

/** Puts an item where there is none, and answers whether it did: what stands there is never written over. */
export const putIfAbsent = async (db: Db, item: object): Promise<boolean> => {
  try {
    await db.ask("PutItem", { TableName: db.table, Item: wireOf(item), ConditionExpression: "attribute_not_exists(pk)" });
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
};

/** Items of one partition whose sort key begins with a prefix, in its order. */
export const queryPartition = <T = Item>(db: Db, pk: string, prefix: string): Promise<T[]> =>
  queryItems<T>(db, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
  });
