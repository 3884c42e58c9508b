import * as z from "zod/mini";
import { EmployerId, PostingId, VisitId } from "../domain/ids.ts";
import { Place } from "../domain/place.ts";
import { PostingDraft } from "../domain/posting.ts";
import { Instant, LocalDate, LocalTime } from "../domain/seoul-time.ts";
import { CentreService } from "../domain/services.ts";
import { VisitState } from "../domain/states.ts";
import { Timetable } from "../domain/timetable.ts";
import { Desk } from "../domain/visit.ts";
import { DistrictCode, Zone } from "../domain/zones.ts";
import { operations } from "./operation.ts";

/** A visit as anybody may see it. */
export const PublicVisit = z.strictObject({
  visitId: VisitId,
  state: VisitState,
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
  place: Place,
  services: z.array(CentreService),
  noteKo: z.nullable(z.string()),
  noteEn: z.nullable(z.string()),
  /** Interview seats published so far, taken ones included. */
  interviewSeats: z.int(),
  bookingClosesAt: Instant,
});
export type PublicVisit = z.infer<typeof PublicVisit>;

export const PublicPosting = z.strictObject({
  postingId: PostingId,
  draft: PostingDraft,
});
export type PublicPosting = z.infer<typeof PublicPosting>;

export const PublicEmployer = z.strictObject({
  employerId: EmployerId,
  nameKo: z.string(),
  nameEn: z.nullable(z.string()),
  industryKo: z.string(),
  aboutKo: z.string(),
  aboutEn: z.nullable(z.string()),
  postings: z.array(PublicPosting),
});
export type PublicEmployer = z.infer<typeof PublicEmployer>;

/** A visit with the employers that interview there. Their times are asked for apart: they change by the second, these words do not. */
export const PublicVisitDetail = z.strictObject({
  visit: PublicVisit,
  desks: z.array(Desk),
  rules: z.strictObject({ gapMinutes: z.int(), maxInterviews: z.int() }),
  employers: z.array(PublicEmployer),
});
export type PublicVisitDetail = z.infer<typeof PublicVisitDetail>;

export const publicOperations = operations({
  "GET /api/health": {
    summary: "Whether the API runs and reaches its table.",
    who: "anyone",
    answers: { 200: z.strictObject({ status: z.literal("ok"), at: Instant }) },
    problems: [],
  },
  "GET /api/public/visits": {
    summary: "Visits from a date on, by date; at most 60.",
    who: "anyone",
    query: z.strictObject({ from: z.optional(LocalDate), zone: z.optional(Zone), district: z.optional(DistrictCode) }),
    answers: { 200: z.strictObject({ today: LocalDate, visits: z.array(PublicVisit) }) },
    problems: [],
  },
  "GET /api/public/visits/{visitId}": {
    summary: "One visit with its employers and postings.",
    who: "anyone",
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: PublicVisitDetail },
    problems: [],
  },
  "GET /api/public/visits/{visitId}/slots": {
    summary: "The times of a visit with their free seats, a second old at most; a booking asks the table itself.",
    who: "anyone",
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: z.strictObject({ visitId: VisitId, date: LocalDate, timetables: z.array(Timetable) }) },
    problems: [],
  },
});
