import * as z from "zod/mini";
import { SeenBooking } from "../domain/booking.ts";
import { CheckInEventId } from "../domain/check-in-event.ts";
import { Employer } from "../domain/employer.ts";
import { AccountId, BookingId, DeskId, EmployerId, RegistrationId, SlotRequestId, VisitId } from "../domain/ids.ts";
import { AddressTrouble } from "../domain/mail.ts";
import { Place } from "../domain/place.ts";
import { PostingDraft } from "../domain/posting.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { RefusalGround, Slot, SlotRequest } from "../domain/slot.ts";
import { InterviewOutcome, StaffRole } from "../domain/states.ts";
import { MailAddress, oneLine, PersonName } from "../domain/text.ts";
import { TicketIndex } from "../domain/ticket-token.ts";
import { Visit, VisitPlan } from "../domain/visit.ts";
import { deskStaff, managers, operations } from "./operation.ts";
import { PublicVisit } from "./public.ts";
import { VisitRoles } from "./sign-in.ts";

const anyStaff = { staff: ["desk", "counsellor", "outreach", "manager"] } as const;

export const StaffMember = z.strictObject({
  accountId: AccountId,
  name: z.string(),
  mail: z.string(),
  /** At every visit. */
  roles: z.array(StaffRole),
  atVisits: z.array(VisitRoles),
  /** How many passkeys and apps they have enrolled; without any they cannot work until they do. */
  factors: z.int(),
  /** Until when they may enrol a first one. */
  enrolUntil: z.nullable(Instant),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** Yes or no, with a reason where it is no. */
export const Decision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("approve") }),
  z.strictObject({ decision: z.literal("refuse"), reason: oneLine(200) }),
]);
const SlotDecision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("approve"), deskIds: z.array(DeskId).check(z.minLength(1, { error: "required" }), z.maxLength(4)) }),
  z.strictObject({ decision: z.literal("refuse"), ground: RefusalGround, reason: oneLine(200) }),
]);

export const PendingSlotRequest = z.strictObject({
  request: SlotRequest,
  employerNameKo: z.string(),
  posting: PostingDraft,
  visit: PublicVisit,
  desks: z.array(z.strictObject({ deskId: DeskId, label: z.string() })),
});
export type PendingSlotRequest = z.infer<typeof PendingSlotRequest>;

/** A time of the day with what it is, in Korean: employer or service. */
const DueTime = z.strictObject({
  ...{ startsAt: Instant, endsAt: Instant, deskLabel: z.string() },
  /** With whom: the employer, or what the centre offers; in English null where it has no English name. */
  ...{ whatKo: z.string(), whatEn: z.nullable(z.string()) },
});

/** One person of the day. Names are masked ("김○늘") here; the verdict of a scan shows who stands there. */
export const DayPerson = z.strictObject({
  registrationId: RegistrationId,
  maskedName: z.string(),
  registeredAt: Instant,
  arrivedAt: z.nullable(Instant),
  confirmedAt: z.nullable(Instant),
  bookings: z.array(
    z.strictObject({
      ...DueTime.shape,
      bookingId: BookingId,
      seen: SeenBooking,
      deskId: DeskId,
      /** Ten minutes after the start and not here: the seat can be given away. */
      isMissing: z.boolean(),
      /** What the employer said of the interview, once it did. */
      outcome: z.optional(InterviewOutcome),
    }),
  ),
  /** Times that they did not come to and that were given up: whoever comes later is told so. */
  missed: z.array(DueTime),
  /** Mail does not reach them: what they must know is told by telephone. */
  mailTrouble: z.optional(AddressTrouble),
  /** Their address was written down by staff, and nobody has signed in with it yet. */
  mailUnproven: z.optional(z.literal(true)),
  /** What they had booked is cancelled, and no time is left. */
  isCancelled: z.optional(z.boolean()),
  /** Since when they are not coming after all. */
  withdrawnAt: z.optional(Instant),
});
export type DayPerson = z.infer<typeof DayPerson>;

export const VisitDay = z.strictObject({
  visit: Visit,
  place: Place,
  registered: z.int(),
  /** Of them who is here. */
  arrived: z.int(),
  /** Who came without a registration, by what phones wrote down about them: of a visit that has no key for notes, nobody. */
  walkIns: z.int(),
  /** Of them whose data was deleted since: they count, and are not among the people. */
  erased: z.int(),
  people: z.array(DayPerson),
});
export type VisitDay = z.infer<typeof VisitDay>;

/** What a device sends for one scan: the token as read, or the code as typed. */
export const ScanInput = z.strictObject({
  /** UUIDv7 made on the device: the same scan sent twice is one event. */
  eventId: z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, { error: "id-format" })),
  read: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("camera"), token: z.string().check(z.maxLength(2000)) }),
    z.strictObject({ by: z.literal("code"), code: z.string().check(z.trim(), z.minLength(1, { error: "required" }), z.maxLength(40)) }),
  ]),
  deviceId: z.string().check(z.regex(/^[0-9A-Za-z_-]{8,40}$/, { error: "id-format" })),
  /** When the device read it, by the device's clock. */
  at: Instant,
});
export type ScanInput = z.infer<typeof ScanInput>;

export const ScanVerdict = z.strictObject({
  /** A verdict code of `shared/domain/check-in.ts`. */
  verdict: z.string(),
  tone: z.enum(["green", "amber", "red", "grey"]),
  /** The ticket that was shown, where it names one: what is done about it afterwards refers to it. Unproven for `forged`. */
  idx: z.nullable(TicketIndex),
  gen: z.nullable(z.int()),
  /** Whose the ticket is, for the page about them; null without a network. */
  registrationId: z.nullable(RegistrationId),
  /** Masked, and only where the ticket is genuine. */
  maskedName: z.nullable(z.string()),
  /** When and on which device the ticket was admitted first. */
  arrivedAt: z.nullable(Instant),
  arrivedOnDevice: z.nullable(z.string()),
  /** Letter of that device, where it is known. */
  arrivedOnLetter: z.nullable(z.string()),
  /** The event of that admission: what is taken back when it was wrong. */
  arrivedEventId: z.nullable(CheckInEventId),
  /** Date of the other visit, for a ticket of another visit; of this one, where it is not today. */
  otherVisitOn: z.nullable(LocalDate),
  /** What they are called by at the bus; null where the ticket is not genuine. */
  calledBy: z.nullable(z.string()),
  bookings: z.array(DueTime),
  /** Times that they came too late for: noted as missed, and perhaps given to somebody else. */
  missed: z.array(DueTime),
});
export type ScanVerdict = z.infer<typeof ScanVerdict>;

const onVisit = z.strictObject({ visitId: VisitId });

export const staffOperations = operations({
  "GET /api/staff/places": {
    summary: "Places where the bus can park.",
    who: anyStaff,
    answers: { 200: z.strictObject({ places: z.array(Place) }) },
    problems: [],
  },
  "PUT /api/staff/places/{placeId}": {
    summary: "Add a place or change it.",
    who: managers,
    params: z.strictObject({ placeId: Place.shape.placeId }),
    body: z.omit(Place, { placeId: true }),
    answers: { 200: Place },
    problems: [],
  },
  "GET /api/staff/members": {
    summary: "Staff and their roles.",
    who: managers,
    answers: { 200: z.strictObject({ members: z.array(StaffMember) }) },
    problems: [],
  },
  "PUT /api/staff/members": {
    summary: "Give a person of the centre roles, by mail address; no roles takes them away. Effective on their next request.",
    who: managers,
    body: z.strictObject({
      mail: MailAddress,
      name: PersonName,
      roles: z.array(StaffRole).check(z.maxLength(4)),
    }),
    answers: { 200: StaffMember },
    problems: [],
  },
  "PUT /api/staff/members/visit-roles": {
    summary:
      "Give a person roles at one visit, by mail address; no roles takes them away. Effective on their next request; over two weeks after the visit.",
    who: managers,
    body: z.strictObject({
      visitId: VisitId,
      mail: MailAddress,
      name: PersonName,
      roles: z.array(StaffRole).check(z.maxLength(4)),
    }),
    answers: { 200: StaffMember },
    problems: ["not-found"],
  },
  "POST /api/staff/members/{accountId}/factor-reset": {
    summary:
      "Take away the passkeys and apps of a member who lost them, with a reason. Ends all their sessions; they have 14 days to enrol anew. Sent again it does so again.",
    who: managers,
    fresh: true,
    params: z.strictObject({ accountId: AccountId }),
    body: z.strictObject({ reason: oneLine(200) }),
    answers: { 204: null },
    problems: ["not-allowed"],
  },
  "GET /api/staff/visits": {
    summary:
      "Visits from a date on, by date, at most 60; or with `before` those that were before a day, the newest first, 40 at a time, `next` being where the next page begins; or with `visitId` one alone. And how many mails may not have arrived: at 100 it stops counting.",
    who: { ...anyStaff, atAnyVisit: true },
    query: z.strictObject({
      from: z.optional(LocalDate),
      before: z.optional(z.string().check(z.regex(/^20\d\d-\d\d-\d\d(#vis_[0-9A-Z]{26})?$/, { error: "format" }))),
      visitId: z.optional(VisitId),
    }),
    answers: {
      200: z.strictObject({
        today: LocalDate,
        visits: z.array(z.strictObject({ visit: Visit, place: Place })),
        next: z.optional(z.string()),
        undeliveredMails: z.int(),
      }),
    },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}": {
    summary: "Plan a visit, or change it while it is planned. The caller mints the id.",
    who: managers,
    params: onVisit,
    body: VisitPlan,
    answers: { 200: Visit, 201: Visit },
    problems: ["visit-over", "visit-already-open", "bus-elsewhere"],
  },
  "POST /api/staff/visits/{visitId}/opening": {
    summary: "Open a visit for registration and booking. Sent again it answers the same.",
    who: managers,
    params: onVisit,
    answers: { 200: Visit },
    problems: ["visit-over", "visit-not-open"],
  },
  "GET /api/staff/visits/{visitId}/day": {
    summary: "The day: who is registered, when they are due, who has arrived.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: VisitDay },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/slots": {
    summary: "The slots of a visit, by time.",
    who: anyStaff,
    params: onVisit,
    answers: { 200: z.strictObject({ slots: z.array(Slot) }) },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/check-ins": {
    summary: "Judge a scan and, where the verdict admits, note the arrival. The same event sent twice is one arrival.",
    who: deskStaff,
    params: onVisit,
    body: ScanInput,
    answers: { 200: ScanVerdict },
    problems: ["device-revoked", "scan-again"],
  },
  "POST /api/staff/visits/{visitId}/ticket-keys": {
    summary:
      "A new key for the visit's tickets, where the one of now may be known to others. Phones need a new pack; tickets signed before stay good.",
    who: managers,
    params: onVisit,
    answers: { 202: z.strictObject({ kid: z.int() }) },
    problems: ["visit-over", "too-many-requests"],
  },
  "GET /api/staff/approvals": {
    summary: "What waits for the manager: employers and requests for interview times, oldest first; at most 100 of each.",
    who: managers,
    answers: { 200: z.strictObject({ employers: z.array(Employer), slotRequests: z.array(PendingSlotRequest) }) },
    problems: [],
  },
  "POST /api/staff/employers/{employerId}/decision": {
    summary: "Verify an employer, or refuse it with a reason.",
    who: managers,
    params: z.strictObject({ employerId: EmployerId }),
    body: Decision,
    answers: { 200: Employer },
    problems: ["already-decided"],
  },
  "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": {
    summary:
      "Approve interview times, giving a desk, or refuse them on a ground (직업안정법 제8조) with a reason. Approval publishes all of them or none.",
    who: managers,
    params: z.strictObject({ employerId: EmployerId, slotRequestId: SlotRequestId }),
    body: SlotDecision,
    answers: { 200: SlotRequest },
    problems: [
      "already-decided",
      "employer-not-verified",
      "posting-unlawful",
      "posting-expired",
      "visit-not-open",
      "visit-over",
      "outside-visit",
      "no-slots",
      "too-many-slots",
      "desk-unknown",
      "desk-busy",
      "interviewer-busy",
      "id-taken",
    ],
  },
});
