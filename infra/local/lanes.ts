import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { type LaneName, streamLanes, streamPattern } from "../constructs/stream-lanes.ts";
import { region } from "./environment.ts";
import type { LocalFunctions } from "./functions.ts";
import { type StreamReader, startStreamReader } from "./streams.ts";

export type Lanes = {
  readonly readers: readonly StreamReader[];
  /** Where batches go that were given up. */
  readonly failureFolder: string;
  readonly stop: () => Promise<void>;
};

/** What a client of the SDK needs to talk to the engine. */
export type EngineAccess = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

type LaneOptions = {
  readonly access: EngineAccess;
  readonly streamArn: string;
  /** Where checkpoints and failed batches are kept. */
  readonly folder: string;
  readonly functions: LocalFunctions;
  readonly onTrouble: (words: string, error: unknown) => void;
};

/** One reader for each lane of the table's stream, by the same rules as the event source mappings of the CDK app. */
export function startLanes({ access, streamArn, folder, functions, onTrouble }: LaneOptions): Lanes {
  const client = new DynamoDBStreamsClient(access);
  const failureFolder = join(folder, "failed-batches");
  const names = Object.keys(streamLanes) as LaneName[];
  const readers = names.map((lane) =>
    startStreamReader({
      client,
      streamArn,
      region,
      lane,
      patterns: [streamPattern(streamLanes[lane])],
      batchSize: streamLanes[lane].batchSize,
      retryAttempts: streamLanes[lane].retryAttempts,
      checkpointFile: join(folder, "checkpoints", `${lane}.json`),
      failureFolder,
      invoke: functions[lane],
      onTrouble,
    }),
  );
  return {
    readers,
    failureFolder,
    stop: async () => {
      await Promise.all(readers.map((reader) => reader.stop()));
      client.destroy();
    },
  };
}
