import type { Key } from "../../functions/platform/keys.ts";
import { mostAttempts, type Operation } from "../../functions/platform/table-wire.ts";
import type { TestTable } from "./table.ts";

/**
 * What can go wrong between us and the table. An answer that is late is asked for again by itself, under the same request token; one that is lost is not.
 * One that is throttled throughout is told so when it was asked for often enough.
 */
export type Fault =
  | "conflict"
  | "half a conflict"
  | "throttled"
  | "throttled throughout"
  | "throttled within"
  | "beyond the account's limit"
  | "still in progress"
  | "answer late"
  | "answer lost";

/** As the table words it. */
const refusal = (name: string, more: object = {}) => ({
  status: 400,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: "a test said so", ...more }),
});
const cancelled = (codes: readonly string[]) =>
  refusal("TransactionCanceledException", { CancellationReasons: codes.map((Code) => ({ Code })) });

const answerOf = (fault: Fault, writes: number) => {
  switch (fault) {
    case "conflict":
      return cancelled(Array.from({ length: writes }, () => "TransactionConflict"));
    case "half a conflict":
      // AWS may tell of a condition and of a conflict in one answer: two copies of one request meet. Of one write alone it tells one thing.
      return cancelled(
        Array.from({ length: writes }, (_, i) => (i === 0 && writes > 1 ? "ConditionalCheckFailed" : "TransactionConflict")),
      );
    case "throttled":
    case "throttled throughout":
      return refusal("ProvisionedThroughputExceededException");
    case "throttled within":
      // One partition among several had too much to do.
      return cancelled(Array.from({ length: writes }, (_, i) => (i === 0 ? "ThrottlingError" : "None")));
    case "beyond the account's limit":
      return refusal("RequestLimitExceeded");
    case "still in progress":
      // A request that was sent again while the first one is at work under the same token.
      return refusal("TransactionInProgressException");
    case "answer late":
      throw Object.assign(new Error("a test said: late"), { name: "TimeoutError" });
    case "answer lost":
      throw new Error("a test said: lost");
  }
};

/**
 * Makes the next `times` requests of one kind fail, then all goes well again. Conflicts, whole or half, and throttling of any kind come before the engine has done anything,
 * late and lost answers after it has done it.
 *
 * @returns how many requests were made so far, and how to stop.
 */
export const breakRequests = (
  { wire }: TestTable,
  fault: Fault,
  times: number,
  broken: Operation = "TransactWriteItems",
): { made(): number; stop(): void } => {
  let made = 0;
  const failing = fault === "throttled throughout" ? times * mostAttempts : times;
  const stop = wire.tap(async ({ operation, input }, next) => {
    if (operation !== broken) return next();
    made += 1;
    if (made > failing) return next();
    if (fault === "answer late" || fault === "answer lost") await next();
    return answerOf(fault, (input as { TransactItems?: unknown[] }).TransactItems?.length ?? 0);
  });
  return { made: () => made, stop };
};

/** Lets something else happen once, just before the next request of one kind: the narrowest race, each time. */
const justBefore = (
  { wire }: TestTable,
  isIt: (asked: { operation: Operation; input: object }) => boolean,
  happens: () => Promise<unknown>,
): void => {
  let isFirst = true;
  const stop = wire.tap(async (asked, next) => {
    if (isFirst && isIt(asked)) {
      isFirst = false;
      await happens();
      stop();
    }
    return next();
  });
};

/** Lets something else happen once, after whoever writes next has looked and before they write. */
export const justBeforeWriting = (table: TestTable, happens: () => Promise<unknown>): void =>
  justBefore(table, ({ operation }) => operation === "TransactWriteItems", happens);

/** Lets something else happen once, just before an item is read. */
export const justBeforeReading = (table: TestTable, { pk, sk }: Key, happens: () => Promise<unknown>): void =>
  justBefore(
    table,
    ({ operation, input }) =>
      operation === "GetItem" && [pk, sk].every((part) => JSON.stringify((input as { Key?: unknown }).Key).includes(`"${part}"`)),
    happens,
  );

/**
 * Something else happens once, in the middle of the next read of several items: the one with this key is from before it, the others are from after it. The table
 * promises no more of items that are read at once.
 */
export const amidReading = ({ wire }: TestTable, { pk, sk }: Key, happens: () => Promise<unknown>): void => {
  type Row = { pk: { S: string }; sk: { S: string } };
  type Body = { Responses: Record<string, Row[]> };
  const isIt = (row: Row): boolean => row.pk.S === pk && row.sk.S === sk;
  const stop = wire.tap(async ({ operation, input }, next) => {
    if (operation !== "BatchGetItem" || !JSON.stringify(input).includes(`"${sk}"`)) return next();
    stop();
    const before = JSON.parse((await next()).body) as Body;
    await happens();
    const answer = await next();
    const after = JSON.parse(answer.body) as Body;
    const mixed = Object.entries(after.Responses).map(([table, rows]) => [
      table,
      rows.map((row) => (isIt(row) ? before.Responses[table]?.find(isIt) : row)),
    ]);
    return { ...answer, body: JSON.stringify({ ...after, Responses: Object.fromEntries(mixed) }) };
  });
};
