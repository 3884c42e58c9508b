import type { CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import type { WalkInNote } from "../../shared/domain/walk-in.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { walkInKey, walkInPartition, walkInPrefix } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** What is known of somebody who came without a registration. */
export type WalkInItem = Item & { visitId: VisitId; walkInId: CheckInEventId; note: WalkInNote };

export const addWalkIn = (visitId: VisitId, walkInId: CheckInEventId, note: WalkInNote): Write => ({
  Put: {
    Item: { ...walkInKey(visitId, walkInId), type: "walk-in", version: 1, visitId, walkInId, note },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** The walk-ins of a visit, in order of coming by the clocks of their phones. */
export const listWalkIns = (db: Db, visitId: VisitId): Promise<WalkInItem[]> =>
  queryPartition<WalkInItem>(db, walkInPartition(visitId), walkInPrefix);
