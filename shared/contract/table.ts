import * as z from "zod/mini";
import { ApplicationSummary } from "../domain/application.ts";
import { AccountId, BookingId, DeskId, EmployerId, PairingId, RegistrationId, SlotId, VisitId } from "../domain/ids.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { InterviewOutcome } from "../domain/states.ts";
import { Need } from "../domain/support.ts";
import { interviewStates } from "../domain/table-pairing.ts";
import { deskStaff, operations } from "./operation.ts";

/** What an employer said of an interview, by whom of them, and how often it was said by now: a correction names that number. */
export const NotedOutcome = z.strictObject({
  outcome: InterviewOutcome,
  notedAt: Instant,
  by: z.enum(["table", "console"]),
  version: z.int(),
});
export type NotedOutcome = z.infer<typeof NotedOutcome>;

/** Somebody booked with the employer. No name: that comes with a look of its own, which is logged. */
export const TableInterview = z.strictObject({
  bookingId: BookingId,
  registrationId: RegistrationId,
  /** What they are called by, half of their code; null until they are here: before that nobody calls them, and a code lets in. */
  label: z.nullable(z.string()),
  state: z.enum(interviewStates),
  /** Whether a result can be noted now: they are here, and were called or their time has begun. */
  takesResult: z.boolean(),
  outcome: z.nullable(NotedOutcome),
});
export type TableInterview = z.infer<typeof TableInterview>;

/** One of the employer's times. Of a booking that is cancelled, or whose consent was withdrawn, the time alone is left. */
export const TableTime = z.strictObject({
  slotId: SlotId,
  startsAt: Instant,
  endsAt: Instant,
  deskId: DeskId,
  deskLabel: z.string(),
  postingTitleKo: z.string(),
  interview: z.nullable(TableInterview),
});
export type TableTime = z.infer<typeof TableTime>;

/** One of its times as the employer's console has it. */
const EmployerTime = z.strictObject({
  ...TableTime.shape,
  interview: z.nullable(
    z.strictObject({
      ...TableInterview.shape,
      /** Whether they let this employer know what they need for this interview; false once its time is over. What it is takes a look. */
      sharesNeeds: z.boolean(),
    }),
  ),
});
export type EmployerTime = z.infer<typeof EmployerTime>;

/** Somebody without a booking who waits at the desk, or sits there, by the number of their slip. */
export const TableWalkIn = z.strictObject({ number: z.string(), state: z.enum(["waiting", "called", "serving"]) });
export type TableWalkIn = z.infer<typeof TableWalkIn>;

export const TableDay = z.strictObject({
  visitId: VisitId,
  date: LocalDate,
  /** The pairing ends then at the latest. */
  endsAt: Instant,
  employerNameKo: z.string(),
  employerNameEn: z.nullable(z.string()),
  deskId: DeskId,
  deskLabel: z.string(),
  /** Who sits at this desk, and who comes next to it. */
  now: z.nullable(BookingId),
  next: z.nullable(BookingId),
  times: z.array(TableTime),
  /** In the order of their coming. */
  walkIns: z.array(TableWalkIn),
});
export type TableDay = z.infer<typeof TableDay>;

/** What the person agreed that this employer may see, and no more (`consents.ts`). */
export const TableProfile = z.strictObject({
  name: z.string(),
  summary: z.nullable(ApplicationSummary),
  /** What they let this employer know they need, for this interview. */
  needs: z.array(Need),
});
export type TableProfile = z.infer<typeof TableProfile>;

export const TablePairing = z.strictObject({
  pairingId: PairingId,
  employerNameKo: z.string(),
  deskId: DeskId,
  deskLabel: z.string(),
  pairedAt: Instant,
  /** Staff who gave the code. */
  givenBy: AccountId,
  endedAt: z.nullable(Instant),
  /** Whether it shows anything now. */
  isLive: z.boolean(),
});
export type TablePairing = z.infer<typeof TablePairing>;

/** Which employers interview at which desk of a visit, and the devices that were paired, newest first. */
export const VisitTables = z.strictObject({
  tables: z.array(z.strictObject({ deskId: DeskId, deskLabel: z.string(), employerId: EmployerId, employerNameKo: z.string() })),
  pairings: z.array(TablePairing),
});
export type VisitTables = z.infer<typeof VisitTables>;

const onVisit = z.strictObject({ visitId: VisitId });
const outcomeNote = z.strictObject({
  outcome: InterviewOutcome,
  /** `version` of the outcome that was on the screen; 0 where there was none. */
  seen: z.int().check(z.minimum(0), z.maximum(10_000)),
});

export const tableOperations = operations({
  "POST /api/staff/visits/{visitId}/table-codes": {
    summary: "A code that pairs an employer's device with its desk: once, within 10 minutes, on the day of the visit.",
    who: deskStaff,
    params: onVisit,
    body: z.strictObject({ employerId: EmployerId, deskId: DeskId }),
    answers: { 201: z.strictObject({ code: z.string(), usableUntil: Instant }) },
    problems: ["visit-not-open", "visit-over", "not-visit-day", "desk-unknown"],
  },
  "GET /api/staff/visits/{visitId}/tables": {
    summary: "Which employers interview at which desk, and which devices are paired.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: VisitTables },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end": {
    summary: "End a pairing: the device shows nothing from its next request on. Sent again it answers the same.",
    who: deskStaff,
    params: z.strictObject({ visitId: VisitId, pairingId: PairingId }),
    answers: { 200: TablePairing },
    problems: [],
  },
  "POST /api/table/pairing": {
    summary: "Pair this device by the code that desk staff gave. Whatever it was paired with before is over.",
    who: "anyone",
    body: z.strictObject({ code: z.string().check(z.trim(), z.minLength(1, { error: "required" }), z.maxLength(40)) }),
    answers: { 204: null },
    problems: ["pairing-code-unusable", "too-many-requests"],
  },
  "DELETE /api/table/pairing": {
    summary: "End the pairing of this device.",
    who: "paired-device",
    answers: { 204: null },
    problems: [],
  },
  "GET /api/table/day": {
    summary: "The employer's times of today, who is at the desk and who is next: without names.",
    who: "paired-device",
    answers: { 200: TableDay },
    problems: [],
  },
  "GET /api/table/people/{registrationId}/bookings/{bookingId}": {
    summary: "What somebody agreed to show this employer, once they are here. The look is logged.",
    who: "paired-device",
    params: z.strictObject({ registrationId: RegistrationId, bookingId: BookingId }),
    answers: { 200: TableProfile },
    problems: ["not-arrived", "consent-ended"],
  },
  "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome": {
    summary: "Say what came of an interview, or correct it. Sent again it answers the same.",
    who: "paired-device",
    params: z.strictObject({ registrationId: RegistrationId, bookingId: BookingId }),
    body: outcomeNote,
    answers: { 200: NotedOutcome },
    problems: ["not-arrived", "not-their-turn", "consent-ended", "outcome-changed"],
  },
  "DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome": {
    summary: "Take back a result that was noted for somebody by mistake; they are in the line again. Sent again it answers the same.",
    who: "paired-device",
    params: z.strictObject({ registrationId: RegistrationId, bookingId: BookingId }),
    /** `version` of the outcome that was on the screen. */
    query: z.strictObject({ seen: z.string().check(z.regex(/^[0-9]{1,5}$/, { error: "format" })) }),
    answers: { 204: null },
    problems: ["outcome-changed"],
  },
  "GET /api/employers/{employerId}/visits/{visitId}/interviews": {
    summary: "The employer's times at a visit, with what came of them, and whether something they need was shared: without names.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, visitId: VisitId }),
    answers: { 200: z.strictObject({ times: z.array(EmployerTime) }) },
    problems: [],
  },
  "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome": {
    summary: "Say what came of an interview, or correct it, also after the visit. Sent again it answers the same.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, visitId: VisitId, registrationId: RegistrationId, bookingId: BookingId }),
    body: outcomeNote,
    answers: { 200: NotedOutcome },
    problems: ["not-arrived", "not-their-turn", "consent-ended", "outcome-changed"],
  },
});
