import { ProvisionedThroughputExceededException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { Key } from "../../functions/platform/keys.ts";
import type { TestTable } from "./table.ts";

/**
 * What can go wrong between us and the table. An answer that is late is asked for again by the SDK itself, under the same request token; one that
 * is lost is not. One that is throttled throughout is told so when the SDK has asked often enough.
 */
export type Fault = "conflict" | "half a conflict" | "throttled" | "throttled throughout" | "answer late" | "answer lost";

const errorOf = (fault: Fault, writes: number): Error => {
  const said = { message: `a test said: ${fault}`, $metadata: {} };
  switch (fault) {
    case "conflict":
      return new TransactionCanceledException({
        ...said,
        CancellationReasons: Array.from({ length: writes }, () => ({ Code: "TransactionConflict" })),
      });
    case "half a conflict":
      // AWS may tell of a condition and of a conflict in one answer: two copies of one request meet. Of one write alone it tells one thing.
      return new TransactionCanceledException({
        ...said,
        CancellationReasons: Array.from({ length: writes }, (_, i) => ({
          Code: i === 0 && writes > 1 ? "ConditionalCheckFailed" : "TransactionConflict",
        })),
      });
    case "throttled":
    case "throttled throughout":
      return new ProvisionedThroughputExceededException(said);
    case "answer late":
      return Object.assign(new Error(said.message), { name: "TimeoutError" });
    case "answer lost":
      return new Error(said.message);
  }
};

/**
 * Makes the next `times` requests of one kind fail, then all goes well again. Conflicts, whole or half, and throttling come before the engine has done anything,
 * late and lost answers after it has done it.
 *
 * @returns how many requests were made so far, and how to stop.
 */
export const breakRequests = (
  { client }: TestTable,
  fault: Fault,
  times: number,
  command = "TransactWriteItemsCommand",
): { made(): number; stop(): void } => {
  let made = 0;
  const broken =
    <Args extends { input: object }, Out>(next: (args: Args) => Promise<Out>, commandName: string | undefined) =>
    async (args: Args): Promise<Out> => {
      if (commandName !== command) return next(args);
      made += 1;
      if (made > times) return next(args);
      const isAfter = fault === "answer late" || fault === "answer lost";
      if (isAfter) await next(args);
      throw errorOf(fault, (args.input as { TransactItems?: unknown[] }).TransactItems?.length ?? 0);
    };
  const { middlewareStack: stack } = client;
  const place = { priority: "high", name: "fault", override: true } as const;
  // before the SDK's own retries, or within them
  if (fault === "throttled throughout") stack.add((next, { commandName }) => broken(next, commandName), { step: "initialize", ...place });
  else stack.add((next, { commandName }) => broken(next, commandName), { step: "deserialize", ...place });
  return { made: () => made, stop: () => client.middlewareStack.remove("fault") };
};

/** Lets something else happen once, just before the next request of one kind: the narrowest race, each time. */
const justBefore = (
  { client }: TestTable,
  isIt: (command: string | undefined, input: unknown) => boolean,
  happens: () => Promise<unknown>,
): void => {
  let isFirst = true;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (isFirst && isIt(context.commandName, args.input)) {
        isFirst = false;
        await happens();
        client.middlewareStack.remove("just-before");
      }
      return next(args);
    },
    { step: "initialize", priority: "high", name: "just-before", override: true },
  );
};

/** Lets something else happen once, after whoever writes next has looked and before they write. */
export const justBeforeWriting = (table: TestTable, happens: () => Promise<unknown>): void =>
  justBefore(table, (command) => command === "TransactWriteItemsCommand", happens);

/** Lets something else happen once, just before an item is read. */
export const justBeforeReading = (table: TestTable, { pk, sk }: Key, happens: () => Promise<unknown>): void =>
  justBefore(
    table,
    (command, input) =>
      command === "GetItemCommand" && [pk, sk].every((part) => JSON.stringify((input as { Key?: unknown }).Key).includes(`"${part}"`)),
    happens,
  );
