import type * as z from "zod/mini";
import type { LookKind, Whose } from "../domain/access-log.ts";
import type { EmployerId, RegistrationId, VisitId } from "../domain/ids.ts";
import type { Api, OperationKey } from "./api.ts";

/** What the path says; of an employer's device, also what it is paired with. */
type Where<K extends OperationKey> = (Api[K] extends { params: infer Params extends z.ZodMiniType } ? z.output<Params> : unknown) &
  (Api[K]["who"] extends "paired-device" ? { visitId: VisitId; employerId: EmployerId } : unknown);
type BodyOf<Answer> = Answer extends z.ZodMiniType ? z.output<Answer> : never;
type AnswerOf<K extends OperationKey> = BodyOf<Api[K]["answers"][keyof Api[K]["answers"]]>;

/**
 * Whose data of others an operation shows to staff, to members of an employer, or to its device. `nobody`: none, or the caller's own. `by-handler`: the answer does
 * not tell, so that whoever makes it does (`request.shows`). Undefined: it turned out to show nobody.
 */
type LookAt<K extends OperationKey> =
  | "nobody"
  | { kind: LookKind; whose: "by-handler" | ((where: Where<K>, answer: AnswerOf<K>) => Whose | undefined) };

const person = ({ visitId, registrationId }: { visitId: VisitId; registrationId: RegistrationId }): Whose => ({
  ...{ visitId, registrationId, people: 1 },
});
/** Everybody at a visit. */
const everybody = (visitId: VisitId, people: number): Whose | undefined => (people === 0 ? undefined : { visitId, people });
/** Some people of a visit, and who: an empty list shows nobody. */
const some = (where: { visitId: VisitId; employerId?: EmployerId }, among: readonly RegistrationId[]): Whose | undefined => {
  if (among.length === 0) return undefined;
  const { visitId, employerId } = where;
  const once = [...new Set(among)].sort();
  return { visitId, ...(employerId && { employerId }), people: once.length, among: once };
};
const idsOf = (rows: readonly { registrationId: RegistrationId }[]): RegistrationId[] => rows.map(({ registrationId }) => registrationId);
const employersPeople = ({ employerId }: { employerId: EmployerId }, people = 1): Whose => ({ employerId, people });
/** People who are named without being registered for a visit. */
const named = (people: number): Whose | undefined => (people === 0 ? undefined : { people });

/** The same by the records that name them, so that it can be told later whose they were. */
const recorded = (ids: readonly string[]): Whose | undefined => {
  const records = [...new Set(ids)].sort();
  return records.length === 0 ? undefined : { people: records.length, records };
};

const help = { kind: "help", whose: person } as const;

/** What of each operation is a look that is logged (promise 9). An operation that is not here does not compile. */
export const looks: { readonly [K in OperationKey]: LookAt<K> } = {
  "GET /api/health": "nobody",
  "GET /api/public/visits": "nobody",
  "GET /api/public/visits/{visitId}": "nobody",
  "GET /api/public/calendars/{locale}/{file}": "nobody",
  "GET /api/public/visits/{visitId}/slots": "nobody",
  "GET /api/public/visits/{visitId}/board": "nobody",
  "GET /api/public/visits/{visitId}/devices/{deviceId}": "nobody",
  "POST /api/sign-in/challenges": "nobody",
  "POST /api/sign-in/sessions": "nobody",
  "DELETE /api/sign-in/session": "nobody",
  // What people see of themselves.
  "GET /api/me": "nobody",
  "GET /api/me/registrations": "nobody",
  "GET /api/me/sign-ins": "nobody",
  "DELETE /api/me/sign-ins/{signInId}": "nobody",
  "DELETE /api/me/sign-ins": "nobody",
  "POST /api/me/address-proof": "nobody",
  "POST /api/me/address-challenges": "nobody",
  "PUT /api/me/address": "nobody",
  "GET /api/second-step/factors": "nobody",
  "POST /api/second-step/totp-drafts": "nobody",
  "POST /api/second-step/totp": "nobody",
  "POST /api/second-step/passkey-challenges": "nobody",
  "POST /api/second-step/passkeys": "nobody",
  "POST /api/second-step/proof-challenges": "nobody",
  "POST /api/second-step/proofs/passkey": "nobody",
  "POST /api/second-step/proofs/totp": "nobody",
  "POST /api/second-step/proofs/recovery-code": "nobody",
  "DELETE /api/second-step/factors/{factorId}": "nobody",
  "POST /api/second-step/recovery-codes": "nobody",
  "GET /api/me/access-log": "nobody",
  "PUT /api/me/visits/{visitId}/registration": "nobody",
  "POST /api/me/visits/{visitId}/registration/withdrawal": "nobody",
  "PUT /api/me/visits/{visitId}/registration/details": "nobody",
  "POST /api/me/visits/{visitId}/confirmation": "nobody",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}": "nobody",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot": "nobody",
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}": "nobody",
  "GET /api/me/export": "nobody",
  "PUT /api/me/details": "nobody",
  "POST /api/me/erasure": "nobody",
  "GET /api/me/support": "nobody",
  "PUT /api/me/support/needs": "nobody",
  "DELETE /api/me/support/needs": "nobody",
  "PUT /api/me/support/groups": "nobody",
  "DELETE /api/me/support/groups": "nobody",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": "nobody",
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": "nobody",
  "GET /api/staff/reports": "nobody",
  // Pseudonyms, counts and what anybody may see.
  "GET /api/feed/visits": "nobody",
  "GET /api/feed/postings": "nobody",
  "GET /api/feed/reports/{month}": "nobody",
  "GET /api/office/webhooks": "nobody",
  "PUT /api/office/webhooks/{webhookId}": "nobody",
  "DELETE /api/office/webhooks/{webhookId}": "nobody",
  "PUT /api/office/webhooks/{webhookId}/pause": "nobody",
  "DELETE /api/office/webhooks/{webhookId}/pause": "nobody",
  "POST /api/office/webhooks/{webhookId}/secret": "nobody",
  "POST /api/office/webhooks/{webhookId}/trial": "nobody",
  "GET /api/office/webhooks/{webhookId}/deliveries": "nobody",
  "GET /api/office/api-keys": "nobody",
  "PUT /api/office/api-keys/{keyId}": "nobody",
  "DELETE /api/office/api-keys/{keyId}": "nobody",
  "GET /api/staff/reports/visits/{visitId}": "nobody",
  "PUT /api/staff/reports/visits/{visitId}/remark": "nobody",
  "GET /api/papers/reports/visits/{visitId}/file": "nobody",
  "GET /api/office/leads": { kind: "leads", whose: (_, { leads }) => recorded(leads.map(({ leadId }) => leadId)) },
  "GET /api/office/leads/{leadId}": { kind: "lead", whose: ({ leadId }) => recorded([leadId]) },
  // What they have just sent is answered to them, with the notes that they saw before.
  "PUT /api/office/leads/{leadId}": { kind: "lead", whose: ({ leadId }) => recorded([leadId]) },
  "PUT /api/office/leads/{leadId}/contacts/{contactId}": { kind: "lead", whose: ({ leadId }) => recorded([leadId]) },
  "POST /api/office/leads/{leadId}/closing": { kind: "lead", whose: ({ leadId }) => recorded([leadId]) },
  "PUT /api/office/leads/{leadId}/agreement": { kind: "lead", whose: ({ leadId }) => recorded([leadId]) },
  "PUT /api/office/leads/{leadId}/invitations/{invitationId}": { kind: "lead", whose: ({ leadId }) => recorded([leadId]) },
  "POST /api/office/leads/{leadId}/erasure": "nobody",
  "GET /api/office/lead-steps": { kind: "leads", whose: (_, { steps }) => recorded(steps.map(({ leadId }) => leadId)) },
  "GET /api/office/business-numbers/{businessNumber}": "nobody",
  "GET /api/office/lead-team": { kind: "staff-members", whose: (_, { members }) => named(members.length) },
  "GET /api/office/lead-sources": "nobody",
  "PUT /api/office/lead-sources/{sourceId}": "nobody",
  "POST /api/office/lead-sources/{sourceId}/look": "nobody",
  "POST /api/office/lead-imports": "nobody",
  "GET /api/office/lead-funnel": "nobody",
  "POST /api/office/posting-imports": "nobody",
  "GET /api/office/postings": "nobody",
  "PUT /api/inquiries/{inquiryId}": "nobody",
  "GET /api/office/inquiries": { kind: "inquiries", whose: (_, { inquiries }) => recorded(inquiries.map(({ inquiryId }) => inquiryId)) },
  "PUT /api/office/inquiries/{inquiryId}/answer": "nobody",
  "GET /api/office/concerns": { kind: "talks", whose: (_, { concerns }) => recorded(concerns.map(({ talkId }) => talkId)) },
  "GET /api/office/concern-counts": "nobody",
  "GET /api/office/talks/{talkId}": { kind: "talk", whose: ({ talkId }) => recorded([talkId]) },
  "PUT /api/office/talks/{talkId}": { kind: "talk", whose: ({ talkId }) => recorded([talkId]) },
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner": { kind: "talk", whose: ({ talkId }) => recorded([talkId]) },
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer": { kind: "talk", whose: ({ talkId }) => recorded([talkId]) },
  "POST /api/office/talks/{talkId}/erasure": "nobody",
  // Whom a firm named to speak for it.
  "GET /api/office/employers/{employerId}/talks": {
    kind: "employer",
    whose: (where, { talks }) => (talks.length === 0 ? undefined : employersPeople(where, talks.length)),
  },
  "PUT /api/office/employers/{employerId}/talks/{talkId}": "nobody",
  "POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal": "nobody",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result": "nobody",
  "GET /api/staff/visits/{visitId}/results": { kind: "results", whose: (where, { results }) => some(where, idsOf(results)) },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/result": "nobody",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement": "nobody",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement/withdrawal": "nobody",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations": { kind: "consultations", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening": { kind: "consultations", whose: person },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}": "nobody",
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}": "nobody",
  "GET /api/office/desk-notes": { kind: "consultations", whose: "by-handler" },
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended": "nobody",
  "DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}": "nobody",
  "GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations": {
    kind: "walk-ins",
    whose: ({ visitId }, { consultations }) => everybody(visitId, consultations.length === 0 ? 0 : 1),
  },
  "GET /api/office/visits/{visitId}/people/{registrationId}/partner-links": { kind: "partner-links", whose: person },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}": { kind: "partner-links", whose: person },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/result": { kind: "partner-links", whose: person },
  "POST /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/withdrawal": { kind: "partner-links", whose: person },
  "GET /api/office/partners": "nobody",
  "PUT /api/office/partners/{partnerId}": "nobody",
  "POST /api/me/partner-links/{linkId}/withdrawal": "nobody",
  "GET /api/staff/follow-ups": { kind: "follow-ups", whose: "by-handler" },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing": "nobody",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/postponement": "nobody",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/handing": "nobody",
  "GET /api/me/enrolment": "nobody",
  "PUT /api/me/enrolment": "nobody",
  "POST /api/me/enrolment/renewal": "nobody",
  "DELETE /api/me/enrolment": "nobody",
  "GET /api/me/statistics": "nobody",
  "PUT /api/me/statistics": "nobody",
  "DELETE /api/me/statistics": "nobody",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/statistics": "nobody",
  "DELETE /api/office/visits/{visitId}/people/{registrationId}/statistics": "nobody",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/enrolment": { kind: "enrolment", whose: person },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment": "nobody",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/acceptance": { kind: "enrolment", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/renewal": { kind: "enrolment", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/ending": "nobody",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire": "nobody",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/matches": { kind: "referrals", whose: person },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/referrals": { kind: "referrals", whose: person },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}": { kind: "referrals", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/answer": { kind: "referrals", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/withdrawal": { kind: "referrals", whose: person },
  "GET /api/office/visits/{visitId}/aptitude-tests": {
    kind: "aptitude-tests",
    whose: (where, { rows, expected }) => some(where, [...idsOf(rows), ...idsOf(expected)]),
  },
  "GET /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests": { kind: "aptitude-tests", whose: person },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}": { kind: "aptitude-tests", whose: person },
  "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps": { kind: "aptitude-tests", whose: person },
  "POST /api/office/people-search": { kind: "people-found", whose: "by-handler" },
  "GET /api/papers/me/certificates": "nobody",
  "PUT /api/papers/me/certificates/{subjectId}": "nobody",
  "GET /api/papers/me/certificates/{subjectId}/file": "nobody",
  "POST /api/papers/me/certificates/{subjectId}/reissue": "nobody",
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": { kind: "certificates", whose: person },
  "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}": { kind: "certificates", whose: person },
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file": { kind: "certificates", whose: person },
  "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue": { kind: "certificates", whose: person },
  "POST /api/papers/visits/{visitId}/people/{registrationId}/revocations": { kind: "certificates", whose: person },
  "GET /api/papers/me/referrals/{referralId}/letter": "nobody",
  "GET /api/papers/visits/{visitId}/people/{registrationId}/referrals/{referralId}/letter": { kind: "referrals", whose: person },
  "GET /api/papers/employers/{employerId}/visits/{visitId}/referred-list": { kind: "referred", whose: "by-handler" },
  "GET /api/papers/employers/{employerId}/visits/{visitId}/result-notice": { kind: "referred", whose: "by-handler" },
  // Whoever asks has the paper before them: the name stands there masked.
  "POST /api/papers/verifications": "nobody",
  "GET /api/me/referrals": "nobody",
  "POST /api/me/referrals/{referralId}/answer": "nobody",
  "POST /api/me/referrals/{referralId}/withdrawal": "nobody",
  "GET /api/employers/{employerId}/visits/{visitId}/referrals": { kind: "referred", whose: "by-handler" },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/needs": { kind: "needs", whose: person },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/needs": "nobody",
  "DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs": "nobody",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/groups": { kind: "groups", whose: person },
  "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs": {
    kind: "needs",
    whose: ({ employerId, ...where }) => ({ ...person(where), employerId }),
  },
  "GET /api/me/consents": "nobody",
  "POST /api/me/consents/{employerId}/withdrawal": "nobody",
  "PUT /api/me/visits/{visitId}/waits/{waitId}": "nobody",
  "DELETE /api/me/visits/{visitId}/waits/{waitId}": "nobody",
  "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance": "nobody",
  "POST /api/me/visits/{visitId}/waits/{waitId}/refusal": "nobody",
  "PUT /api/me/visits/{visitId}/applications/{applicationId}": "nobody",
  "DELETE /api/me/visits/{visitId}/applications/{applicationId}": "nobody",
  "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics": "nobody",
  "GET /api/me/visits/{visitId}/ticket": "nobody",
  "POST /api/me/visits/{visitId}/ticket/renewal": "nobody",
  // Members of an employer. What they have just sent is answered to them as they sent it.
  "PUT /api/employers/{employerId}": "nobody",
  "GET /api/employers/{employerId}": { kind: "employer", whose: (where) => employersPeople(where) },
  "GET /api/employers/{employerId}/members": {
    kind: "employer",
    whose: (where, { members, invitations }) => employersPeople(where, members.length + invitations.length),
  },
  "PUT /api/employers/{employerId}/invitations/{invitationId}": "nobody",
  "DELETE /api/employers/{employerId}/invitations/{invitationId}": "nobody",
  "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance": "nobody",
  "POST /api/employers/{employerId}/members/{accountId}/removal": "nobody",
  "GET /api/employers/{employerId}/postings": "nobody",
  "PUT /api/employers/{employerId}/postings/{postingId}": "nobody",
  "POST /api/employers/{employerId}/postings/{postingId}/renewal": "nobody",
  "GET /api/employers/{employerId}/slot-requests": {
    kind: "employer-times",
    whose: (where, { requests }) =>
      requests.length === 0
        ? undefined
        : employersPeople(where, new Set(requests.flatMap(({ request: { interviewers } }) => interviewers)).size),
  },
  "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}": "nobody",
  "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}": {
    kind: "employer-times",
    whose: (where, { interviewers }) => employersPeople(where, interviewers.length),
  },
  "GET /api/employers/{employerId}/visits/{visitId}/applications": {
    kind: "applications",
    whose: (where, { applications }) => some(where, idsOf(applications)),
  },
  "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": {
    kind: "applications",
    whose: ({ visitId, employerId }, { registrationId }) => ({ ...person({ visitId, registrationId }), employerId }),
  },
  "GET /api/employers/{employerId}/visits/{visitId}/interviews": {
    kind: "interviews",
    whose: (where, { times }) => some(where, idsOf(times.flatMap(({ interview }) => interview ?? []))),
  },
  "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome": {
    kind: "outcome",
    whose: ({ employerId, ...where }) => ({ ...person(where), employerId }),
  },
  // A kiosk reads nothing.
  "POST /api/staff/visits/{visitId}/kiosk-codes": "nobody",
  "GET /api/staff/visits/{visitId}/kiosks": "nobody",
  "POST /api/staff/visits/{visitId}/kiosks/end": "nobody",
  "POST /api/kiosk/pairing": "nobody",
  "PUT /api/kiosk/registrations/{personId}": "nobody",
  // An employer's device at its table.
  "POST /api/table/pairing": "nobody",
  "DELETE /api/table/pairing": "nobody",
  "GET /api/table/day": {
    kind: "table-day",
    whose: (where, { times }) => some(where, idsOf(times.flatMap(({ interview }) => interview ?? []))),
  },
  "GET /api/table/people/{registrationId}/bookings/{bookingId}": {
    kind: "interviewee",
    whose: ({ employerId, ...where }) => ({ ...person(where), employerId }),
  },
  "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome": {
    kind: "outcome",
    whose: ({ employerId, ...where }) => ({ ...person(where), employerId }),
  },
  "DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome": "nobody",
  // Staff: the season. Who of the staff works at a visit, or did something there, is nobody's secret among them.
  "GET /api/staff/places": "nobody",
  "PUT /api/staff/places/{placeId}": "nobody",
  "GET /api/staff/visits": "nobody",
  "PUT /api/staff/visits/{visitId}": "nobody",
  "GET /api/staff/season": "nobody",
  "GET /api/staff/visits/{visitId}/team": "nobody",
  "PUT /api/staff/visits/{visitId}/team": "nobody",
  "POST /api/staff/visits/{visitId}/opening": "nobody",
  "GET /api/staff/visits/{visitId}/slots": "nobody",
  "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}": "nobody",
  "POST /api/staff/visits/{visitId}/ticket-keys": "nobody",
  "GET /api/staff/members": { kind: "staff-members", whose: (_, { members }) => named(members.length) },
  "PUT /api/staff/members": "nobody",
  "PUT /api/staff/members/visit-roles": "nobody",
  "POST /api/staff/members/{accountId}/factor-reset": "nobody",
  "GET /api/staff/approvals": {
    kind: "approvals",
    whose: (_, { employers, slotRequests }) => named(employers.length + slotRequests.length),
  },
  "POST /api/staff/employers/{employerId}/decision": { kind: "approvals", whose: (where) => employersPeople(where) },
  "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": {
    kind: "approvals",
    whose: (where, { interviewers }) => employersPeople(where, interviewers.length),
  },
  // Staff: the day at the bus.
  "GET /api/staff/visits/{visitId}/day": { kind: "day", whose: ({ visitId }, { people }) => everybody(visitId, people.length) },
  "POST /api/staff/visits/{visitId}/packs": { kind: "pack", whose: "by-handler" },
  "PUT /api/staff/visits/{visitId}/look-up-key": "nobody",
  "POST /api/staff/visits/{visitId}/people-search": { kind: "found", whose: "by-handler" },
  "POST /api/staff/visits/{visitId}/check-ins": { kind: "check-in", whose: "by-handler" },
  "POST /api/staff/visits/{visitId}/check-in-events": "nobody",
  "GET /api/staff/visits/{visitId}/walk-ins": { kind: "walk-ins", whose: ({ visitId }, { walkIns }) => everybody(visitId, walkIns.length) },
  "GET /api/staff/visits/{visitId}/devices": "nobody",
  "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation": "nobody",
  "GET /api/staff/visits/{visitId}/reconciliation": { kind: "reconciliation", whose: "by-handler" },
  "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement": "nobody",
  "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement": "nobody",
  "POST /api/staff/visits/{visitId}/table-codes": "nobody",
  "GET /api/staff/visits/{visitId}/tables": "nobody",
  "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end": "nobody",
  // Staff: help for one person. What they did, and why, is in the visit's log too.
  "PUT /api/staff/visits/{visitId}/registrations/{personId}": {
    kind: "help",
    whose: ({ visitId }, { registrationId }) => person({ visitId, registrationId }),
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}": help,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot": help,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation": help,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show": help,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation": help,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal": help,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/ticket": { kind: "ticket", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/export": { kind: "person-export", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure": "nobody",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consents": help,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal": {
    kind: "help",
    whose: ({ visitId, registrationId }) => person({ visitId, registrationId }),
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal": {
    kind: "help",
    whose: ({ visitId, registrationId }) => person({ visitId, registrationId }),
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/support": { kind: "needs", whose: person },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share": { kind: "needs", whose: person },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal": { kind: "needs", whose: person },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/access-log": help,
  "POST /api/staff/locked-forms": { kind: "locked-forms", whose: (_, { forms }) => named(forms.length) },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/details": help,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/details": "nobody",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/address": "nobody",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal": "nobody",
  "GET /api/staff/visits/{visitId}/same-people": { kind: "same-people", whose: "by-handler" },
  "POST /api/staff/visits/{visitId}/same-people/merges": "nobody",
  "POST /api/staff/visits/{visitId}/same-people/separations": "nobody",
  "POST /api/staff/visits/{visitId}/same-people/differences": "nobody",
  "POST /api/staff/visits/{visitId}/same-people/differences/withdrawal": "nobody",
  "GET /api/staff/visits/{visitId}/unconfirmed": { kind: "unconfirmed", whose: (where, { people }) => some(where, idsOf(people)) },
  "GET /api/staff/visits/{visitId}/waits": { kind: "waits", whose: (where, { waits }) => some(where, idsOf(waits)) },
  "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": { kind: "help", whose: "by-handler" },
  "GET /api/staff/undelivered-mails": { kind: "undelivered", whose: "by-handler" },
  "POST /api/staff/undelivered-mails/{mailId}/repetition": "nobody",
  "POST /api/staff/undelivered-mails/{mailId}/call": "nobody",
  "POST /api/staff/mail-stops/ending": "nobody",
  // The manager: the log itself. An export is noted before it is made, with its reason.
  "GET /api/staff/access-log": { kind: "access-log", whose: (_, { rows }) => named(rows.length) },
  "POST /api/staff/access-log/person": { kind: "find-person", whose: "by-handler" },
  "GET /api/staff/access-log/months": "nobody",
  "GET /api/staff/access-log/months/{month}": { kind: "access-log", whose: (_, { lookers }) => named(lookers.length) },
  "PUT /api/staff/access-log/months/{month}/review": "nobody",
  "GET /api/staff/access-log/destroyed": "nobody",
  "POST /api/staff/access-log/exports": "nobody",
  // The manager: incidents. Each step is in the log by itself.
  "GET /api/staff/incidents": "nobody",
  "PUT /api/staff/incidents/{incidentId}": "nobody",
  "GET /api/staff/incidents/{incidentId}": "nobody",
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}": "nobody",
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal": "nobody",
  "GET /api/staff/incidents/{incidentId}/people": { kind: "incident-people", whose: "by-handler" },
  "POST /api/staff/incidents/{incidentId}/told": "nobody",
  "PUT /api/staff/incidents/{incidentId}/report": "nobody",
  "PUT /api/staff/incidents/{incidentId}/closing": "nobody",
  // Staff: changes that touch people.
  "PUT /api/staff/visits/{visitId}/plans/{planId}": { kind: "plan", whose: (where, { people }) => some(where, idsOf(people)) },
  "GET /api/staff/visits/{visitId}/plans": "nobody",
  "GET /api/staff/visits/{visitId}/plans/{planId}": {
    kind: "plan",
    whose: (where, { people, receipts }) => some(where, [...idsOf(people), ...idsOf(receipts)]),
  },
  "POST /api/staff/visits/{visitId}/plans/{planId}/execution": "nobody",
  "POST /api/staff/visits/{visitId}/desk-changes/{planId}": "nobody",
};
