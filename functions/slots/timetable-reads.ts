import type { SlotNo, VisitId } from "../../shared/domain/ids.ts";
import { type LocalTime, timeOfMinutes } from "../../shared/domain/seoul-time.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import type { Timetable } from "../../shared/domain/timetable.ts";
import type { Clock } from "../platform/clock.ts";
import { type Db, type Item, queryItems } from "../platform/db.ts";
import { timetablePrefix, visitPartition } from "../platform/keys.ts";
import { aMemory, inSeconds } from "../platform/memory.ts";

/** One time: minutes of the day in Seoul, free seats, and the version of the slot that said so. */
export type TimetableTime = { at: number; free: number; v: number; state: Slot["state"] };

/** What lists read instead of slots: written with them, and kept up with each of their changes by the table's stream. */
export type TimetableItem = Item & Omit<Timetable, "times"> & { visitId: VisitId; times: Record<SlotNo, TimetableTime> };

const timetableOf = ({ slotRequestId, kind, mode, postingId, service, minutes, seats, times }: TimetableItem): Timetable => ({
  slotRequestId,
  kind,
  mode,
  postingId,
  service,
  minutes,
  seats,
  times: Object.entries(times)
    .filter(([, time]) => time.state === "open")
    .map(([no, { at, free }]) => ({ no, at: timeOfMinutes(at) as LocalTime, free }))
    .sort((a, b) => a.at.localeCompare(b.at)),
});

/** The times of a visit with their free seats, in one query that need not be the very latest. */
export const listTimetables = async (db: Db, visitId: VisitId): Promise<Timetable[]> => {
  const items = await queryItems<TimetableItem>(db, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": visitPartition(visitId), ":prefix": timetablePrefix },
    ConsistentRead: false,
  });
  return items.map(timetableOf).filter(({ times }) => times.length > 0);
};

const seen = aMemory<Promise<Timetable[]>>();

/** The same, asked for at most once a second by one process. */
export const recentTimetables = ({ db, clock }: { db: Db; clock: Clock }, visitId: VisitId): Promise<Timetable[]> => {
  const now = clock.now();
  const known = seen.recall(db, visitId, now);
  if (known) return known;
  const asked = listTimetables(db, visitId);
  seen.keep(db, visitId, asked, inSeconds(now, 1));
  asked.catch(() => seen.forget(db, visitId));
  return asked;
};
/** After a change of it that this process knows of. */
export const forgetTimetables = (db: Db, visitId: VisitId): void => seen.forget(db, visitId);
