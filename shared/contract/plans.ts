import * as z from "zod/mini";
import { BookingId, EmployerId, PlanId, RegistrationId, VisitId } from "../domain/ids.ts";
import { BookingChoice, Plan, PlanDraft, PlanResult } from "../domain/plan.ts";
import { Instant } from "../domain/seoul-time.ts";
import { deskStaff, managers, operations } from "./operation.ts";

/** Somebody whom a plan touches; names are masked. */
export const AffectedPerson = z.strictObject({
  registrationId: RegistrationId,
  maskedName: z.string(),
  bookings: z.array(
    z.strictObject({
      bookingId: BookingId,
      startsAt: Instant,
      /** Job and employer, or service, in Korean. */
      whatKo: z.string(),
      choice: BookingChoice,
      /** Set for a choice that was made, not taken by default. */
      isChosen: z.boolean(),
      /** Times near by that it could be rebooked to. */
      options: z.array(z.strictObject({ visitId: VisitId, slotId: z.string(), startsAt: Instant, placeNameKo: z.string() })),
    }),
  ),
  waits: z.int(),
  applications: z.int(),
});
export type AffectedPerson = z.infer<typeof AffectedPerson>;

export const PlanPreview = z.strictObject({
  plan: Plan,
  people: z.array(AffectedPerson),
  employers: z.array(z.strictObject({ employerId: EmployerId, nameKo: z.string(), times: z.int(), booked: z.int() })),
});
export type PlanPreview = z.infer<typeof PlanPreview>;

/** What became of whom. */
export const PlanReceipt = z.strictObject({
  registrationId: RegistrationId,
  maskedName: z.string(),
  doneAt: Instant,
  bookings: z.array(
    z.strictObject({
      bookingId: BookingId,
      startsAt: Instant,
      result: PlanResult,
      /** Where the person is expected now; null where it is cancelled. */
      to: z.nullable(
        z.strictObject({
          startsAt: Instant,
          visitId: VisitId,
          place: z.nullable(z.strictObject({ nameKo: z.string(), nameEn: z.string() })),
          deskLabel: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  /**
   * Whether the mail about it went out; null while it is not settled. `unsure`: nobody knows; `refused`: it did not arrive; `told`: one of the two, and staff have
   * seen to it since.
   */
  mail: z.nullable(z.enum(["sent", "refused", "unsure", "told"])),
});
export type PlanReceipt = z.infer<typeof PlanReceipt>;

/** A change of a desk, and when its open times began as they were seen: of two who change one desk in the same moment the second is asked to look again. */
const DeskChange = z.strictObject({ ...PlanDraft.shape, seenTimes: z.array(Instant).check(z.maxLength(300)) });

const onPlan = z.strictObject({ visitId: VisitId, planId: PlanId });
const refusals = [
  "visit-over",
  "bus-elsewhere",
  "visit-not-open",
  "desk-unknown",
  "desk-busy",
  "interviewer-busy",
  "too-many-slots",
  "outside-visit",
  "nothing-to-change",
] as const;

export const planOperations = operations({
  "PUT /api/staff/visits/{visitId}/plans/{planId}": {
    summary: "Draft a plan to move or cancel a visit, or change the draft; answers who is affected and what would become of them.",
    who: managers,
    params: onPlan,
    body: PlanDraft,
    answers: { 200: PlanPreview, 201: PlanPreview },
    problems: [...refusals, "already-running", "id-taken"],
  },
  "GET /api/staff/visits/{visitId}/plans": {
    summary: "The plans of a visit, the newest first: drafts, what runs and what is done. A change of a desk is listed once it runs.",
    who: deskStaff,
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: z.strictObject({ plans: z.array(Plan) }) },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/plans/{planId}": {
    summary: "A plan with whom it touches, and once it runs its receipts.",
    who: deskStaff,
    params: onPlan,
    answers: { 200: z.strictObject({ ...PlanPreview.shape, receipts: z.array(PlanReceipt) }) },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/plans/{planId}/execution": {
    summary: "Run a plan that was looked at. It goes on by itself until it is done, whatever breaks. Sent again it answers the same.",
    who: managers,
    params: onPlan,
    body: z.strictObject({ version: z.int() }),
    answers: { 200: Plan },
    problems: [...refusals, "plan-changed"],
  },
  "POST /api/staff/visits/{visitId}/desk-changes/{planId}": {
    summary: "In one tap: shift, release or reassign a desk; a plan that runs at once. Sent again it answers the same.",
    who: deskStaff,
    params: onPlan,
    body: DeskChange,
    answers: { 200: Plan, 201: Plan },
    problems: [...refusals, "not-a-desk-change", "desk-changed", "id-taken"],
  },
});
