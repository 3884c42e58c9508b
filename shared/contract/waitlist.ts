import * as z from "zod/mini";
import { ChangedBooking, SeenBooking } from "../domain/booking.ts";
import { BookingId, OfferId, PostingId, RegistrationId, SlotId, VisitId, WaitId } from "../domain/ids.ts";
import { CentreService } from "../domain/services.ts";
import { oneLine } from "../domain/text.ts";
import { WaitlistEntry } from "../domain/waitlist.ts";
import { deskStaff, operations } from "./operation.ts";

/** What somebody waits for: one slot, or any time of a posting or of a service. */
const WaitFor = z.discriminatedUnion("for", [
  z.strictObject({ for: z.literal("slot"), slotId: SlotId }),
  z.strictObject({ for: z.literal("posting"), postingId: PostingId }),
  z.strictObject({ for: z.literal("service"), service: CentreService }),
]);

export const WaitInput = z.strictObject({
  waitFor: WaitFor,
  /** A booking of the same list that is kept until an earlier time is accepted. */
  replaces: z.optional(BookingId),
  /** Consent for the employer of a posting, as for a booking; the seat is taken with one tap later. */
  consentVersion: z.optional(z.string().check(z.maxLength(20))),
});
export type WaitInput = z.infer<typeof WaitInput>;

/** An entry with the person's place in the list: 1 is next. */
export const MyWait = z.strictObject({ entry: WaitlistEntry, place: z.int() });
export type MyWait = z.infer<typeof MyWait>;

/** One row of the list as staff see it; names are masked, and what its person consented to is theirs. */
export const WaitRow = z.strictObject({
  entry: z.omit(WaitlistEntry, { consent: true }),
  registrationId: RegistrationId,
  maskedName: z.string(),
});
export type WaitRow = z.infer<typeof WaitRow>;

const onWait = z.strictObject({ visitId: VisitId, waitId: WaitId });

export const waitlistOperations = operations({
  "PUT /api/me/visits/{visitId}/waits/{waitId}": {
    summary: "Wait for a seat, in order of application. The caller mints the id: sent again it answers the same.",
    who: "signed-in",
    params: onWait,
    body: WaitInput,
    answers: { 200: MyWait, 201: MyWait },
    problems: [
      "visit-not-open",
      "not-registered",
      "consent-outdated",
      "slot-withdrawn",
      "apply-first",
      "walk-in-only",
      "already-started",
      "seat-free",
      "already-waiting",
      "booking-changed",
      "times-overlap",
      "interview-limit",
      "id-taken",
      "too-many-requests",
    ],
  },
  "DELETE /api/me/visits/{visitId}/waits/{waitId}": {
    summary: "Leave the list; a seat that was offered goes to the next. Sent again it answers the same.",
    who: "signed-in",
    params: onWait,
    answers: { 204: null },
    problems: [],
  },
  "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance": {
    summary: "Take the seat that is offered. The caller mints the booking's id; for an earlier time it is the booking that is given up.",
    who: "signed-in",
    params: onWait,
    body: z.strictObject({ offerId: OfferId, bookingId: BookingId }),
    answers: { 200: ChangedBooking },
    problems: ["offer-over", "times-overlap", "interview-limit", "already-started", "id-taken", "too-many-requests", "booking-changed"],
  },
  "POST /api/me/visits/{visitId}/waits/{waitId}/refusal": {
    summary: "Let an offered seat go to the next. The place in the list stays.",
    who: "signed-in",
    params: onWait,
    body: z.strictObject({ offerId: OfferId }),
    answers: { 200: MyWait },
    problems: ["offer-over"],
  },
  "GET /api/staff/visits/{visitId}/waits": {
    summary: "Who waits for what, in order of application.",
    who: deskStaff,
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: z.strictObject({ waits: z.array(WaitRow) }) },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": {
    summary: "Give somebody who waits a free or held seat at once, out of turn if need be, with a reason that is logged.",
    who: deskStaff,
    params: onWait,
    body: z.strictObject({ slotId: SlotId, bookingId: BookingId, seen: z.optional(SeenBooking), reason: oneLine(120) }),
    answers: { 200: ChangedBooking },
    problems: [
      "slot-full",
      "slot-withdrawn",
      "already-started",
      "visit-not-open",
      "times-overlap",
      "interview-limit",
      "id-taken",
      "too-many-requests",
      "booking-changed",
    ],
  },
});
