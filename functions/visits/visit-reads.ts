import type { PublicVisit } from "../../shared/contract/public.ts";
import type { SeasonVisit } from "../../shared/contract/season.ts";
import type { EmployerId, PlanId, PostingId, VisitId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { PostingDraft } from "../../shared/domain/posting.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import type { Zone } from "../../shared/domain/zones.ts";
import type { Clock } from "../platform/clock.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { visitKey, visitPartition, visitPostingKey, visitPostingPrefix, visitsIndex, visitsIndexPartition } from "../platform/keys.ts";
import { aMemory, inSeconds } from "../platform/memory.ts";

/** A visit with the place as it was when the visit was planned. */
export type VisitItem = Item & {
  visit: Omit<Visit, "version" | "interviewSeats">;
  place: Place;
  interviewSeats: number;
  /** Zones that it was planned in before it was moved to another: their calendars say that it is cancelled there. */
  leftZones?: Set<Zone>;
  /** The plan that is changing it now. */
  changing?: PlanId;
};

/** What a visit shows of a posting: the words that were approved. */
export type VisitPostingItem = Item & {
  visitId: VisitId;
  postingId: PostingId;
  employerId: EmployerId;
  draft: PostingDraft;
  employer: { nameKo: string; nameEn: string | null; industryKo: string; aboutKo: string; aboutEn: string | null };
};

export type PlannedVisit = { visit: Visit; place: Place };

export const plannedVisitOf = ({ visit, place, interviewSeats, version }: VisitItem): PlannedVisit => ({
  visit: { ...visit, interviewSeats, version },
  place,
});

export const findVisit = async (db: Db, visitId: VisitId): Promise<PlannedVisit | undefined> => {
  const item = await findItem<VisitItem>(db, visitKey(visitId));
  return item && plannedVisitOf(item);
};

const openVisits = aMemory<PlannedVisit>();
/** An open visit as this process saw it within the last second. What closes a visit closes its slots, which every booking asks. */
export const recallOpenVisit = (db: Db, visitId: VisitId, now: Instant): PlannedVisit | undefined => openVisits.recall(db, visitId, now);
export const rememberVisit = (db: Db, planned: PlannedVisit, now: Instant): void => {
  const { visitId, state } = planned.visit;
  if (state === "open") openVisits.keep(db, visitId, planned, inSeconds(now, 1));
};
/** After a change that this process made or was told of. */
export const forgetVisit = (db: Db, visitId: VisitId): void => openVisits.forget(db, visitId);

/** The same as `findVisit`, at most a second old. */
export const recentVisit = async ({ db, clock }: { db: Db; clock: Clock }, visitId: VisitId): Promise<PlannedVisit | undefined> => {
  const now = clock.now();
  const known = recallOpenVisit(db, visitId, now);
  if (known) return known;
  const found = await findVisit(db, visitId);
  if (found) rememberVisit(db, found, now);
  return found;
};

/** Visits by id, 100 a round trip; unknown ones are left out. */
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

/** Visits before a day, or before one of them as `placeOfVisit` names it, the newest first. */
export const listVisitsBefore = async (db: Db, before: string, limit: number): Promise<PlannedVisit[]> => {
  const items = await queryItems<VisitItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :visits AND gsi1sk < :before",
      ExpressionAttributeValues: { ":visits": visitsIndexPartition, ":before": before },
      ScanIndexForward: false,
    },
    limit,
  );
  return items.map(plannedVisitOf);
};
export const placeOfVisit = ({ visit: { date, visitId } }: PlannedVisit): string => visitsIndex(date, visitId).gsi1sk;

/** An id follows the date in the index, so the last day itself ends with the sign after it. */
const between = (from: LocalDate, to: LocalDate) => ({
  IndexName: "gsi1",
  KeyConditionExpression: "gsi1pk = :visits AND gsi1sk BETWEEN :from AND :to",
  ExpressionAttributeValues: { ":visits": visitsIndexPartition, ":from": from, ":to": `${to}$` },
});

/** Every visit from one date to another, both included, by date. */
export const listVisitsBetween = async (db: Db, from: LocalDate, to: LocalDate): Promise<PlannedVisit[]> =>
  (await queryItems<VisitItem>(db, between(from, to))).map(plannedVisitOf);

/** The same, with the zones that each was moved away from. */
export const listVisitsWithZones = async (
  db: Db,
  from: LocalDate,
  to: LocalDate,
): Promise<(PlannedVisit & { leftZones: ReadonlySet<Zone> })[]> =>
  (await queryItems<VisitItem>(db, between(from, to))).map((item) => ({ ...plannedVisitOf(item), leftZones: item.leftZones ?? new Set() }));

export const listVisitPostings = (db: Db, visitId: VisitId): Promise<VisitPostingItem[]> =>
  queryPartition<VisitPostingItem>(db, visitPartition(visitId), visitPostingPrefix);

/** Undefined for a posting that the visit does not show. */
export const findVisitPosting = (db: Db, visitId: VisitId, postingId: PostingId): Promise<VisitPostingItem | undefined> =>
  findItem<VisitPostingItem>(db, visitPostingKey(visitId, postingId));

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

export const seasonVisitOf = ({ visit, place }: PlannedVisit): SeasonVisit => ({
  visitId: visit.visitId,
  date: visit.date,
  state: visit.state,
  bus: visit.bus ?? null,
  placeId: visit.placeId,
  placeNameKo: place.nameKo,
  placeNameEn: place.nameEn,
  zone: place.zone,
  districtCode: place.districtCode,
});
