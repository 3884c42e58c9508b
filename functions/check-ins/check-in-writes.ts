import { type CheckInEvent, subjectOf } from "../../shared/domain/check-in-event.ts";
import type { Item } from "../platform/db.ts";
import { checkInEventKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

export type CheckInEventItem = Item & { event: CheckInEvent };

/** Events are only ever added; the same id again is the same event. */
export const addCheckInEvent = (event: CheckInEvent): Write => ({
  Put: {
    Item: { ...checkInEventKey(event.visitId, subjectOf(event), event.id), type: "check-in-event", version: 1, event },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
