import * as z from "zod/mini";
import { BookingId, EmployerId, RegistrationId, VisitId } from "../domain/ids.ts";
import { ConfirmedBy, Placement, SeekerResult } from "../domain/placement.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { InterviewOutcome } from "../domain/states.ts";
import { oneLine } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Who finds out what came of interviews. */
const askers = { staff: ["counsellor", "manager"] } as const;
const onInterview = z.strictObject({ visitId: VisitId, registrationId: RegistrationId, bookingId: BookingId });

/** An interview that is over, and what both sides say of it. */
export const InterviewResult = z.strictObject({
  registrationId: RegistrationId,
  bookingId: BookingId,
  name: z.string(),
  phone: z.nullable(z.string()),
  startsAt: Instant,
  employerNameKo: z.string(),
  /** Of who answers for the employer. */
  employerPhone: z.nullable(z.string()),
  jobTitleKo: z.string(),
  /** Whether they came. */
  hasArrived: z.boolean(),
  employerSays: z.nullable(InterviewOutcome),
  personSays: z.nullable(SeekerResult),
  placement: z.nullable(Placement),
  /** Since it was confirmed, one of both has said that there is no hire. */
  isDoubted: z.boolean(),
});
export type InterviewResult = z.infer<typeof InterviewResult>;

/** An employer that was asked three times and still owes results: somebody calls it. */
export const EmployerToCall = z.strictObject({
  employerId: EmployerId,
  nameKo: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  /** Results that it owes. */
  unanswered: z.int(),
});
export type EmployerToCall = z.infer<typeof EmployerToCall>;

export const VisitResults = z.strictObject({
  date: LocalDate,
  results: z.array(InterviewResult),
  /** From the fourteenth day after the visit on. */
  toCall: z.array(EmployerToCall),
});
export type VisitResults = z.infer<typeof VisitResults>;

export const resultOperations = operations({
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result": {
    summary: "Say what came of one's interview, or correct it. The employer does not see it.",
    who: "signed-in",
    params: z.strictObject({ visitId: VisitId, bookingId: BookingId }),
    body: z.strictObject({ result: SeekerResult }),
    answers: { 204: null },
    problems: ["not-registered", "interview-ahead"],
  },
  "GET /api/staff/visits/{visitId}/results": {
    summary:
      "The interviews of a visit that have begun, with what both sides say and what was confirmed; from the fourteenth day after it on, employers to call. A look is logged.",
    who: askers,
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: VisitResults },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/result": {
    summary: "Write down what somebody says on the telephone of their interview.",
    who: askers,
    params: onInterview,
    body: z.strictObject({ result: SeekerResult }),
    answers: { 204: null },
    problems: ["interview-ahead"],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement": {
    summary:
      "Confirm that somebody was hired, as one of both sides says; opens checks after one, three and six months. Sent again it changes nothing.",
    who: askers,
    params: onInterview,
    body: z.strictObject({ startedOn: LocalDate, confirmedBy: ConfirmedBy }),
    answers: { 200: Placement, 201: Placement },
    problems: ["interview-ahead", "not-hired", "already-placed"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement/withdrawal": {
    summary:
      "Take back a placement that was confirmed by mistake, with a reason, which is logged: it is counted nowhere any more, and what is left of its checks is closed. It may be confirmed again. Sent again it changes nothing.",
    who: askers,
    params: onInterview,
    body: z.strictObject({
      reason: oneLine(120),
      /** When the placement was confirmed that was on the screen: no other is taken back. */
      confirmedAt: Instant,
    }),
    answers: { 204: null },
    problems: ["follow-up-changed"],
  },
});
