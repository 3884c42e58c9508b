import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Db, Item } from "./db.ts";
import type { Key } from "./keys.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type WithoutTable<T> = T extends object ? Omit<T, "TableName" | "ReturnValuesOnConditionCheckFailure"> : T;

/** One write of a transaction; the table is added here. */
export type Write =
  | { Put: WithoutTable<NonNullable<TransactItem["Put"]>> }
  | { Update: WithoutTable<NonNullable<TransactItem["Update"]>> }
  | { Delete: WithoutTable<NonNullable<TransactItem["Delete"]>> }
  | { ConditionCheck: WithoutTable<NonNullable<TransactItem["ConditionCheck"]>> };

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
    const [[operation, input]] = Object.entries(writes[label]) as [[string, object]];
    return { [operation]: { TableName: db.table, ReturnValuesOnConditionCheckFailure: "ALL_OLD", ...input } } as TransactItem;
  });
  for (let attempt = 1; ; attempt++) {
    try {
      await db.doc.send(new TransactWriteCommand({ TransactItems }));
      return { ok: true };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
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

/**
 * One write under its condition, for half the price of a transaction. Only for what may be repeated: when an answer is lost the SDK asks again, and then
 * the write is refused although it was done. False when the condition did not hold.
 */
export const writeIfHolds = async (db: Db, { Update }: Extract<Write, { Update: unknown }>): Promise<boolean> => {
  try {
    await db.doc.send(new UpdateCommand({ TableName: db.table, ...Update }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
