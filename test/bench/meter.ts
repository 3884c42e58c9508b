import { type AttributeValue, GetItemCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { Operation } from "../../functions/platform/table-wire.ts";
import { readWireJson } from "../../functions/platform/wire-json.ts";
import { tableShape } from "../../shared/wiring.ts";
import type { BenchTable } from "./bench-table.ts";
import { type Image, itemBytes, readBlocks, writeBlocks } from "./item-size.ts";

type Key = Record<string, AttributeValue>;
/** What a write did to one item. */
export type Written = { readonly key: Key; readonly before: Image | undefined; readonly after: Image | undefined };

/** One request to the table, the SDK's own repetitions apart. */
export type Call = {
  readonly operation: Operation;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Partition keys that were asked for. */
  readonly partitions: readonly string[];
  readonly written: readonly Written[];
  readonly failed: boolean;
};

type TransactItem = Partial<Record<"Put" | "Update" | "Delete" | "ConditionCheck", { Key?: Key; Item?: Image; TableName: string }>>;
/** The parts of inputs and outputs that are metered. */
type Input = {
  TableName?: string;
  Key?: Key;
  Item?: Image;
  ConsistentRead?: boolean;
  ProjectionExpression?: string;
  FilterExpression?: string;
  TransactItems?: TransactItem[];
  RequestItems?: Record<string, { Keys: Key[]; ConsistentRead?: boolean }>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
};
type Output = { Item?: Image; Items?: Image[]; Responses?: Record<string, Image[]> };

const { index, partitionKey, sortKey } = tableShape;

const keyOf = (item: Image): Key => ({
  [partitionKey]: item[partitionKey] as AttributeValue,
  [sortKey]: item[sortKey] as AttributeValue,
});

/** Units that following a write takes the index: nothing for what is in it neither before nor after; two where the entry moves. */
const indexUnits = ({ before, after }: Written): number => {
  const placeOf = (image: Image | undefined) => {
    const partition = image?.[index.partitionKey]?.S;
    return partition === undefined ? undefined : `${partition}\n${image?.[index.sortKey]?.S}`;
  };
  const [from, to] = [placeOf(before), placeOf(after)];
  if (from === undefined && to === undefined) return 0;
  const [left, entered] = [writeBlocks(before ? itemBytes(before) : 0), writeBlocks(after ? itemBytes(after) : 0)];
  if (from === undefined) return entered;
  if (to === undefined) return left;
  return from === to ? Math.max(left, entered) : left + entered;
};

/** The table charges the larger of what stood there and what stands there. */
const tableUnits = ({ before, after }: Written): number =>
  writeBlocks(Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A query is charged for what it went through, all items of a page together. */
const readUnitsOf = (operation: Operation, input: Input, output: Output): number => {
  switch (operation) {
    case "GetItem":
      return readBlocks(output.Item ? itemBytes(output.Item) : 0) * (input.ConsistentRead ? 1 : 0.5);
    case "Query":
      return readBlocks(sum((output.Items ?? []).map(itemBytes))) * (input.ConsistentRead ? 1 : 0.5);
    case "BatchGetItem":
      return sum(
        Object.entries(input.RequestItems ?? {}).map(([table, { Keys, ConsistentRead }]) => {
          const found = output.Responses?.[table] ?? [];
          const absent = Keys.length - found.length;
          return (sum(found.map((item) => readBlocks(itemBytes(item)))) + absent) * (ConsistentRead ? 1 : 0.5);
        }),
      );
    default:
      return 0;
  }
};

const writes = new Set(["PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems"]);

type Target = { TableName: string; key: Key; isChecked: boolean };
const targetsOf = (input: Input): Target[] => {
  if (!input.TransactItems) {
    const key = input.Key ?? (input.Item && keyOf(input.Item));
    return key ? [{ TableName: input.TableName ?? "", key, isChecked: false }] : [];
  }
  return input.TransactItems.flatMap((item) =>
    Object.entries(item).map(([operation, { TableName, Key, Item }]) => ({
      TableName,
      key: Key ?? keyOf(Item ?? {}),
      isChecked: operation === "ConditionCheck",
    })),
  );
};

const partitionsOf = (input: Input): string[] => {
  const keys = [
    ...targetsOf(input).map(({ key }) => key),
    ...Object.values(input.RequestItems ?? {}).flatMap(({ Keys }) => Keys),
    ...(input.Key ? [input.Key] : []),
  ].map((key) => key[partitionKey]?.S ?? "");
  // A query names its partition among its values, where ours alone hold a hash sign or stand in capitals.
  const asked = input.TransactItems || input.Key || input.RequestItems ? [] : Object.values(input.ExpressionAttributeValues ?? {});
  return [...new Set([...keys, ...asked.flatMap(({ S }) => (S === undefined ? [] : [S]))])];
};

export type Metered = {
  /** Requests that had to wait for one another: what runs at the same time counts once. */
  readonly trips: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly calls: readonly Call[];
};

/** The longest row of calls of which each began when the one before had ended. */
const tripsOf = (calls: readonly Call[]): number => {
  let trips = 0;
  let endedMs = Number.NEGATIVE_INFINITY;
  for (const call of calls.toSorted((a, b) => a.endedMs - b.endedMs)) {
    if (call.startedMs < endedMs) continue;
    trips += 1;
    endedMs = call.endedMs;
  }
  return trips;
};

const meteredOf = (calls: readonly Call[]): Metered => ({
  trips: tripsOf(calls),
  writeUnits: sum(calls.map(({ writeUnits }) => writeUnits)),
  readUnits: sum(calls.map(({ readUnits }) => readUnits)),
  calls,
});

export type Meter = {
  /** What a piece of work asks of the table. One piece at a time. */
  during<T>(work: () => Promise<T>): Promise<{ value: T; metered: Metered }>;
};

/**
 * Meters what a client asks of the table, in DynamoDB's units. Engines on one machine report a flat number for transactions, so the sizes are
 * looked up through another client that nobody meters, before and after each write.
 *
 * - A transaction takes twice the blocks of 1 kB of every item that it names, whether it is written, only checked, or refused.
 * - Indexes follow at the single price.
 */
export const meterOn = ({ wire, client }: BenchTable): Meter => {
  let calls: Call[] | undefined;

  const look = async ({ TableName, key }: Target): Promise<Image | undefined> =>
    (await client.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }))).Item;

  /** What is left out of an answer is charged all the same; the engines count it rightly for a query. */
  const readUnits = async (operation: Operation, input: Input, output: Output): Promise<number> => {
    if (!input.ProjectionExpression && !input.FilterExpression) return readUnitsOf(operation, input, output);
    if (operation !== "Query") throw new Error(`A part of an item read by ${operation} is not metered.`);
    const again = await client.send(new QueryCommand({ ...(input as QueryCommandInput), ReturnConsumedCapacity: "TOTAL" }));
    return again.ConsumedCapacity?.CapacityUnits ?? Number.NaN;
  };

  // Each request by itself, those that are repeated too.
  wire.tap(async ({ operation, input: asked }, next) => {
    if (!calls) return next();
    const running = calls;
    const input = asked as Input;
    const targets = writes.has(operation) ? targetsOf(input) : [];
    // Looking is within the time of the call: what the code began together shall overlap here, too.
    const startedMs = performance.now();
    const before = await Promise.all(targets.map(look));
    let output: Output = {};
    let failed = true;
    try {
      const answer = await next();
      failed = answer.status !== 200;
      if (!failed) output = readWireJson(answer.body);
      return answer;
    } finally {
      const endedMs = performance.now();
      const after = failed ? before : await Promise.all(targets.map(look));
      const images = targets.map(({ key }, i): Written => ({ key, before: before[i], after: after[i] }));
      const written = failed ? [] : images.filter((_, i) => !targets[i]?.isChecked);
      const factor = operation === "TransactWriteItems" ? 2 : 1;
      running.push({
        operation,
        startedMs,
        endedMs,
        writeUnits: factor * sum(images.map(tableUnits)) + sum(written.map(indexUnits)),
        readUnits: failed ? 0 : await readUnits(operation, input, output),
        partitions: partitionsOf(input),
        written,
        failed,
      });
    }
  });

  return {
    during: async (work) => {
      if (calls) throw new Error("Something is being metered already.");
      const mine: Call[] = [];
      calls = mine;
      try {
        return { value: await work(), metered: meteredOf(mine) };
      } finally {
        calls = undefined;
      }
    },
  };
};

/** Without the look-up of who is asking, which every request of somebody signed in begins with (`functions/sign-in/identify.ts`). */
export const withoutSignIn = ({ calls }: Metered): Metered =>
  meteredOf(calls.filter(({ partitions }) => !partitions.some((partition) => partition.startsWith("SESSION#"))));
