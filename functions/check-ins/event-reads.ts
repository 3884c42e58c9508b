import { CheckInEvent, type Subject } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type Db, queryPartition } from "../platform/db.ts";
import { anyCheckInEvent, checkInEventPrefix, checkInPartition, checkInPartitions } from "../platform/keys.ts";
import type { CheckInEventItem } from "./check-in-writes.ts";

/** The event of an item; undefined for what this version of the server cannot read, however it came to be stored. */
export const readEvent = ({ event }: { event?: unknown }): CheckInEvent | undefined => CheckInEvent.safeParse(event).data;

/** What is stored about one ticket or walk-in, strongly consistent. */
export const listEventItemsAbout = (db: Db, visitId: VisitId, subject: Subject): Promise<CheckInEventItem[]> =>
  queryPartition<CheckInEventItem>(db, checkInPartition(visitId, subject), checkInEventPrefix(subject));

/** Every event about one ticket or walk-in that can be read. */
export const listEventsAbout = async (db: Db, visitId: VisitId, subject: Subject): Promise<CheckInEvent[]> =>
  (await listEventItemsAbout(db, visitId, subject)).flatMap((item) => readEvent(item) ?? []);

export const listEventItems = async (db: Db, visitId: VisitId): Promise<CheckInEventItem[]> =>
  (await Promise.all(checkInPartitions(visitId).map((pk) => queryPartition<CheckInEventItem>(db, pk, anyCheckInEvent)))).flat();

/** Every event of a visit that can be read, in no particular order: one that cannot takes nothing else down. */
export const listEvents = async (db: Db, visitId: VisitId): Promise<CheckInEvent[]> =>
  (await listEventItems(db, visitId)).flatMap((item) => readEvent(item) ?? []);
