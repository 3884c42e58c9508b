import { type Db, type Item, queryItems } from "../platform/db.ts";
import { forgottenPartition } from "../platform/ledger-keys.ts";
import type { Forgotten } from "./forgotten-writes.ts";

/** Everything that was to be forgotten. */
export const listForgotten = (ledger: Db): Promise<(Item & Forgotten)[]> =>
  queryItems<Item & Forgotten>(ledger, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": forgottenPartition },
  });
