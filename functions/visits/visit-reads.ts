import type { PublicVisit } from "../../shared/contract/public.ts";
import type { EmployerId, PostingId, VisitId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { PostingDraft } from "../../shared/domain/posting.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { visitKey, visitPartition, visitPostingPrefix, visitsIndexPartition } from "../platform/keys.ts";

/** A visit with the place as it was when the visit was planned. */
export type VisitItem = Item & { visit: Omit<Visit, "version" | "interviewSeats">; place: Place; interviewSeats: number };

/** What a visit shows of a posting: the words that were approved. */
export type VisitPostingItem = Item & {
  visitId: VisitId;
  postingId: PostingId;
  employerId: EmployerId;
  draft: PostingDraft;
  employer: { nameKo: string; nameEn: string | null; industryKo: string; aboutKo: string; aboutEn: string | null };
};

export type PlannedVisit = { visit: Visit; place: Place };

const plannedVisitOf = ({ visit, place, interviewSeats, version }: VisitItem): PlannedVisit => ({
  visit: { ...visit, interviewSeats, version },
  place,
});

export const findVisit = async (db: Db, visitId: VisitId): Promise<PlannedVisit | undefined> => {
  const item = await findItem<VisitItem>(db, visitKey(visitId));
  return item && plannedVisitOf(item);
};

/** Visits by id, in one batch of at most 100; unknown ones are left out. */
export const findVisits = async (db: Db, ids: readonly VisitId[]): Promise<Map<VisitId, PlannedVisit>> => {
  const items = (await findItems(db, ids.map(visitKey))) as (VisitItem | undefined)[];
  return new Map(items.flatMap((item) => (item ? [[item.visit.visitId, plannedVisitOf(item)]] : [])));
};

/** At most so many visits in one list. */
const listLimit = 60;

/** Visits from a date on, by date. */
export const listVisits = async (db: Db, from: LocalDate, limit = listLimit): Promise<PlannedVisit[]> => {
  const items = await queryItems<VisitItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :visits AND gsi1sk >= :from",
      ExpressionAttributeValues: { ":visits": visitsIndexPartition, ":from": from },
    },
    limit,
  );
  return items.map(plannedVisitOf);
};

export const listVisitPostings = (db: Db, visitId: VisitId): Promise<VisitPostingItem[]> =>
  queryPartition<VisitPostingItem>(db, visitPartition(visitId), visitPostingPrefix);

export const publicVisitOf = ({ visit, place }: PlannedVisit): PublicVisit => ({
  visitId: visit.visitId,
  state: visit.state,
  date: visit.date,
  startTime: visit.startTime,
  endTime: visit.endTime,
  place,
  services: visit.services,
  noteKo: visit.noteKo,
  noteEn: visit.noteEn,
  interviewSeats: visit.interviewSeats,
  bookingClosesAt: visit.deadlines.bookingClosesAt,
});
