import { admits, type CheckInEvent, subjectOf, wordsOf } from "../../shared/domain/check-in-event.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItems } from "../platform/db.ts";
import { letInEventKey } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";
import { addCheckInEvent, type CheckInEventItem, keyOfEvent } from "./check-in-writes.ts";
import { readEvent } from "./event-reads.ts";

const letInKeyOf = (event: CheckInEvent) => letInEventKey(event.visitId, subjectOf(event), event.id);

/** What stands under an event's id: the event, and beside it one that let somebody in whom the server had judged otherwise. */
const findStored = async (db: Db, event: CheckInEvent): Promise<CheckInEvent[]> =>
  (await findItems(db, [keyOfEvent(event), letInKeyOf(event)])).flatMap((item) => (item && readEvent(item as CheckInEventItem)) ?? []);

/** Whether this very event is stored, not another under its id. */
export const isStored = async (db: Db, event: CheckInEvent): Promise<boolean> =>
  (await findStored(db, event)).some((stored) => wordsOf(stored) === wordsOf(event));

/**
 * Stores an event that a phone hands in, with what is written `also`, or nothing of it. The server may have judged the same scan: its answer came too late to be
 * waited for, and the phone let somebody in. Then both stand under one id, and the fold goes by the one that let them in (`liveEvents`).
 *
 * @returns "duplicate" where it counts already, or where another stands under its id that it does not add to; "refused" where `also` was.
 */
export const storeEvent = async (
  db: Db,
  event: CheckInEvent,
  { uploadedBy, storedAt }: { uploadedBy: AccountId; storedAt: Instant },
  also: Record<string, Write> = {},
): Promise<"stored" | "duplicate" | "refused"> => {
  const add = async (key = keyOfEvent(event)) => {
    const result = await transact<string>(db, { ...also, event: addCheckInEvent(event, uploadedBy, storedAt, key) });
    if (result.ok) return "stored";
    return result.refused.every((label) => label === "event") ? "duplicate" : "refused";
  };
  const first = await add();
  if (first !== "duplicate" || !admits(event)) return first;
  return (await findStored(db, event)).some(admits) ? "duplicate" : add(letInKeyOf(event));
};
