import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import { deliverBatch, type StreamFunction } from "./deliver-batch.ts";
import { keepFailedBatch } from "./failed-batches.ts";
import { openCheckpoint } from "./stream-checkpoint.ts";
import { matches, type Pattern } from "./stream-pattern.ts";
import { sequenceNumberOf, toLambdaRecord } from "./stream-records.ts";

export type StreamReaderOptions = {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly region: string;
  /** Name of the lane: of its checkpoint and of what it gives up. */
  readonly lane: string;
  /** Records that match none of the patterns are passed over. */
  readonly patterns: readonly Pattern[];
  readonly batchSize: number;
  readonly retryAttempts: number;
  /** Wait before the nth further try, n from 0. Default: doubling from 0.1 s up to 1 s. */
  readonly backoffMs?: (tries: number) => number;
  readonly checkpointFile: string;
  readonly failureFolder: string;
  readonly invoke: StreamFunction;
  readonly onTrouble: (words: string, error: unknown) => void;
};

export type StreamReader = {
  /**
   * Waits until the reader is past the first record that `sees` accepts and everything before it is settled.
   * @returns how many records were delivered to the function so far. Rejects when the reader is stopped before.
   */
  readonly untilPast: (sees: (record: DynamoDBRecord) => boolean) => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Pause between two looks into a shard that had nothing new: alone, and while somebody waits for it to be read. */
const idlePauseMs = 100;
const watchedPauseMs = 10;
/** Shards change every few hours: the list is asked for this often, and when one ends. */
const shardListMs = 1000;
/** Pause after the engine could not be asked. */
const troublePauseMs = 500;
/** Most records that GetRecords hands out at once. */
const pageSize = 1000;

const doublingFrom100Ms = (tries: number) => Math.min(1000, 100 * 2 ** tries);

type Watcher = {
  readonly sees: (record: DynamoDBRecord) => boolean;
  readonly resolve: (delivered: number) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Reads a table's stream from its checkpoint on and hands the records to a function: what an event source mapping
 * is on AWS. Age limits are left out: the engine cuts the times of records to the minute, and a travelled clock would make all of them old.
 */
export function startStreamReader(options: StreamReaderOptions): StreamReader {
  const { client, streamArn } = options;
  const checkpoint = openCheckpoint(options.checkpointFile, streamArn);
  const stopped = new AbortController();
  const iterators = new Map<string, string>();
  const finished = new Set<string>();
  const watchers = new Set<Watcher>();
  let delivered = 0;
  let shards: readonly Shard[] = [];
  let listedAtMs = Number.NEGATIVE_INFINITY;
  let wake = () => {};

  const read = async (): Promise<void> => {
    if (performance.now() - listedAtMs > shardListMs) {
      shards = await listShards(client, streamArn);
      checkpoint.keepOnly(shards.map(shardIdOf));
      listedAtMs = performance.now();
    }
    for (const shard of readable(shards, finished)) await readShard(shardIdOf(shard));
  };

  /** Reads on until the shard has nothing new. */
  const readShard = async (shardId: string): Promise<void> => {
    while (!stopped.signal.aborted) {
      const iterator = iterators.get(shardId) ?? (await openIterator(client, streamArn, shardId, checkpoint.find(shardId)));
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: pageSize }));
      await handle(shardId, page.Records ?? []);
      if (stopped.signal.aborted) return;
      if (!page.NextShardIterator) {
        finished.add(shardId);
        listedAtMs = Number.NEGATIVE_INFINITY;
        return;
      }
      iterators.set(shardId, page.NextShardIterator);
      if (!page.Records?.length) return;
    }
  };

  const handle = async (shardId: string, read: readonly StreamRecord[]): Promise<void> => {
    const records = read.map((record) => toLambdaRecord(record, streamArn, options.region));
    const wanted = records.filter((record) => options.patterns.some((pattern) => matches(pattern, record)));
    for (let start = 0; start < wanted.length && !stopped.signal.aborted; start += options.batchSize) {
      await deliver(shardId, wanted.slice(start, start + options.batchSize));
    }
    const last = records.at(-1);
    if (!last || stopped.signal.aborted) return;
    checkpoint.move(shardId, sequenceNumberOf(last));
    for (const watcher of watchers) {
      if (!records.some(watcher.sees)) continue;
      watchers.delete(watcher);
      watcher.resolve(delivered);
    }
  };

  const deliver = (shardId: string, batch: readonly DynamoDBRecord[]): Promise<void> => {
    delivered += batch.length;
    return deliverBatch(batch, {
      invoke: options.invoke,
      retryAttempts: options.retryAttempts,
      backoffMs: options.backoffMs ?? doublingFrom100Ms,
      onSettled: (record) => checkpoint.move(shardId, sequenceNumberOf(record)),
      onGivenUp: (records, invocations, error) => {
        keepFailedBatch(options.failureFolder, { lane: options.lane, streamArn, shardId, records, invocations, error });
        options.onTrouble(`${options.lane}: ${records.length} stream record(s) given up, kept in ${options.failureFolder}`, error);
      },
      signal: stopped.signal,
    });
  };

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const pause = await read().then(
        () => (watchers.size > 0 ? watchedPauseMs : idlePauseMs),
        (error: unknown) => {
          iterators.clear(); // each is opened anew from the checkpoint
          if (error instanceof ExpiredIteratorException || stopped.signal.aborted) return 0;
          options.onTrouble(`${options.lane}: the stream could not be read`, error);
          return troublePauseMs;
        },
      );
      await pauseFor(pause);
    }
  };

  const pauseFor = (ms: number) =>
    new Promise<void>((resolve) => {
      if (stopped.signal.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const done = run();

  return {
    untilPast: (sees) =>
      new Promise((resolve, reject) => {
        if (stopped.signal.aborted) return reject(new Error(`the reader ${options.lane} is stopped`));
        watchers.add({ sees, resolve, reject });
        wake();
      }),
    stop: async () => {
      stopped.abort();
      wake();
      await done;
      for (const { reject } of watchers) reject(new Error(`the reader ${options.lane} is stopped`));
      watchers.clear();
    },
  };
}

async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<readonly Shard[]> {
  const shards: Shard[] = [];
  let start: string | undefined;
  do {
    const { StreamDescription: page } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(start && { ExclusiveStartShardId: start }) }),
    );
    shards.push(...(page?.Shards ?? []));
    start = page?.LastEvaluatedShardId;
  } while (start);
  return shards;
}

/** Shards in which reading may go on: a child only after its parent, or changes of one item would swap places. */
function readable(shards: readonly Shard[], finished: ReadonlySet<string>): readonly Shard[] {
  const known = new Set(shards.map(shardIdOf));
  return shards.filter(
    (shard) =>
      !finished.has(shardIdOf(shard)) && (!shard.ParentShardId || !known.has(shard.ParentShardId) || finished.has(shard.ParentShardId)),
  );
}

async function openIterator(client: DynamoDBStreamsClient, streamArn: string, shardId: string, after: string | undefined): Promise<string> {
  const shard = { StreamArn: streamArn, ShardId: shardId };
  const fromStart = () => client.send(new GetShardIteratorCommand({ ...shard, ShardIteratorType: "TRIM_HORIZON" }));
  const fromCheckpoint = (SequenceNumber: string) =>
    client
      .send(new GetShardIteratorCommand({ ...shard, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber }))
      .catch((error: unknown) => {
        if (error instanceof TrimmedDataAccessException) return fromStart(); // stopped for more than a day: on with what is left
        throw error;
      });
  const { ShardIterator: iterator } = await (after === undefined ? fromStart() : fromCheckpoint(after));
  if (!iterator) throw new Error(`no iterator for shard ${shardId}`);
  return iterator;
}

function shardIdOf(shard: Shard): string {
  if (!shard.ShardId) throw new Error("a shard without an id");
  return shard.ShardId;
}
