import * as z from "zod/mini";
import { BookingId, EmployerId, PartnerLinkId, RegistrationId, VisitId } from "../domain/ids.ts";
import { Locale } from "../domain/locale.ts";
import { Partner, PartnerId } from "../domain/partner.ts";
import { Details } from "../domain/registration.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { Needs } from "../domain/support.ts";
import { oneLine } from "../domain/text.ts";
import { AccessPlace, Month, MyAccessRow } from "./access-log.ts";
import { deskStaff, managers, operations } from "./operation.ts";
import { AgreedVersion, HelpedSupport } from "./support.ts";

/** A text as it was read, in the language in which it was; null for one that is not kept any more. */
const ReadText = z.nullable(
  z.strictObject({ title: z.string(), purpose: z.string(), items: z.string(), kept: z.string(), refusal: z.string() }),
);
const read = { version: z.string(), locale: Locale, channel: z.enum(["web", "staff"]), at: Instant, text: ReadText };

/** That I agreed once that an employer receives my details. */
export const GivenConsent = z.strictObject({
  visitId: VisitId,
  visitOn: LocalDate,
  /** With what. */
  gave: z.enum(["booking", "application", "wait", "referral"]),
  postingTitleKo: z.nullable(z.string()),
  postingTitleEn: z.nullable(z.string()),
  /** Of a booking. */
  startsAt: z.nullable(Instant),
  ...read,
  /** When it was over: taken back, ended with the booking or application, or at its limit. Null while it stands. */
  endedAt: z.nullable(Instant),
});
export type GivenConsent = z.infer<typeof GivenConsent>;

export const EmployerConsents = z.strictObject({
  employerId: EmployerId,
  employerNameKo: z.string(),
  employerNameEn: z.nullable(z.string()),
  /** Whether there is something to take back. */
  stands: z.boolean(),
  /** Whether the employer sees me by it, or will at the table. */
  isSeen: z.boolean(),
  /** Interviews that are cancelled when I take it back: those that have not begun. */
  cancels: z.array(z.strictObject({ visitId: VisitId, startsAt: Instant })),
  /** The newest first. */
  given: z.array(GivenConsent),
});
export type EmployerConsents = z.infer<typeof EmployerConsents>;

/** That I agreed that what I need is kept, that groups are, or that the employer of one interview is told. Taken back, it is gone with what it was for. */
export const SupportConsent = z.strictObject({
  to: z.enum(["needs", "groups", "share"]),
  /** Of a share: the interview and who may know; null where that is not kept any more. */
  startsAt: z.nullable(Instant),
  employerNameKo: z.nullable(z.string()),
  employerNameEn: z.nullable(z.string()),
  /** False of a share whose employer does not see me any more. */
  stands: z.boolean(),
  ...read,
});
export type SupportConsent = z.infer<typeof SupportConsent>;

const partnerName = z.pick(Partner, { nameKo: true, nameEn: true }).shape;

export const MyConsents = z.strictObject({
  /** The notice on what is kept of everybody who registers, as I last read it; null for somebody who never registered. */
  notice: z.nullable(z.strictObject(read)),
  /** What still stands first. */
  employers: z.array(EmployerConsents),
  /** For what I need, the newest first. What that is stands on pages of its own. */
  support: z.array(SupportConsent),
  /** That what I look for is kept: null while there is no enrolment. Ending that takes it back. */
  enrolment: z.nullable(z.strictObject(read)),
  /** That sex or education is kept for reports; null while neither is. */
  statistics: z.nullable(z.strictObject(read)),
  /** For each partner to which I am handed on; gone once it is taken back. */
  partners: z.array(z.strictObject({ ...read, linkId: PartnerLinkId, partnerId: PartnerId, ...partnerName, what: z.string() })),
});
export type MyConsents = z.infer<typeof MyConsents>;

/** One thing that is kept of me, as the centre has it. */
const KeptRecord = z.strictObject({
  /** The kind of it. */
  what: z.string(),
  /** At which visit; null for what belongs to none. */
  visitId: z.nullable(VisitId),
  /** The last day on which it is kept; null where it ends otherwise, or says of nobody who it was. */
  keptUntil: z.nullable(LocalDate),
  content: z.record(z.string(), z.unknown()),
});
export type KeptRecord = z.infer<typeof KeptRecord>;

/** Everything that is kept of somebody. */
export const MyExport = z.strictObject({
  madeAt: Instant,
  visits: z.array(z.strictObject({ visitId: VisitId, date: LocalDate, placeNameKo: z.string(), placeNameEn: z.string() })),
  consents: MyConsents,
  records: z.array(KeptRecord),
  /** Who saw it, newest first. */
  access: z.array(MyAccessRow),
});
export type MyExport = z.infer<typeof MyExport>;

/** Until when the application form is kept apart, as the law demands; null where there is none. */
const Erased = z.strictObject({ lockedUntil: z.nullable(LocalDate) });

/** What people decide over their own data. */
export const myDataOperations = operations({
  "GET /api/me/export": {
    summary: "Everything that is kept about me, and who saw it, as a file for machines.",
    who: "signed-in",
    answers: { 200: MyExport },
    problems: [],
  },
  "PUT /api/me/details": {
    summary:
      "Correct my name, year of birth, telephone and language, with a visit or without. Whoever never registered has none to correct.",
    who: "signed-in",
    body: z.strictObject({ ...Details.shape, locale: Locale }),
    answers: { 204: null },
    problems: ["too-young", "not-found"],
  },
  "POST /api/me/erasure": {
    summary:
      "Everything about me is deleted, at once and for good: interviews, lists and applications end, the account and every session too. Needs a sign-in of the last 10 minutes.",
    who: "signed-in",
    answers: { 200: Erased },
    problems: ["fresh-sign-in-needed"],
  },
  "GET /api/me/consents": {
    summary: "What I read and agreed to, by employer and for what I need, with version, text, time and way.",
    who: "signed-in",
    answers: { 200: MyConsents },
    problems: [],
  },
  "POST /api/me/consents/{employerId}/withdrawal": {
    summary:
      "Take back what I agreed to for an employer, at every visit and at any time: it sees nothing of me from now on, and interviews with it that have not begun are cancelled. Sent again it answers the same.",
    who: "signed-in",
    params: z.strictObject({ employerId: EmployerId }),
    answers: { 200: MyConsents },
    problems: [],
  },
});

const onPerson = z.strictObject({ visitId: VisitId, registrationId: RegistrationId });
const onInterview = z.strictObject({ ...onPerson.shape, bookingId: BookingId });
const withReason = z.strictObject({ reason: oneLine(120) });
/** Needs are for the desk and the counsellors of the visit alone. */
const seesNeeds = { staff: ["desk", "counsellor"] } as const;

/** The same by staff, for whom no mail reaches; and what is locked apart. */
export const helpedDataOperations = operations({
  "POST /api/staff/visits/{visitId}/people/{registrationId}/export": {
    summary: "Everything that is kept about somebody whom no mail reaches, to be given to them; with a reason, which is logged.",
    who: deskStaff,
    params: onPerson,
    body: withReason,
    answers: { 200: MyExport },
    problems: ["can-do-it-themselves"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure": {
    summary: "Delete everything about somebody whom no mail reaches, at their wish; with a reason, which is logged.",
    who: deskStaff,
    params: onPerson,
    body: withReason,
    answers: { 200: Erased },
    problems: ["can-do-it-themselves"],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consents": {
    summary: "What somebody whom no mail reaches read and agreed to, as they would read it themselves. A look is logged.",
    who: deskStaff,
    params: onPerson,
    answers: { 200: MyConsents },
    problems: ["can-do-it-themselves"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal": {
    summary:
      "Take back for somebody whom no mail reaches what they agreed to for an employer, with a reason, which is logged; what follows is as if they did it themselves. Sent again it answers the same.",
    who: deskStaff,
    params: z.strictObject({ ...onPerson.shape, employerId: EmployerId }),
    body: withReason,
    answers: { 200: MyConsents },
    problems: ["can-do-it-themselves"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal": {
    summary:
      "Take back for them that what they need is kept, or which groups they named, unread, with a reason, which is logged. Sent again it answers the same.",
    who: deskStaff,
    params: z.strictObject({ ...onPerson.shape, answer: z.enum(["needs", "groups"]) }),
    body: withReason,
    answers: { 200: MyConsents },
    problems: ["can-do-it-themselves"],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/support": {
    summary:
      "What somebody whom no mail reaches needs, and which employers of interviews at this visit may know, until the day after it. A look is logged.",
    who: seesNeeds,
    params: onPerson,
    answers: { 200: HelpedSupport },
    problems: ["can-do-it-themselves"],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share": {
    summary:
      "Let the employer of one interview know some of what they need, after the consent was read to them; with a reason, which is logged.",
    who: seesNeeds,
    params: onInterview,
    body: z.strictObject({ needs: Needs, consentVersion: AgreedVersion, reason: oneLine(120) }),
    answers: { 200: HelpedSupport },
    problems: ["can-do-it-themselves", "consent-outdated", "not-registered"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal": {
    summary: "Take that back for them: the employer sees it no more; with a reason, which is logged. Sent again it answers the same.",
    who: seesNeeds,
    params: onInterview,
    body: withReason,
    answers: { 200: HelpedSupport },
    problems: ["can-do-it-themselves"],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/access-log": {
    summary:
      "Who saw the data of somebody whom no mail reaches, as they would read it themselves, newest first, 20 at a time. `before` is `next` of the page before. A look is logged.",
    who: deskStaff,
    params: onPerson,
    query: z.strictObject({ before: AccessPlace }),
    answers: { 200: z.strictObject({ rows: z.array(MyAccessRow), next: z.nullable(z.string()) }) },
    problems: ["can-do-it-themselves"],
  },
  "POST /api/staff/locked-forms": {
    summary:
      "Application forms of people who were deleted in a month, which the law makes the centre keep for a year; with a reason, which is logged.",
    who: managers,
    body: z.strictObject({ month: Month, reason: oneLine(120) }),
    answers: {
      200: z.strictObject({
        forms: z.array(
          z.strictObject({
            lockedOn: LocalDate,
            keptUntil: LocalDate,
            name: z.string(),
            birthYear: z.int(),
            registrations: z.array(z.strictObject({ registeredOn: LocalDate, visitOn: LocalDate })),
          }),
        ),
      }),
    },
    problems: [],
  },
});
