import { randomUUID } from "node:crypto";
import type { TransactWriteItem, UpdateItemInput } from "@aws-sdk/client-dynamodb";
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Db, type Item, wireOf } from "./db.ts";
import type { Key } from "./keys.ts";
import { isConditionFailed, TableError } from "./table-wire.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type WithoutTable<T> = T extends object ? Omit<T, "TableName" | "ReturnValuesOnConditionCheckFailure"> : T;

/** One write of a transaction; the table is added here, unless it goes to another. */
export type Write =
  | { Put: WithoutTable<NonNullable<TransactItem["Put"]>> & { TableName?: string } }
  | { Update: WithoutTable<NonNullable<TransactItem["Update"]>> }
  | { Delete: WithoutTable<NonNullable<TransactItem["Delete"]>> }
  | { ConditionCheck: WithoutTable<NonNullable<TransactItem["ConditionCheck"]>> };

type Input = { Key?: object | undefined; Item?: object | undefined; ExpressionAttributeValues?: object | undefined };
/** A write with its table, and its values as they go over the wire. */
const wired = <T extends Input>(db: Db, { Key, Item, ExpressionAttributeValues, ...words }: T) => ({
  TableName: db.table,
  ...words,
  ...(Key && { Key: wireOf(Key) }),
  ...(Item && { Item: wireOf(Item) }),
  ...(ExpressionAttributeValues && { ExpressionAttributeValues: wireOf(ExpressionAttributeValues) }),
});

export type TransactionResult<Label extends string> =
  | { ok: true }
  | {
      ok: false;
      /** Labels whose condition failed, in the order written. */
      refused: Label[];
      /** What stood there instead; a refused label without an entry means that there was no item. */
      before: Partial<Record<Label, Item>>;
    };

/** Contention outlasted the retries: the caller may send the same request again. */
export class ContentionError extends Error {
  override name = "ContentionError";
}

const contended = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);
const attempts = 8;
const firstPauseMs = 15;

/** How long to wait before another attempt: full jitter, doubling. Injected by tests. */
export type Pause = (milliseconds: number) => Promise<void>;
export const waitAtRandom: Pause = (milliseconds) => new Promise((resume) => setTimeout(resume, Math.random() * milliseconds));

/** A transaction writes each item once; the engine would refuse it in words that name nothing. */
const refuseTwice = (writes: Record<string, Write>): void => {
  const labels = new Map<string, string>();
  for (const [label, write] of Object.entries(writes)) {
    const [input] = Object.values(write) as [{ Item?: unknown; Key?: unknown }];
    const { pk, sk } = (input.Item ?? input.Key) as Key;
    const key = `${pk} ${sk}`;
    if (labels.has(key)) throw new Error(`"${labels.get(key)}" and "${label}" write on one item, ${key}.`);
    labels.set(key, label);
  }
};

/**
 * Writes all or nothing, under labels: a refusal names the promise that would have been broken, not a position. Contention with other
 * transactions is retried and then thrown as `ContentionError`; anything else unexpected throws. Two writes must not name one item.
 */
export const transact = async <Label extends string>(
  db: Db,
  writes: Record<Label, Write>,
  pause: Pause = waitAtRandom,
): Promise<TransactionResult<Label>> => {
  refuseTwice(writes);
  const labels = Object.keys(writes) as Label[];
  const TransactItems = labels.map((label) => {
    const [[operation, input]] = Object.entries(writes[label]) as [[string, Input]];
    return { [operation]: { ReturnValuesOnConditionCheckFailure: "ALL_OLD", ...wired(db, input) } } as TransactWriteItem;
  });
  for (let attempt = 1; ; attempt++) {
    try {
      await db.ask("TransactWriteItems", { TransactItems, ClientRequestToken: randomUUID() });
      return { ok: true };
    } catch (error) {
      if (!(error instanceof TableError) || error.name !== "TransactionCanceledException") throw error;
      const { reasons } = error;
      const refused = labels.filter((_, i) => reasons[i]?.Code === "ConditionalCheckFailed");
      const isContended = reasons.some((reason) => contended.has(reason.Code ?? ""));
      // Beside contention a refusal is half the truth: of two copies of one request, the other may just be doing what this one is refused for.
      if (refused.length > 0 && (!isContended || attempt === attempts)) {
        const before: Partial<Record<Label, Item>> = {};
        labels.forEach((label, i) => {
          const item = reasons[i]?.Item;
          if (item && Object.keys(item).length > 0) before[label] = unmarshall(item) as Item;
        });
        return { ok: false, refused, before };
      }
      if (!isContended) throw error;
      if (attempt === attempts) throw new ContentionError("The items stayed contended.", { cause: error });
      await pause(firstPauseMs * 2 ** attempt);
    }
  }
};

export type Update = Extract<Write, { Update: unknown }>;

/**
 * One write under its condition, for half the price of a transaction; answers the item as it is afterwards. Only for what may be repeated: when an answer
 * is lost the request is sent again, and then the write is refused although it was done. Undefined when the condition did not hold.
 */
export const updateIfHolds = async <T = Item>(
  db: Db,
  { Update }: Update,
  ReturnValues: "ALL_NEW" | "NONE" = "ALL_NEW",
): Promise<T | undefined> => {
  try {
    const { Attributes: item = {} } = await db.ask("UpdateItem", { ...wired(db, Update), ReturnValues } as UpdateItemInput);
    return unmarshall(item) as T;
  } catch (error) {
    if (isConditionFailed(error)) return undefined;
    throw error;
  }
};

/** The same, where only whether the condition held is asked. */
export const writeIfHolds = async (db: Db, write: Update): Promise<boolean> => (await updateIfHolds(db, write, "NONE")) !== undefined;
