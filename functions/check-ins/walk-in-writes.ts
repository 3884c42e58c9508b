import type { CheckInEvent, CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import type { WalkInNote } from "../../shared/domain/walk-in.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { walkInKey, walkInPartition, walkInPrefix } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** What is known of somebody who came without a registration. */
export type WalkInItem = Item & {
  visitId: VisitId;
  walkInId: CheckInEventId;
  deviceId: string;
  number: string;
  /** Undefined where what the phone sealed does not open or read. */
  note?: WalkInNote;
};

export const addWalkIn = (
  { id, visitId, deviceId, number }: Extract<CheckInEvent, { kind: "walk-in" }>,
  note: WalkInNote | undefined,
): Write => ({
  Put: {
    Item: {
      ...walkInKey(visitId, id),
      ...{ type: "walk-in", version: 1, visitId, walkInId: id, deviceId, number },
      ...(note && { note }),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const dropWalkIn = (visitId: VisitId, walkInId: CheckInEventId): Write => ({ Delete: { Key: walkInKey(visitId, walkInId) } });

export const findWalkIn = (db: Db, visitId: VisitId, walkInId: CheckInEventId): Promise<WalkInItem | undefined> =>
  findItem<WalkInItem>(db, walkInKey(visitId, walkInId));

/** The walk-ins of a visit, in order of coming by the clocks of their phones. */
export const listWalkIns = (db: Db, visitId: VisitId): Promise<WalkInItem[]> =>
  queryPartition<WalkInItem>(db, walkInPartition(visitId), walkInPrefix);
