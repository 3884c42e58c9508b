import { type Db, queryItems } from "../platform/db.ts";
import { destroyedPartition } from "../platform/ledger-keys.ts";
import type { Destroyed } from "./destroyed-writes.ts";

/** As it stands in the ledger. `atAndId` is its place in the list. */
export type StoredDestroyed = Destroyed & { atAndId: string };

/** What was destroyed, the newest first, from before a place on. */
export const listDestroyed = (
  ledger: Db,
  { before = "~", limit }: { before?: string | undefined; limit: number },
): Promise<StoredDestroyed[]> =>
  queryItems(
    ledger,
    {
      IndexName: "ofKind",
      KeyConditionExpression: "ofKind = :destroyed AND atAndId < :before",
      ExpressionAttributeValues: { ":destroyed": destroyedPartition, ":before": before },
      ScanIndexForward: false,
    },
    limit,
  );
