import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "./write-whole.ts";

/** How far a reader has come, shard by shard. */
export type Checkpoint = {
  readonly find: (shardId: string) => string | undefined;
  readonly move: (shardId: string, sequenceNumber: string) => void;
  /** Forgets shards that the stream no longer has. */
  readonly keepOnly: (shardIds: readonly string[]) => void;
};

/** A checkpoint in a file; one of another stream, of a table that is gone, counts for nothing. */
export function openCheckpoint(file: string, streamArn: string): Checkpoint {
  mkdirSync(dirname(file), { recursive: true });
  const positions = new Map<string, string>(existsSync(file) ? readPositions(file, streamArn) : []);
  const save = () => writeWhole(file, JSON.stringify({ streamArn, positions: Object.fromEntries(positions) }));
  return {
    find: (shardId) => positions.get(shardId),
    move: (shardId, sequenceNumber) => {
      positions.set(shardId, sequenceNumber);
      save();
    },
    keepOnly: (shardIds) => {
      const gone = [...positions.keys()].filter((shardId) => !shardIds.includes(shardId));
      for (const shardId of gone) positions.delete(shardId);
      if (gone.length > 0) save();
    },
  };
}

function readPositions(file: string, streamArn: string): [string, string][] {
  const kept = JSON.parse(readFileSync(file, "utf8"));
  return kept.streamArn === streamArn ? Object.entries(kept.positions) : [];
}
