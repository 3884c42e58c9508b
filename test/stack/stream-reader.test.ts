import { ExpiredIteratorException } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { aFunction, aStream, nameOf } from "./a-stream.ts";

const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `r${String(from + index).padStart(2, "0")}`);

describe("a reader of the stream", () => {
  test("hands over what its lane wants, in order, in batches of the agreed size", async () => {
    const stream = await aStream();
    await stream.put(names(1, 12));
    await stream.put(["code"], "challenge");
    await stream.put(names(13, 25));
    const { invoke, handled, batches } = aFunction();
    stream.read("changes", invoke);
    await stream.drain();
    expect(handled).toEqual(names(1, 25));
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(10);
  });

  test("passes over removals, which carry no new image", async () => {
    const stream = await aStream();
    await stream.put(["a"]);
    await stream.remove("a");
    const { invoke, handled } = aFunction();
    stream.read("changes", invoke);
    await stream.drain();
    expect(handled).toEqual(["a"]);
  });

  test("speaks as Lambda does", async () => {
    const stream = await aStream();
    const events: DynamoDBStreamEvent[] = [];
    await stream.put(["a"]);
    const reader = stream.read("changes", async (event) => {
      events.push(structuredClone(event));
      return undefined;
    });
    await stream.drain(reader);
    const records = events.flatMap(({ Records }) => Records);
    expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT"]);
    expect(records[0]).toMatchObject({
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: "ap-northeast-2",
      dynamodb: {
        Keys: { pk: { S: "P" }, sk: { S: "a" } },
        NewImage: { pk: { S: "P" }, sk: { S: "a" }, type: { S: "registration" } },
        StreamViewType: "NEW_AND_OLD_IMAGES",
        ApproximateCreationDateTime: expect.any(Number),
      },
    });
    expect(records[0]?.eventID).toMatch(/^[0-9a-f]+$/);
  });
});

describe("when some records fail for a while", () => {
  test.for(["throwing", "reporting"] as const)("by %s: each is handled in the end, in order, none is given up", async (by) => {
    const stream = await aStream();
    await stream.put(names(1, 9));
    const { invoke, handled } = aFunction({ failsFor: ["r04", "r07"], by, times: 2 });
    stream.read("changes", invoke);
    await stream.drain();
    expect(handled).toEqual(names(1, 9));
    expect(stream.failed()).toEqual([]);
  });

  test("by reporting: what came before the reported record is not delivered again", async () => {
    const stream = await aStream();
    await stream.put(names(1, 5));
    const { invoke, batches } = aFunction({ failsFor: ["r03"], times: 1 });
    stream.read("changes", invoke);
    await stream.drain();
    expect(batches.flat().filter((name) => name === "r01" || name === "r02")).toEqual(["r01", "r02"]);
  });

  test("an answer that names a record of no batch makes the whole batch fail", async () => {
    const stream = await aStream();
    await stream.put(["a"]);
    let tries = 0;
    stream.read("changes", async () => {
      tries += 1;
      return tries === 1 ? { batchItemFailures: [{ itemIdentifier: "nobody" }] } : undefined;
    });
    await stream.drain();
    expect(tries).toBe(2);
  });
});

describe("when a record can never be handled", () => {
  test.for(["throwing", "reporting"] as const)("by %s: it is kept aside with its payload, and the rest goes on", async (by) => {
    const stream = await aStream();
    await stream.put(names(1, 12));
    const { invoke, handled } = aFunction({ failsFor: ["r05"], by });
    stream.read("changes", invoke);
    await stream.drain();
    expect(handled).toEqual(names(1, 12).filter((name) => name !== "r05"));
    expect(stream.failed()).toEqual([["r05"]]);
    expect(stream.failedEvents()[0]?.Records[0]?.dynamodb?.NewImage).toEqual({
      pk: { S: "P" },
      sk: { S: "r05" },
      type: { S: "registration" },
    });
  });

  test("what was kept aside can be handed to the function again", async () => {
    const stream = await aStream();
    await stream.put(["a"]);
    stream.read("changes", aFunction({ failsFor: ["a"] }).invoke);
    await stream.drain();
    const repaired = aFunction();
    for (const event of stream.failedEvents()) await repaired.invoke(event);
    expect(repaired.handled).toEqual(["a"]);
  });

  test("another lane on the same stream does not wait for it", async () => {
    const stream = await aStream();
    await stream.put(["stuck"]);
    await stream.put(["code"], "challenge");
    const release = Promise.withResolvers<undefined>();
    stream.read("changes", () => release.promise);
    const { invoke, handled } = aFunction();
    const quick = stream.read("signInMail", invoke, { types: ["challenge"] });
    await stream.drain(quick);
    expect(handled).toEqual(["code"]);
    release.resolve(undefined);
  });
});

describe("when the reader is stopped and started again", () => {
  test("nothing that was handled comes again, and nothing written meanwhile is missed", async () => {
    const stream = await aStream();
    await stream.put(names(1, 3));
    const before = aFunction();
    const first = stream.read("changes", before.invoke);
    await stream.drain(first);
    await first.stop();
    await stream.put(names(4, 6));
    const after = aFunction();
    await stream.drain(stream.read("changes", after.invoke));
    expect(before.handled).toEqual(names(1, 3));
    expect(after.handled).toEqual(names(4, 6));
  });

  test("in the midst of retries: the record that failed comes again, those before it do not", async () => {
    const stream = await aStream();
    await stream.put(["a", "b", "c"]);
    const failing = aFunction({ failsFor: ["b"] });
    const failedOnce = Promise.withResolvers<void>();
    const first = stream.read("changes", failing.invoke, {
      retryAttempts: 100,
      backoffMs: () => {
        failedOnce.resolve();
        return 60_000;
      },
    });
    await failedOnce.promise;
    await first.stop();
    const after = aFunction();
    await stream.drain(stream.read("changes", after.invoke));
    expect(failing.handled).toEqual(["a"]);
    expect(after.handled).toEqual(["b", "c"]);
    expect(stream.failed()).toEqual([]);
  });
});

test("when an iterator expires, the reader goes on from where it was", async () => {
  const stream = await aStream();
  let expired = 0;
  stream.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== "GetRecordsCommand" || expired > 3) return next(args);
      expired += 1;
      throw new ExpiredIteratorException({ $metadata: {}, message: "The iterator expired" });
    },
    { step: "initialize" },
  );
  await stream.put(names(1, 4));
  const { invoke, handled } = aFunction();
  const reader = stream.read("changes", invoke);
  await stream.drain(reader);
  expired = 0;
  await stream.put(names(5, 6));
  await stream.drain(reader);
  expect(expired).toBe(4);
  expect(handled).toEqual(names(1, 6));
});

describe("drain", () => {
  test("waits for what the functions wrote in turn", async () => {
    const stream = await aStream();
    const handled: string[] = [];
    stream.read("changes", async ({ Records }) => {
      for (const name of Records.map(nameOf)) {
        handled.push(name);
        if (name.length < 4) await stream.put([`${name}a`], name.length % 2 ? "challenge" : "registration");
      }
      return undefined;
    });
    stream.read(
      "codes",
      async ({ Records }) => {
        for (const name of Records.map(nameOf)) {
          handled.push(name);
          await stream.put([`${name}a`]);
        }
        return undefined;
      },
      { types: ["challenge"] },
    );
    await stream.put(["a"]);
    await stream.drain();
    expect(handled).toEqual(["a", "aa", "aaa", "aaaa", "aaaaa"]);
  });

  test("is refused by a reader that is stopped", async () => {
    const stream = await aStream();
    const reader = stream.read("changes", async () => undefined);
    await reader.stop();
    await expect(stream.drain(reader)).rejects.toThrow("stopped");
  });
});
