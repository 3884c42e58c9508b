import type { Operation } from "../../functions/platform/table-wire.ts";
import type { TestTable } from "./table.ts";

/**
 * What can go wrong between us and the table. An answer that is late is asked for again by itself, under the same request token; one that is lost is not.
 */
export type Fault = "conflict" | "half a conflict" | "throttled" | "answer late" | "answer lost";

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
      // AWS may tell of a condition and of a conflict in one answer: two copies of one request meet.
      return cancelled(Array.from({ length: writes }, (_, i) => (i === 0 ? "ConditionalCheckFailed" : "TransactionConflict")));
    case "throttled":
      return refusal("ProvisionedThroughputExceededException");
    case "answer late":
      throw Object.assign(new Error("a test said: late"), { name: "TimeoutError" });
    case "answer lost":
      throw new Error("a test said: lost");
  }
};

/**
 * Makes the next `times` requests of one kind fail, then all goes well again. Conflicts, whole or half, and throttling come before the engine has done anything,
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
  const stop = wire.tap(async ({ operation, input }, next) => {
    if (operation !== broken) return next();
    made += 1;
    if (made > times) return next();
    if (fault === "answer late" || fault === "answer lost") await next();
    return answerOf(fault, (input as { TransactItems?: unknown[] }).TransactItems?.length ?? 0);
  });
  return { made: () => made, stop };
};

/** Lets something else happen once, after whoever writes next has looked and before they write: the narrowest race, each time. */
export const justBeforeWriting = ({ wire }: TestTable, happens: () => Promise<unknown>): void => {
  let isFirst = true;
  const stop = wire.tap(async ({ operation }, next) => {
    if (operation === "TransactWriteItems" && isFirst) {
      isFirst = false;
      await happens();
      stop();
    }
    return next();
  });
};
