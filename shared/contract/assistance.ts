import * as z from "zod/mini";
import { Booking, ChangedBooking, SeenBooking } from "../domain/booking.ts";
import { BookingId, PersonId, RegistrationId, SlotId, SlotRequestId, VisitId } from "../domain/ids.ts";
import { AddressTrouble } from "../domain/mail.ts";
import { AssistedRegistration, Details } from "../domain/registration.ts";
import { Instant } from "../domain/seoul-time.ts";
import { CentreTimes, Slot } from "../domain/slot.ts";
import { MailAddress, oneLine } from "../domain/text.ts";
import { deskStaff, operations } from "./operation.ts";

const onPerson = z.strictObject({ visitId: VisitId, registrationId: RegistrationId });
const onBooking = z.strictObject({ visitId: VisitId, registrationId: RegistrationId, bookingId: BookingId });
const reason = oneLine(120);

/** Somebody who has not said whether they come, to be called. A look at the list is logged. */
export const UnconfirmedPerson = z.strictObject({
  registrationId: RegistrationId,
  name: z.string(),
  phone: z.nullable(z.string()),
  /** Mail does not reach them: they have not been reminded. */
  mailTrouble: z.optional(AddressTrouble),
  bookings: z.array(z.strictObject({ bookingId: BookingId, startsAt: Instant, whatKo: z.string(), seen: SeenBooking })),
});
export type UnconfirmedPerson = z.infer<typeof UnconfirmedPerson>;

/** What somebody gave of themselves, as it stands. A look at it is kept in the visit's log. */
export const PersonDetails = z.strictObject({ name: z.string(), birthYear: z.int(), phone: z.nullable(z.string()) });
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Which booking was missed, as it was seen, and who shall have its seat. */
export const NoShow = z.strictObject({
  seen: SeenBooking,
  giveTo: z.discriminatedUnion("whom", [
    z.strictObject({ whom: z.literal("present"), registrationId: RegistrationId, bookingId: BookingId }),
    z.strictObject({ whom: z.literal("next-waiting") }),
    z.strictObject({ whom: z.literal("nobody") }),
  ]),
});
export type NoShow = z.infer<typeof NoShow>;

/** Staff do for a person what the person could do, and more, with a reason that is logged. */
export const assistanceOperations = operations({
  "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}": {
    summary: "Publish times of the centre: counselling, aptitude test, CEO talk. Sent again it answers the same.",
    who: { staff: ["manager"] },
    params: z.strictObject({ visitId: VisitId, slotRequestId: SlotRequestId }),
    body: CentreTimes,
    answers: { 200: z.strictObject({ slots: z.array(Slot) }), 201: z.strictObject({ slots: z.array(Slot) }) },
    problems: [
      "visit-over",
      "visit-not-open",
      "outside-visit",
      "no-slots",
      "too-many-slots",
      "desk-unknown",
      "desk-busy",
      "interviewer-busy",
      "id-taken",
    ],
  },
  "PUT /api/staff/visits/{visitId}/registrations/{personId}": {
    summary:
      "Register somebody at the desk or on the telephone, with or without a mail address. The id is a new person's; under a known address it is that person who is registered.",
    who: deskStaff,
    params: z.strictObject({ visitId: VisitId, personId: PersonId }),
    body: AssistedRegistration,
    answers: { 200: z.strictObject({ registrationId: RegistrationId }), 201: z.strictObject({ registrationId: RegistrationId }) },
    problems: ["consent-outdated", "too-young", "visit-not-open", "visit-over", "address-in-use", "id-taken", "too-many-requests"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal": {
    summary:
      "Take back the registration of somebody who said that they are not coming: all that they have at the visit ends, and one mail tells them. `registeredAt` is that of the registration that was seen. Sent again it answers the same.",
    who: deskStaff,
    params: onPerson,
    body: z.strictObject({ registeredAt: Instant, reason }),
    answers: { 204: null },
    problems: ["visit-not-open", "visit-over", "already-checked-in"],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/details": {
    summary: "Name, year of birth and number of a registered person, to be corrected.",
    who: deskStaff,
    params: onPerson,
    answers: { 200: PersonDetails },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/details": {
    summary: "Correct name, year of birth and number of a registered person, for all their visits, until this one is over.",
    who: deskStaff,
    params: onPerson,
    body: z.strictObject({ ...Details.shape, reason }),
    answers: { 204: null },
    problems: ["too-young", "registration-withdrawn", "visit-over"],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/address": {
    summary:
      "Write down the mail address of somebody who has none, or correct one from which mail came back or that nobody has used yet. Whoever has a working one changes it themselves. Sent again it answers the same.",
    who: deskStaff,
    params: onPerson,
    body: z.strictObject({ mail: MailAddress, reason }),
    answers: { 204: null },
    problems: ["registration-withdrawn", "visit-over", "can-do-it-themselves", "address-taken", "address-fixed", "address-returned"],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}": {
    summary: "Book a seat for a registered person who agreed to it, until the start of the slot.",
    who: deskStaff,
    params: onBooking,
    body: z.strictObject({ slotId: SlotId, consentVersion: z.optional(z.string().check(z.maxLength(20))), reason }),
    answers: { 200: Booking, 201: Booking },
    problems: [
      "visit-not-open",
      "not-registered",
      "registration-withdrawn",
      "consent-outdated",
      "slot-full",
      "slot-withdrawn",
      "already-started",
      "times-overlap",
      "interview-limit",
      "booking-cancelled",
      "id-taken",
      "too-many-requests",
    ],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot": {
    summary: "Move a person's booking to another slot.",
    who: deskStaff,
    params: onBooking,
    body: z.strictObject({ slotId: SlotId, seen: SeenBooking, consentVersion: z.optional(z.string().check(z.maxLength(20))), reason }),
    answers: { 200: ChangedBooking },
    problems: [
      "visit-not-open",
      "consent-outdated",
      "slot-full",
      "slot-withdrawn",
      "already-started",
      "times-overlap",
      "interview-limit",
      "booking-cancelled",
      "booking-changed",
    ],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation": {
    summary: "Cancel a person's booking until its start; they are told the reason.",
    who: deskStaff,
    params: onBooking,
    body: z.strictObject({ seen: SeenBooking, reason }),
    answers: { 200: ChangedBooking },
    problems: ["already-started", "booking-changed"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show": {
    summary:
      "Ten minutes after the start: give the seat of who did not come to somebody present, to who here has waited longest, or to nobody.",
    who: deskStaff,
    params: onBooking,
    body: NoShow,
    answers: { 200: ChangedBooking },
    problems: [
      "not-late-yet",
      "has-arrived",
      "not-arrived",
      "booking-changed",
      "not-registered",
      "slot-full",
      "times-overlap",
      "interview-limit",
      "id-taken",
      "too-many-requests",
    ],
  },
  "GET /api/staff/visits/{visitId}/unconfirmed": {
    summary: "Who was reminded and has not said whether they come, by first time, with the number to call.",
    who: deskStaff,
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: z.strictObject({ people: z.array(UnconfirmedPerson) }) },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/ticket": {
    summary: "Which generation of their QR code somebody has, and the code below it.",
    who: deskStaff,
    params: onPerson,
    answers: { 200: z.strictObject({ code: z.string(), gen: z.int() }) },
    problems: ["ticket-not-ready", "registration-withdrawn"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal": {
    summary: "A new QR code for somebody whose own may be in other hands; it is mailed to them, and the old one is refused from then on.",
    who: deskStaff,
    params: onPerson,
    body: z.strictObject({ seen: z.int().check(z.gte(1), z.lte(255)), reason }),
    answers: { 204: null },
    problems: ["ticket-not-ready", "registration-withdrawn", "visit-over", "too-many-requests"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation": {
    summary: "Note that somebody said on the telephone that they will come. Sent again it keeps the first time.",
    who: deskStaff,
    params: onPerson,
    answers: { 204: null },
    problems: ["visit-over", "registration-withdrawn"],
  },
});
