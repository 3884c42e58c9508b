import * as z from "zod/mini";
import { Application } from "../domain/application.ts";
import { Booking, ChangedBooking, SeenBooking } from "../domain/booking.ts";
import { BookingId, RegistrationId, SlotId, VisitId } from "../domain/ids.ts";
import { Locale } from "../domain/locale.ts";
import { SeekerResult } from "../domain/placement.ts";
import { Details, RegistrationForm } from "../domain/registration.ts";
import { Instant } from "../domain/seoul-time.ts";
import { operations } from "./operation.ts";
import { PublicVisit } from "./public.ts";
import { MyWait } from "./waitlist.ts";

/** Words that a person needs to recognise what they booked, wait or applied for; all null for a service of the centre. */
const postingWords = {
  employerNameKo: z.nullable(z.string()),
  employerNameEn: z.nullable(z.string()),
  postingTitleKo: z.nullable(z.string()),
  postingTitleEn: z.nullable(z.string()),
};

export const MyBooking = z.strictObject({
  booking: Booking,
  ...postingWords,
  deskLabel: z.string(),
  /** What the person said came of an interview that has begun; null while they have not, and for anything else. */
  saidResult: z.nullable(SeekerResult),
});
export type MyBooking = z.infer<typeof MyBooking>;

export const MyRegistration = z.strictObject({
  registrationId: RegistrationId,
  visit: PublicVisit,
  registeredAt: Instant,
  /** When the person said that they will come; asked by the reminder. */
  confirmedAt: z.nullable(Instant),
  arrivedAt: z.nullable(Instant),
  /** What they are called by at the bus; null until the ticket is made. */
  calledBy: z.nullable(z.string()),
  /** Since when they are not coming after all; null while they are. */
  withdrawnAt: z.nullable(Instant),
  /** Live bookings first, by time; cancelled ones after. */
  bookings: z.array(MyBooking),
  /** Lists that the person stands in, by time of application. */
  waits: z.array(z.strictObject({ ...MyWait.shape, ...postingWords })),
  /** Applications for screened interviews, newest first. */
  applications: z.array(z.strictObject({ application: Application, ...postingWords })),
});
export type MyRegistration = z.infer<typeof MyRegistration>;

/** Version of the consent text for this employer that was shown and agreed to; needed for an interview. */
const consentVersion = z.optional(z.string().check(z.maxLength(20)));
const onVisit = z.strictObject({ visitId: VisitId });
const onBooking = z.strictObject({ visitId: VisitId, bookingId: BookingId });

export const bookingOperations = operations({
  "GET /api/me/registrations": {
    summary: "My visits to come and of the last 90 days, with my bookings; by date.",
    who: "signed-in",
    answers: { 200: z.strictObject({ registrations: z.array(MyRegistration) }) },
    problems: [],
  },
  "PUT /api/me/visits/{visitId}/registration": {
    summary:
      "Register for a visit, also again after a withdrawal. Sent again it changes name, phone and language and makes no second registration.",
    who: "signed-in",
    params: onVisit,
    body: RegistrationForm,
    answers: { 200: MyRegistration, 201: MyRegistration },
    problems: ["visit-not-open", "visit-over", "too-young", "consent-outdated", "too-many-requests"],
  },
  "POST /api/me/visits/{visitId}/registration/withdrawal": {
    summary:
      "I am not coming after all: bookings, places in lists, applications and the ticket end at once, and one mail tells of all. `registeredAt` is that of the registration that was seen. Sent again it answers the same.",
    who: "signed-in",
    params: onVisit,
    body: z.strictObject({ registeredAt: Instant }),
    answers: { 200: MyRegistration },
    problems: ["visit-not-open", "visit-over", "already-checked-in"],
  },
  "PUT /api/me/visits/{visitId}/registration/details": {
    summary: "Correct my name, year of birth, telephone number and language, for all my visits, until this one is over.",
    who: "signed-in",
    params: onVisit,
    body: z.strictObject({ ...Details.shape, locale: Locale }),
    answers: { 200: MyRegistration },
    problems: ["too-young", "registration-withdrawn", "visit-over"],
  },
  "POST /api/me/visits/{visitId}/confirmation": {
    summary: "Say that I will come, as the reminder asks. Sent again it keeps the first time.",
    who: "signed-in",
    params: onVisit,
    answers: { 200: MyRegistration },
    problems: ["visit-over", "registration-withdrawn"],
  },
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}": {
    summary: "Book a seat in a slot. The caller mints the id: the same request sent twice makes one booking and answers the same.",
    who: "signed-in",
    params: onBooking,
    body: z.strictObject({
      slotId: SlotId,
      consentVersion,
    }),
    answers: { 200: Booking, 201: Booking },
    problems: [
      "visit-not-open",
      "not-registered",
      "consent-outdated",
      "slot-full",
      "slot-withdrawn",
      "booking-closed",
      "apply-first",
      "walk-in-only",
      "times-overlap",
      "interview-limit",
      "booking-cancelled",
      "id-taken",
      "too-many-requests",
    ],
  },
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot": {
    summary:
      "Move a booking to another slot in one step: the old seat is given up only with the new one taken. Sent again it answers the same.",
    who: "signed-in",
    params: onBooking,
    body: z.strictObject({ slotId: SlotId, seen: SeenBooking, consentVersion }),
    answers: { 200: ChangedBooking },
    problems: [
      "visit-not-open",
      "consent-outdated",
      "slot-full",
      "slot-withdrawn",
      "apply-first",
      "walk-in-only",
      "already-started",
      "times-overlap",
      "interview-limit",
      "booking-cancelled",
      "booking-changed",
    ],
  },
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}": {
    summary: "Cancel a booking until its start; the seat is free at once, or held for who waits. Sent again it answers the same.",
    who: "signed-in",
    params: onBooking,
    /** What the page showed, which spares a look-up: the slot, and the booking's sequence. */
    query: z.strictObject({
      slotId: z.optional(SlotId),
      sequence: z.optional(z.string().check(z.regex(/^[0-9]{1,5}$/, { error: "format" }))),
    }),
    answers: { 200: ChangedBooking },
    problems: ["already-started", "booking-changed"],
  },
  "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics": {
    summary: "The booking as a calendar file.",
    who: "signed-in",
    params: onBooking,
    answers: { 200: { contentType: "text/calendar", description: "iCalendar (RFC 5545), one VEVENT" } },
    problems: [],
  },
  "GET /api/me/visits/{visitId}/ticket": {
    summary: "My ticket for a visit: what the QR code says, and the short code that staff can type.",
    who: "signed-in",
    params: onVisit,
    answers: { 200: z.strictObject({ token: z.string(), code: z.string(), gen: z.int() }) },
    problems: ["ticket-not-ready", "registration-withdrawn"],
  },
  "POST /api/me/visits/{visitId}/ticket/renewal": {
    summary:
      "A new QR code in place of mine, which somebody else may have. `seen` is the `gen` of the one to replace; the new one is there in a moment.",
    who: "signed-in",
    params: onVisit,
    body: z.strictObject({ seen: z.int().check(z.gte(1), z.lte(255)) }),
    answers: { 204: null },
    problems: ["ticket-not-ready", "registration-withdrawn", "visit-over", "too-many-requests"],
  },
});
