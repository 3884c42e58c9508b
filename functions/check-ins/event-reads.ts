import type { CheckInEvent, Subject } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type Db, queryPartition } from "../platform/db.ts";
import { anyCheckInEvent, checkInEventPrefix, checkInPartition, checkInPartitions } from "../platform/keys.ts";
import type { CheckInEventItem } from "./check-in-writes.ts";

/** Every event about one ticket or walk-in, strongly consistent. */
export const listEventsAbout = async (db: Db, visitId: VisitId, subject: Subject): Promise<CheckInEvent[]> => {
  const items = await queryPartition<CheckInEventItem>(db, checkInPartition(visitId, subject), checkInEventPrefix(subject));
  return items.map(({ event }) => event);
};

/** Every event of a visit, in no particular order. */
export const listEvents = async (db: Db, visitId: VisitId): Promise<CheckInEvent[]> => {
  const parts = await Promise.all(checkInPartitions(visitId).map((pk) => queryPartition<CheckInEventItem>(db, pk, anyCheckInEvent)));
  return parts.flat().map(({ event }) => event);
};
