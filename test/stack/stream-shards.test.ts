import { join } from "node:path";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { expect, onTestFinished, test } from "vitest";
import { startStreamReader } from "../../infra/local/streams.ts";
import { aFolder } from "./a-folder.ts";
import { nameOf } from "./a-stream.ts";

/**
 * A stream whose shard was split, which no local engine does within the time of a test: the child is listed first and its records are there
 * from the start, the parent's come in two pages.
 */
function splitStream(): DynamoDBStreamsClient {
  const pages: Record<string, { names: string[]; next?: string }> = {
    "parent-0": { names: ["p1", "p2"], next: "parent-1" },
    "parent-1": { names: [], next: "parent-2" },
    "parent-2": { names: ["p3"] },
    "child-0": { names: ["c1"], next: "child-1" },
    "child-1": { names: [], next: "child-1" },
  };
  const send = async (command: unknown) => {
    if (command instanceof DescribeStreamCommand) {
      return {
        StreamDescription: {
          Shards: [
            { ShardId: "child", ParentShardId: "parent" },
            { ShardId: "parent", ParentShardId: "forgotten" },
          ],
        },
      };
    }
    if (command instanceof GetShardIteratorCommand) return { ShardIterator: `${command.input.ShardId}-0` };
    if (!(command instanceof GetRecordsCommand)) throw new Error("not asked by the reader");
    const page = pages[command.input.ShardIterator ?? ""];
    return { NextShardIterator: page?.next, Records: page?.names.map(aStreamRecord) };
  };
  return { send } as unknown as DynamoDBStreamsClient;
}

const aStreamRecord = (name: string) => ({
  eventID: name,
  eventName: "INSERT",
  dynamodb: { SequenceNumber: name, Keys: { sk: { S: name } }, NewImage: { type: { S: "registration" } } },
});

test("when a shard was split, its children are read only after it is read to the end", async () => {
  const handled: string[] = [];
  const all = Promise.withResolvers<void>();
  const folder = aFolder();
  const reader = startStreamReader({
    client: splitStream(),
    streamArn: "arn:aws:dynamodb:ddblocal:000000000000:table/T/stream/1",
    region: "ap-northeast-2",
    lane: "changes",
    patterns: [{ dynamodb: { NewImage: { type: { S: ["registration"] } } } }],
    batchSize: 10,
    retryAttempts: 0,
    checkpointFile: join(folder, "changes.json"),
    failureFolder: join(folder, "failed"),
    onTrouble: (_, error) => all.reject(error),
    invoke: async ({ Records }) => {
      handled.push(...Records.map(nameOf));
      if (handled.includes("c1")) all.resolve();
      return undefined;
    },
  });
  onTestFinished(reader.stop);
  await all.promise;
  expect(handled).toEqual(["p1", "p2", "p3", "c1"]);
});
