import { type CheckInEvent, subjectOf } from "../../shared/domain/check-in-event.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Item } from "../platform/db.ts";
import { checkInEventKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** An event as it is stored; who handed it in is of the server's own knowledge, whoever the phone says scanned, and so is when. */
export type CheckInEventItem = Item & {
  event: CheckInEvent;
  uploadedBy?: AccountId;
  storedAt?: Instant;
  /** The reason that a phone sealed, opened. */
  said?: string;
};

export const keyOfEvent = (event: CheckInEvent) => checkInEventKey(event.visitId, subjectOf(event), event.id);

/** Events are only ever added; the same id again is the same event. */
export const addCheckInEvent = (event: CheckInEvent, uploadedBy: AccountId, storedAt: Instant, key = keyOfEvent(event)): Write => ({
  Put: {
    Item: { ...key, type: "check-in-event", version: 1, event, uploadedBy, storedAt },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Keeps what was sealed beside the event, which stays as it came; not once its words were erased. */
export const noteSaid = (event: CheckInEvent, said: string): Write => ({
  Update: {
    Key: keyOfEvent(event),
    UpdateExpression: "SET said = :said ADD version :one",
    ConditionExpression: "attribute_exists(event.payload)",
    ExpressionAttributeValues: { ":said": said, ":one": 1 },
  },
});
