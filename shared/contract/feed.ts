import * as z from "zod/mini";
import { EmployerId, PlaceId, PostingId, VisitId } from "../domain/ids.ts";
import { PostingDraft } from "../domain/posting.ts";
import { ReportCounts, ReportPeople } from "../domain/report.ts";
import { traitGroups } from "../domain/report-traits.ts";
import { LocalDate, LocalTime } from "../domain/seoul-time.ts";
import { CentreService } from "../domain/services.ts";
import { SlotKind, VisitState } from "../domain/states.ts";
import { DistrictCode, Zone } from "../domain/zones.ts";
import { Month } from "./access-log.ts";
import { eachOf } from "./each-of.ts";
import { operations } from "./operation.ts";

const count = z.nullable(z.int());
/** Counts by name; null for one too small to be shown. */
const maskedOf = <Name extends string>(names: Record<Name, unknown>) =>
  z.strictObject(Object.fromEntries(Object.keys(names).map((name) => [name, count])) as Record<Name, typeof count>);

const FeedPlace = z.strictObject({
  placeId: PlaceId,
  nameKo: z.string(),
  nameEn: z.string(),
  zone: Zone,
  districtCode: DistrictCode,
  roadAddress: z.nullable(z.string()),
  lat: z.number(),
  lng: z.number(),
});

export const FeedVisit = z.strictObject({
  visitId: VisitId,
  state: VisitState,
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
  place: FeedPlace,
  services: z.array(CentreService),
  /** When online booking of interviews ends, with the offset of Seoul; whatever else can be booked until its time begins. */
  bookingClosesAt: z.string(),
  /** Of times that are published: seats, and how many of them can still be booked online: 0 for interviews once `bookingClosesAt` is over. */
  seats: z.array(z.strictObject({ kind: SlotKind, seats: z.int(), free: z.int() })),
});
export type FeedVisit = z.infer<typeof FeedVisit>;

export const FeedPosting = z.strictObject({
  visitId: VisitId,
  date: LocalDate,
  postingId: PostingId,
  employerId: EmployerId,
  employerNameKo: z.string(),
  employerNameEn: z.nullable(z.string()),
  draft: PostingDraft,
});
export type FeedPosting = z.infer<typeof FeedPosting>;

export const FeedReport = z.strictObject({
  month: Month,
  /** Visits that took place. */
  visits: z.int(),
  counts: maskedOf(ReportCounts.shape),
  people: maskedOf(ReportPeople.shape),
  /** Visitors by age. */
  ages: eachOf(traitGroups.age, count),
});
export type FeedReport = z.infer<typeof FeedReport>;

const timeZone = z.literal("Asia/Seoul");
const fromDay = z.strictObject({ from: z.optional(LocalDate) });

/** What a key opens: `Authorization: Bearer jsk_…` (`docs/FEEDS.md`). None of it is about people one by one. */
export const feedOperations = operations({
  "GET /api/feed/visits": {
    summary: "Visits from a day on (today without one), by date, with places and free seats; at most 60. Dates and times are of Seoul.",
    who: { scope: "visits:read" },
    query: fromDay,
    answers: { 200: z.strictObject({ timeZone, visits: z.array(FeedVisit) }) },
    problems: [],
  },
  "GET /api/feed/postings": {
    summary: "Postings of open visits from a day on (today without one), by date of the visit; of at most 60 visits.",
    who: { scope: "postings:read" },
    query: fromDay,
    answers: { 200: z.strictObject({ timeZone, postings: z.array(FeedPosting) }) },
    problems: [],
  },
  "GET /api/feed/reports/{month}": {
    summary:
      "What was done in a month that is over, added up: cases, people, ages. A number below five is null, and so is another where it would tell it.",
    who: { scope: "statistics:read" },
    params: z.strictObject({ month: Month }),
    answers: { 200: FeedReport },
    problems: ["month-not-over"],
  },
});
