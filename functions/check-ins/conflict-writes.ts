import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { conflictKey, conflictPrefix, visitPartition } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** What the lead noted of a conflict as it was when they looked. */
export type SettledConflict = { visitId: VisitId; idx: TicketIndex; seen: string; at: Instant; staffId: AccountId; note: string };

/** Refused when just this was settled already. */
export const settleConflict = (settled: SettledConflict): Write => ({
  Put: {
    Item: { ...conflictKey(settled.visitId, settled.idx, settled.seen), type: "settled-conflict", version: 1, ...settled },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const listSettledConflicts = (db: Db, visitId: VisitId): Promise<(Item & SettledConflict)[]> =>
  queryPartition<Item & SettledConflict>(db, visitPartition(visitId), conflictPrefix);
