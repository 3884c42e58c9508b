import * as z from "zod/mini";
import { BookingId, PostingId, SlotId } from "../domain/ids.ts";
import { Instant } from "../domain/seoul-time.ts";
import { CentreService } from "../domain/services.ts";

/**
 * Every refusal of the API, once: code → HTTP status. Words for people are in `shared/copy/problems.ts`, and a code without words in each language
 * does not compile.
 */
export const problemStatus = {
  // What was sent cannot be read.
  "malformed-json": 400,
  "invalid-fields": 422,
  "body-too-large": 413,
  "json-needed": 415,
  // Who asks.
  "sign-in-needed": 401,
  "wrong-code": 401,
  "code-expired": 410,
  "second-step-needed": 403,
  "fresh-step-needed": 403,
  "enrolment-closed": 403,
  "proof-refused": 403,
  "step-expired": 410,
  "last-factor": 409,
  "too-many-factors": 409,
  "invitation-unusable": 410,
  "pairing-code-unusable": 410,
  "pairing-needed": 401,
  "too-many-requests": 429,
  "not-allowed": 403,
  "fresh-sign-in-needed": 403,
  "other-site": 403,
  // What is asked for.
  "not-found": 404,
  "id-taken": 409,
  "address-in-use": 409,
  "address-taken": 409,
  "address-fixed": 409,
  "address-returned": 409,
  "address-same": 409,
  "address-unproven": 403,
  "address-refused": 409,
  "wrong-birth-year": 422,
  // Visits, employers and their times.
  "visit-not-open": 409,
  "visit-already-open": 409,
  "visit-over": 409,
  "bus-elsewhere": 409,
  "team-changed": 409,
  "remark-changed": 409,
  "season-too-long": 422,
  "not-visit-day": 409,
  "employer-not-verified": 409,
  "posting-unlawful": 409,
  "posting-expired": 409,
  "already-decided": 409,
  "no-slots": 422,
  "too-many-slots": 422,
  "outside-visit": 422,
  "desk-unknown": 422,
  "desk-busy": 409,
  "interviewer-busy": 409,
  // Registrations and bookings.
  "too-young": 422,
  "not-registered": 409,
  "registration-withdrawn": 409,
  "already-checked-in": 409,
  "people-differ": 409,
  "already-merged": 409,
  "said-different": 409,
  "consent-outdated": 409,
  "slot-full": 409,
  "slot-withdrawn": 409,
  "booking-closed": 409,
  "times-overlap": 409,
  "interview-limit": 409,
  "booking-cancelled": 410,
  "already-started": 409,
  "booking-changed": 409,
  "apply-first": 409,
  "walk-in-only": 409,
  "ticket-not-ready": 409,
  "device-revoked": 403,
  "event-unreadable": 422,
  "event-uncountable": 422,
  "event-counted": 409,
  "conflict-changed": 409,
  "conflict-settled": 409,
  "scan-again": 409,
  // Lists, offers and applications.
  "seat-free": 409,
  "already-waiting": 409,
  "offer-over": 410,
  "no-screened-times": 409,
  "already-applied": 409,
  "application-withdrawn": 410,
  // Changes that touch people.
  "people-booked": 409,
  "nothing-to-change": 422,
  "plan-changed": 409,
  "already-running": 409,
  "not-a-desk-change": 422,
  "desk-changed": 409,
  "not-late-yet": 409,
  "has-arrived": 409,
  "not-arrived": 409,
  "not-their-turn": 409,
  "consent-ended": 410,
  "outcome-changed": 409,
  // The care of people.
  "interview-ahead": 409,
  "not-hired": 409,
  "already-placed": 409,
  "consultation-changed": 409,
  "follow-up-changed": 409,
  "aptitude-test-changed": 409,
  "cannot-follow-up": 409,
  // Firms that were found.
  "lead-known": 409,
  "lead-changed": 409,
  "lead-agreed": 409,
  "employer-refused": 409,
  "concern-changed": 409,
  "talk-changed": 409,
  "inquiry-answered": 409,
  "enrolment-changed": 409,
  "not-enrolled": 409,
  "already-referred": 409,
  "already-theirs": 409,
  "referral-changed": 409,
  "job-ended": 409,
  "nothing-to-certify": 409,
  "name-unprintable": 409,
  "certificate-unknown": 404,
  "certificate-up-to-date": 409,
  "firm-signed-up": 409,
  "invitation-answered": 409,
  "lead-not-agreed": 409,
  "certificate-revoked": 409,
  "certificate-not-theirs": 409,
  // Mails that may not have arrived.
  "mail-settled": 409,
  "mail-outdated": 409,
  "address-unusable": 409,
  // The access log.
  "review-too-early": 409,
  "export-too-large": 422,
  // Data of people.
  "can-do-it-themselves": 409,
  "incident-closed": 409,
  "in-future": 422,
  "not-a-counsellor": 403,
  "note-too-late": 410,
  "partner-link-changed": 409,
  "note-of-nobody": 409,
  // Other systems.
  "key-needed": 401,
  "scope-missing": 403,
  "too-many-connections": 409,
  "too-many-secrets": 409,
  "month-not-over": 409,
  "webhook-paused": 409,
  // Ourselves.
  busy: 503,
  unexpected: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Why one field was refused; words in `shared/copy/field-problems.ts`. */
export const fieldProblems = [
  "formula",
  "required",
  "not-agreed",
  "wrong-type",
  "unknown-field",
  "not-a-choice",
  "too-short",
  "too-long",
  "too-small",
  "too-big",
  "wrong-step",
  "hidden-characters",
  "resident-number",
  "mail-format",
  "phone-format",
  "anonymous-phone",
  "business-number",
  "birth-year",
  "too-young",
  "mail-hours",
  "not-day-before-visit",
  "not-on-visit-day",
  "district",
  "id-format",
  "date-format",
  "five-minutes",
  "end-before-start",
  "one-filter",
  "too-many-days",
  "max-below-min",
  "day-over",
  "day-too-far",
  "talk-too-early",
  "no-age",
  "no-sex",
  "no-looks",
  "no-marriage",
  "no-origin",
  "below-minimum-wage",
  "valid-too-short",
  "valid-too-long",
  "number-needed",
  "pay-format",
  "unknown-code",
  "twice",
  "works-elsewhere",
  "feed-address",
  "feed-address-or-loopback",
  "outside-visit-hours",
  "format",
  "name-or-digits",
] as const;
export type FieldProblemCode = (typeof fieldProblems)[number];

const Clash = z.strictObject({ bookingId: BookingId, startsAt: Instant, endsAt: Instant });
type Clash = z.infer<typeof Clash>;
const Alternative = z.strictObject({
  slotId: SlotId,
  startsAt: Instant,
  endsAt: Instant,
  postingId: z.nullable(PostingId),
  service: z.nullable(CentreService),
});
export type Alternative = z.infer<typeof Alternative>;

/** RFC 9457 problem details, as the API answers them. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() }))),
  clash: z.optional(Clash),
  alternatives: z.optional(z.array(Alternative)),
});
export type Problem = z.infer<typeof Problem>;

/** A refused field before words: JSON pointer (RFC 6901) and code, with the limit that was passed if there is one. */
export type FieldProblem = { pointer: string; code: FieldProblemCode; limit?: number };

export type Refusal = {
  ok: false;
  reason: ProblemCode;
  fields?: readonly FieldProblem[];
  /** The person's own booking that stands in the way. */
  clash?: Clash;
  /** The nearest times that could be had instead. */
  alternatives?: readonly Alternative[];
  retryAfterSeconds?: number;
};
export type Done<T> = { ok: true; value: T };
/** What a use case returns: refusals are values, the unexpected throws. */
export type Outcome<T> = Done<T> | Refusal;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refuse = (reason: ProblemCode, more: Omit<Refusal, "ok" | "reason"> = {}): Refusal => ({ ok: false, reason, ...more });
