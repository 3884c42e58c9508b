import * as z from "zod/mini";
import { EmployerId, PostingId, SlotId, VisitId } from "../domain/ids.ts";
import { Place } from "../domain/place.ts";
import { PostingDraft } from "../domain/posting.ts";
import { Instant, LocalDate, LocalTime } from "../domain/seoul-time.ts";
import { CentreService } from "../domain/services.ts";
import { SlotState, VisitState } from "../domain/states.ts";
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

export const PublicSlot = z.strictObject({
  slotId: SlotId,
  startsAt: Instant,
  endsAt: Instant,
  seats: z.int(),
  /** Seats nobody has; a booking may still lose the race for the last one. */
  free: z.int(),
  state: SlotState,
});
export type PublicSlot = z.infer<typeof PublicSlot>;

export const PublicPosting = z.strictObject({
  postingId: PostingId,
  draft: PostingDraft,
  slots: z.array(PublicSlot),
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

/** A visit with the employers that interview there and their times, in order of time. */
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
    summary: "One visit with its employers, postings and interview times.",
    who: "anyone",
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: PublicVisitDetail },
    problems: [],
  },
});
