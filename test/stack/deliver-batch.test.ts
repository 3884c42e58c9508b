import type { DynamoDBRecord } from "aws-lambda";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deliverBatch } from "../../infra/local/deliver-batch.ts";
import { failureOf, nameOf } from "./a-stream.ts";

const aRecord = (name: string): DynamoDBRecord => ({ dynamodb: { SequenceNumber: name.padStart(21, "0"), Keys: { sk: { S: name } } } });

/** How often each record fails before it is handled, and how the function says so. */
const behaviours = fc.array(fc.record({ failures: fc.integer({ min: 0, max: 6 }), throws: fc.boolean() }), { minLength: 1, maxLength: 12 });

test("whatever fails however often: each record is handled or given up, in order, and only who failed too often is given up", async () => {
  await fc.assert(
    fc.asyncProperty(behaviours, fc.integer({ min: 0, max: 3 }), async (plan, retryAttempts) => {
      const records = plan.map((_, index) => aRecord(String(index)));
      const failed = plan.map(() => 0);
      const settled: string[] = [];
      const givenUp: string[] = [];
      await deliverBatch(records, {
        retryAttempts,
        backoffMs: () => 0,
        signal: new AbortController().signal,
        onSettled: (record) => settled.push(nameOf(record)),
        onGivenUp: (batch) => givenUp.push(...batch.map(nameOf)),
        invoke: async ({ Records }) => {
          const bad = Records.find((record) => (failed[Number(nameOf(record))] ?? 0) < (plan[Number(nameOf(record))]?.failures ?? 0));
          if (!bad) return undefined;
          const index = Number(nameOf(bad));
          failed[index] = (failed[index] ?? 0) + 1;
          if (plan[index]?.throws) throw new Error("cannot");
          return failureOf(bad);
        },
      });
      expect(settled.map(Number)).toEqual([...settled].map(Number).sort((a, b) => a - b));
      expect(settled.at(-1)).toBe(String(records.length - 1));
      for (const [index, { failures }] of plan.entries()) {
        const isGivenUp = givenUp.includes(String(index));
        if (isGivenUp) expect(failures).toBeGreaterThan(retryAttempts);
        else expect(failed[index]).toBe(failures);
      }
    }),
  );
});

test("when told to end, it stops at the next pause and settles nothing that was not handled", async () => {
  const stop = new AbortController();
  const settled: string[] = [];
  await deliverBatch([aRecord("1"), aRecord("2")], {
    retryAttempts: 1000,
    backoffMs: () => {
      stop.abort();
      return 60_000;
    },
    signal: stop.signal,
    onSettled: (record) => settled.push(nameOf(record)),
    onGivenUp: () => {},
    invoke: async ({ Records }) => {
      const bad = Records.find((record) => nameOf(record) === "2");
      return bad && failureOf(bad);
    },
  });
  expect(settled).toEqual(["1"]);
});
