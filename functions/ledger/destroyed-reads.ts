import { type Db, queryItems } from "../platform/db.ts";
import { destroyedPartition } from "../platform/ledger-keys.ts";
import type { Destroyed } from "./destroyed-writes.ts";

/** Rows of one page. */
const pageLength = 100;

/** What was destroyed, the newest first, from before a place on. */
export const listDestroyed = (ledger: Db, before = "~"): Promise<(Destroyed & { atAndId: string })[]> =>
  queryItems(
    ledger,
    {
      IndexName: "ofKind",
      KeyConditionExpression: "ofKind = :destroyed AND atAndId < :before",
      ExpressionAttributeValues: { ":destroyed": destroyedPartition, ":before": before },
      ScanIndexForward: false,
    },
    pageLength,
  );
