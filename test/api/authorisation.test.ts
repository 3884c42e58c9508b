import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { aSeason, type Caller, callers, goodRequests, type Season } from "../support/season.ts";
import { aWorld, type World } from "../support/world.ts";

type Access =
  | "fresh"
  | "fresh managers"
  | "open"
  | "signed in"
  | "member"
  | "any staff"
  | "desk staff"
  | "desk leads"
  | "desk and counsellors"
  | "counsellors"
  | "outreach and managers"
  | "counsellors and managers"
  | "managers"
  | "paired device"
  | "kiosk"
  | "other systems";

/** Who may call what. An operation that is not here does not compile, and fails below. */
const accessOf: Record<OperationKey, Access> = {
  "GET /api/health": "open",
  "GET /api/public/visits": "open",
  "GET /api/public/visits/{visitId}": "open",
  "GET /api/public/calendars/{locale}/{file}": "open",
  "GET /api/public/visits/{visitId}/slots": "open",
  "POST /api/sign-in/challenges": "open",
  "POST /api/sign-in/sessions": "open",
  "DELETE /api/sign-in/session": "open",
  "GET /api/me": "signed in",
  "GET /api/me/sign-ins": "signed in",
  "DELETE /api/me/sign-ins/{signInId}": "signed in",
  "DELETE /api/me/sign-ins": "signed in",
  "POST /api/me/address-proof": "signed in",
  "POST /api/me/address-challenges": "signed in",
  "PUT /api/me/address": "signed in",
  "GET /api/second-step/factors": "signed in",
  "POST /api/second-step/totp-drafts": "signed in",
  "POST /api/second-step/totp": "signed in",
  "POST /api/second-step/passkey-challenges": "signed in",
  "POST /api/second-step/passkeys": "signed in",
  "POST /api/second-step/proof-challenges": "signed in",
  "POST /api/second-step/proofs/passkey": "signed in",
  "POST /api/second-step/proofs/totp": "signed in",
  "POST /api/second-step/proofs/recovery-code": "signed in",
  "DELETE /api/second-step/factors/{factorId}": "fresh",
  "POST /api/second-step/recovery-codes": "fresh",
  "GET /api/me/registrations": "signed in",
  "PUT /api/me/visits/{visitId}/registration": "signed in",
  "POST /api/me/visits/{visitId}/registration/withdrawal": "signed in",
  "PUT /api/me/visits/{visitId}/registration/details": "signed in",
  "POST /api/me/visits/{visitId}/confirmation": "signed in",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}": "signed in",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot": "signed in",
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}": "signed in",
  "GET /api/me/export": "signed in",
  "PUT /api/me/details": "signed in",
  "POST /api/me/erasure": "signed in",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/export": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure": "desk staff",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consents": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal": "desk staff",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/support": "desk and counsellors",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share": "desk and counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal": "desk and counsellors",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/access-log": "desk staff",
  "POST /api/staff/locked-forms": "managers",
  "GET /api/me/support": "signed in",
  "PUT /api/me/support/needs": "signed in",
  "DELETE /api/me/support/needs": "signed in",
  "PUT /api/me/support/groups": "signed in",
  "DELETE /api/me/support/groups": "signed in",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": "signed in",
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": "signed in",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/needs": "desk and counsellors",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/needs": "desk and counsellors",
  "DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs": "desk and counsellors",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/groups": "counsellors",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations": "counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening": "counsellors",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}": "counsellors",
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}": "desk staff",
  "GET /api/office/visits/{visitId}/people/{registrationId}/partner-links": "counsellors",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}": "counsellors",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/result": "counsellors",
  "POST /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/withdrawal": "counsellors",
  "GET /api/office/partners": "managers",
  "PUT /api/office/partners/{partnerId}": "managers",
  "POST /api/me/partner-links/{linkId}/withdrawal": "signed in",
  "GET /api/office/desk-notes": "counsellors",
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended": "counsellors",
  "DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}": "counsellors",
  "GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations": "counsellors",
  "POST /api/office/people-search": "counsellors and managers",
  "GET /api/office/visits/{visitId}/aptitude-tests": "counsellors",
  "GET /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests": "counsellors",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}": "counsellors",
  "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps": "counsellors",
  "GET /api/staff/reports": "managers",
  "GET /api/staff/reports/visits/{visitId}": "managers",
  "PUT /api/staff/reports/visits/{visitId}/remark": "managers",
  "GET /api/papers/reports/visits/{visitId}/file": "managers",
  "GET /api/me/statistics": "signed in",
  "PUT /api/me/statistics": "signed in",
  "DELETE /api/me/statistics": "signed in",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/statistics": "desk and counsellors",
  "DELETE /api/office/visits/{visitId}/people/{registrationId}/statistics": "desk and counsellors",
  "PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire": "counsellors",
  "GET /api/office/leads": "outreach and managers",
  "GET /api/office/leads/{leadId}": "outreach and managers",
  "PUT /api/office/leads/{leadId}": "outreach and managers",
  "PUT /api/office/leads/{leadId}/contacts/{contactId}": "outreach and managers",
  "POST /api/office/leads/{leadId}/closing": "outreach and managers",
  "PUT /api/office/leads/{leadId}/agreement": "outreach and managers",
  "PUT /api/office/leads/{leadId}/invitations/{invitationId}": "outreach and managers",
  "POST /api/office/leads/{leadId}/erasure": "outreach and managers",
  "GET /api/office/lead-steps": "outreach and managers",
  "GET /api/office/business-numbers/{businessNumber}": "outreach and managers",
  "GET /api/office/lead-team": "outreach and managers",
  "GET /api/office/lead-sources": "outreach and managers",
  "PUT /api/office/lead-sources/{sourceId}": "outreach and managers",
  "POST /api/office/lead-sources/{sourceId}/look": "outreach and managers",
  "POST /api/office/lead-imports": "outreach and managers",
  "GET /api/office/lead-funnel": "outreach and managers",
  "POST /api/office/posting-imports": "outreach and managers",
  "GET /api/office/postings": "outreach and managers",
  "PUT /api/inquiries/{inquiryId}": "open",
  "GET /api/office/inquiries": "outreach and managers",
  "PUT /api/office/inquiries/{inquiryId}/answer": "outreach and managers",
  "GET /api/office/concerns": "outreach and managers",
  "GET /api/office/concern-counts": "outreach and managers",
  "GET /api/office/talks/{talkId}": "outreach and managers",
  "PUT /api/office/talks/{talkId}": "outreach and managers",
  "PUT /api/office/talks/{talkId}/correction": "outreach and managers",
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner": "outreach and managers",
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer": "outreach and managers",
  "POST /api/office/talks/{talkId}/erasure": "outreach and managers",
  "GET /api/office/employers/{employerId}/talks": "member",
  "PUT /api/office/employers/{employerId}/talks/{talkId}": "member",
  "POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal": "member",
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result": "signed in",
  "GET /api/staff/visits/{visitId}/results": "counsellors and managers",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/result": "counsellors and managers",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement": "counsellors and managers",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement/withdrawal": "counsellors and managers",
  "GET /api/papers/me/certificates": "signed in",
  "PUT /api/papers/me/certificates/{subjectId}": "signed in",
  "GET /api/papers/me/certificates/{subjectId}/file": "signed in",
  "POST /api/papers/me/certificates/{subjectId}/reissue": "signed in",
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": "desk staff",
  "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}": "desk staff",
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file": "desk staff",
  "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue": "desk staff",
  "POST /api/papers/visits/{visitId}/people/{registrationId}/revocations": "desk staff",
  "GET /api/papers/me/referrals/{referralId}/letter": "signed in",
  "GET /api/papers/visits/{visitId}/people/{registrationId}/referrals/{referralId}/letter": "counsellors",
  "GET /api/papers/employers/{employerId}/visits/{visitId}/referred-list": "member",
  "GET /api/papers/employers/{employerId}/visits/{visitId}/result-notice": "member",
  "POST /api/papers/verifications": "open",
  "GET /api/me/enrolment": "signed in",
  "PUT /api/me/enrolment": "signed in",
  "POST /api/me/enrolment/renewal": "signed in",
  "DELETE /api/me/enrolment": "signed in",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/enrolment": "desk and counsellors",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment": "desk and counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/acceptance": "desk and counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/renewal": "desk and counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/ending": "desk and counsellors",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/matches": "counsellors",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/referrals": "counsellors",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}": "counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/answer": "counsellors",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/withdrawal": "counsellors",
  "GET /api/me/referrals": "signed in",
  "POST /api/me/referrals/{referralId}/answer": "signed in",
  "POST /api/me/referrals/{referralId}/withdrawal": "signed in",
  "GET /api/employers/{employerId}/visits/{visitId}/referrals": "member",
  "GET /api/staff/follow-ups": "counsellors and managers",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing": "counsellors and managers",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/postponement": "counsellors and managers",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/handing": "counsellors and managers",
  "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs": "member",
  "GET /api/me/consents": "signed in",
  "POST /api/me/consents/{employerId}/withdrawal": "signed in",
  "PUT /api/me/visits/{visitId}/waits/{waitId}": "signed in",
  "DELETE /api/me/visits/{visitId}/waits/{waitId}": "signed in",
  "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance": "signed in",
  "POST /api/me/visits/{visitId}/waits/{waitId}/refusal": "signed in",
  "PUT /api/me/visits/{visitId}/applications/{applicationId}": "signed in",
  "DELETE /api/me/visits/{visitId}/applications/{applicationId}": "signed in",
  "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics": "signed in",
  "GET /api/me/visits/{visitId}/ticket": "signed in",
  "POST /api/me/visits/{visitId}/ticket/renewal": "signed in",
  "POST /api/staff/visits/{visitId}/ticket-keys": "managers",
  "PUT /api/employers/{employerId}": "signed in",
  "GET /api/employers/{employerId}": "member",
  "GET /api/employers/{employerId}/members": "member",
  "PUT /api/employers/{employerId}/invitations/{invitationId}": "member",
  "DELETE /api/employers/{employerId}/invitations/{invitationId}": "member",
  "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance": "signed in",
  "POST /api/employers/{employerId}/members/{accountId}/removal": "member",
  "GET /api/employers/{employerId}/postings": "member",
  "PUT /api/employers/{employerId}/postings/{postingId}": "member",
  "POST /api/employers/{employerId}/postings/{postingId}/renewal": "member",
  "GET /api/employers/{employerId}/slot-requests": "member",
  "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}": "member",
  "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}": "member",
  "GET /api/employers/{employerId}/visits/{visitId}/applications": "member",
  "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": "member",
  "GET /api/staff/visits/{visitId}/waits": "desk staff",
  "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": "desk staff",
  "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}": "managers",
  "PUT /api/staff/visits/{visitId}/registrations/{personId}": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal": "desk staff",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/details": "desk staff",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/details": "desk staff",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/address": "desk staff",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}": "desk staff",
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show": "desk staff",
  "GET /api/staff/visits/{visitId}/same-people": "desk leads",
  "POST /api/staff/visits/{visitId}/same-people/merges": "desk leads",
  "POST /api/staff/visits/{visitId}/same-people/separations": "desk leads",
  "POST /api/staff/visits/{visitId}/same-people/differences": "desk leads",
  "POST /api/staff/visits/{visitId}/same-people/differences/withdrawal": "desk leads",
  "GET /api/staff/visits/{visitId}/unconfirmed": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation": "desk staff",
  "GET /api/public/visits/{visitId}/board": "open",
  "GET /api/public/visits/{visitId}/devices/{deviceId}": "open",
  "GET /api/staff/visits/{visitId}/walk-ins": "desk staff",
  "POST /api/staff/visits/{visitId}/packs": "desk staff",
  "GET /api/staff/visits/{visitId}/people/{registrationId}/ticket": "desk staff",
  "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal": "desk staff",
  "PUT /api/staff/visits/{visitId}/look-up-key": "desk leads",
  "POST /api/staff/visits/{visitId}/people-search": "desk staff",
  "GET /api/staff/visits/{visitId}/devices": "desk staff",
  "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation": "desk leads",
  "GET /api/staff/visits/{visitId}/reconciliation": "desk staff",
  "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement": "desk leads",
  "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement": "desk leads",
  "POST /api/staff/visits/{visitId}/check-in-events": "desk staff",
  "PUT /api/staff/visits/{visitId}/plans/{planId}": "managers",
  "GET /api/staff/visits/{visitId}/plans": "desk staff",
  "GET /api/staff/visits/{visitId}/plans/{planId}": "desk staff",
  "POST /api/staff/visits/{visitId}/plans/{planId}/execution": "managers",
  "POST /api/staff/visits/{visitId}/desk-changes/{planId}": "desk staff",
  "GET /api/staff/undelivered-mails": "desk staff",
  "POST /api/staff/undelivered-mails/{mailId}/repetition": "desk staff",
  "POST /api/staff/undelivered-mails/{mailId}/call": "desk staff",
  "POST /api/staff/mail-stops/ending": "desk staff",
  "GET /api/staff/places": "any staff",
  "PUT /api/staff/places/{placeId}": "managers",
  "GET /api/staff/members": "managers",
  "PUT /api/staff/members": "managers",
  "PUT /api/staff/members/visit-roles": "managers",
  "POST /api/staff/members/{accountId}/factor-reset": "fresh managers",
  "GET /api/staff/visits": "any staff",
  "PUT /api/staff/visits/{visitId}": "managers",
  "GET /api/staff/season": "managers",
  "GET /api/staff/visits/{visitId}/team": "desk staff",
  "PUT /api/staff/visits/{visitId}/team": "managers",
  "POST /api/staff/visits/{visitId}/opening": "managers",
  "GET /api/staff/visits/{visitId}/day": "desk staff",
  "GET /api/staff/visits/{visitId}/slots": "any staff",
  "POST /api/staff/visits/{visitId}/check-ins": "desk staff",
  "GET /api/staff/approvals": "managers",
  "POST /api/staff/employers/{employerId}/decision": "managers",
  "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": "managers",
  "POST /api/staff/visits/{visitId}/table-codes": "desk staff",
  "GET /api/staff/visits/{visitId}/tables": "desk staff",
  "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end": "desk staff",
  "POST /api/staff/visits/{visitId}/kiosk-codes": "desk staff",
  "GET /api/staff/visits/{visitId}/kiosks": "desk staff",
  "POST /api/staff/visits/{visitId}/kiosks/end": "desk staff",
  "POST /api/kiosk/pairing": "open",
  "PUT /api/kiosk/registrations/{personId}": "kiosk",
  "POST /api/table/pairing": "open",
  "DELETE /api/table/pairing": "paired device",
  "GET /api/table/day": "paired device",
  "GET /api/table/people/{registrationId}/bookings/{bookingId}": "paired device",
  "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome": "paired device",
  "GET /api/me/access-log": "signed in",
  "GET /api/staff/incidents": "managers",
  "PUT /api/staff/incidents/{incidentId}": "managers",
  "GET /api/staff/incidents/{incidentId}": "managers",
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}": "managers",
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal": "managers",
  "GET /api/staff/incidents/{incidentId}/people": "managers",
  "POST /api/staff/incidents/{incidentId}/told": "managers",
  "PUT /api/staff/incidents/{incidentId}/report": "managers",
  "PUT /api/staff/incidents/{incidentId}/closing": "managers",

  "GET /api/office/webhooks": "managers",
  "PUT /api/office/webhooks/{webhookId}": "managers",
  "DELETE /api/office/webhooks/{webhookId}": "managers",
  "PUT /api/office/webhooks/{webhookId}/pause": "managers",
  "DELETE /api/office/webhooks/{webhookId}/pause": "managers",
  "POST /api/office/webhooks/{webhookId}/secret": "managers",
  "POST /api/office/webhooks/{webhookId}/trial": "managers",
  "GET /api/office/webhooks/{webhookId}/deliveries": "managers",
  "GET /api/office/api-keys": "managers",
  "PUT /api/office/api-keys/{keyId}": "managers",
  "DELETE /api/office/api-keys/{keyId}": "managers",
  "GET /api/feed/visits": "other systems",
  "GET /api/feed/postings": "other systems",
  "GET /api/feed/reports/{month}": "other systems",

  "GET /api/staff/access-log": "managers",
  "POST /api/staff/access-log/person": "managers",
  "GET /api/staff/access-log/months": "managers",
  "GET /api/staff/access-log/months/{month}": "managers",
  "PUT /api/staff/access-log/months/{month}/review": "managers",
  "GET /api/staff/access-log/destroyed": "managers",
  "POST /api/staff/access-log/exports": "managers",
  "DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome": "paired device",
  "GET /api/employers/{employerId}/visits/{visitId}/interviews": "member",
  "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome": "member",
};

/** Signed in by a mailed code alone, with rights that want more. */
const isWeak = (caller: Caller): boolean => caller.startsWith("weak");
/** Without an account. */
const isStranger = (caller: Caller): boolean => ["nobody", "paired device", "kiosk", "other system"].includes(caller);

const who: Record<Access, readonly Caller[]> = {
  open: callers,
  "signed in": callers.filter((caller) => !isStranger(caller)),
  member: ["member"],
  "any staff": ["outreach", "desk", "counsellor", "manager"],
  "desk staff": ["desk", "counsellor", "manager"],
  "desk leads": ["desk", "manager"],
  "desk and counsellors": ["desk", "counsellor"],
  counsellors: ["counsellor"],
  "counsellors and managers": ["counsellor", "manager"],
  "outreach and managers": ["outreach", "manager"],
  managers: ["manager"],
  // The clock stands: whoever proved the second step has just done so.
  fresh: [
    ...(["member", "other employer", "outreach", "desk", "counsellor", "manager"] as const),
    ...(["desk of this visit", "desk of another visit", "revoked"] as const),
  ],
  "fresh managers": ["manager"],
  "paired device": ["paired device"],
  kiosk: ["kiosk"],
  "other systems": ["other system"],
};

/** Roles at one visit are good for what names it in its path, and for the list of visits. */
const mayCall = (key: OperationKey, access: Access, caller: Caller): boolean => {
  if (who[access].includes(caller)) return true;
  const isAtVisit = /\/(staff|papers|office)\/visits\/\{visitId\}/.test(key) && who[access].includes("desk");
  return (isAtVisit && caller === "desk of this visit") || (key === "GET /api/staff/visits" && caller.startsWith("desk of"));
};

/** What the others are told: without a session (of the right kind) 401; staff pages 403; another employer's 404, as if there were none. */
const refusalFor = (access: Access, caller: Caller): string => {
  if (access === "other systems") return "key-needed";
  if (access === "paired device" || access === "kiosk") return "pairing-needed";
  if (isStranger(caller)) return "sign-in-needed";
  if (access === "fresh") return "second-step-needed";
  // Everything that they could do: what keeps them from it is the second step alone.
  if (caller === "weak staff" && access !== "member") return "second-step-needed";
  if (caller === "weak member" && access === "member") return "second-step-needed";
  return access === "member" ? "not-found" : "not-allowed";
};

const keys = Object.keys(api) as OperationKey[];

let world: World;
let season: Season;
beforeAll(async () => {
  world = await aWorld();
  season = await aSeason(world);
});
afterAll(() => world.close());

test("every operation of the contract is in the table, and no other", () => {
  expect(Object.keys(accessOf).sort()).toEqual([...keys].sort());
});

// These would sign the caller out, or whoever else has signed in as them, or leave nobody to call.
const leaving: readonly OperationKey[] = [
  "DELETE /api/sign-in/session",
  "DELETE /api/me/sign-ins",
  "DELETE /api/table/pairing",
  "POST /api/me/erasure",
];
const called = keys.filter((key) => !leaving.includes(key));

describe.for(callers)("when %s calls", (caller) => {
  test.for(called)("%s", async (key) => {
    // Without its body nothing is done, but who asks is looked at before what they ask.
    const { body: _, ...sent } = goodRequests[key](season);
    await world.table.newRecords();
    const answer = await world.call(key, sent, season.browsers[caller]);
    const access = accessOf[key];
    if (mayCall(key, access, caller)) {
      expect(answer.ok ? "" : refusalOf(answer)).not.toMatch(/sign-in-needed|pairing-needed|key-needed|scope-missing|not-allowed/);
      if (!isWeak(caller)) expect(answer.ok ? "" : refusalOf(answer)).not.toMatch(/step-needed/);
    } else expect(refusalOf(answer)).toBe(refusalFor(access, caller));
    // each change of the table is a record
    if (!mayCall(key, access, caller)) expect(await world.table.newRecords()).toEqual([]);
  });
});

describe("when something belongs to somebody else", () => {
  let other: { visit: OpenVisit; bookingId: string };
  beforeAll(async () => {
    other = { visit: await anOpenVisit(world), bookingId: anId("bkg") };
    await bookSlot(world, season.visit, season.visit.slots[4] ?? "", season.browsers.seeker, other.bookingId);
  });

  test("the member of one employer sees and changes nothing of another", async () => {
    const { employerId, postingId } = other.visit;
    const { member } = season.browsers;
    const sent = goodRequests["PUT /api/employers/{employerId}"](season);
    expect(refusalOf(await world.call("GET /api/employers/{employerId}", { params: { employerId } }, member))).toBe("not-found");
    expect(refusalOf(await world.call("PUT /api/employers/{employerId}", { ...sent, params: { employerId } }, member))).toBe("not-found");
    const request = goodRequests["PUT /api/employers/{employerId}/slot-requests/{slotRequestId}"](season);
    const withTheirPosting = { ...request, body: { ...(request.body as object), postingId } };
    const answer = await world.call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", withTheirPosting, member);
    expect(answer).toMatchObject({ problem: { code: "invalid-fields", errors: [{ pointer: "/postingId", code: "not-a-choice" }] } });
  });

  test("a person's registrations, ticket and bookings are theirs alone", async () => {
    const { desk, manager } = season.browsers;
    const params = { visitId: season.visit.visitId, bookingId: other.bookingId };
    for (const browser of [desk, manager]) {
      const answers = [
        await world.call("GET /api/me/visits/{visitId}/ticket", { params }, browser),
        await world.call("POST /api/me/visits/{visitId}/confirmation", { params }, browser),
        await world.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params }, browser),
        await world.call("GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics", { params }, browser),
      ];
      expect(answers.map(refusalOf)).toEqual(["not-found", "not-found", "not-found", "not-found"]);
      expect(await world.get("GET /api/me/registrations", {}, browser)).toEqual({ registrations: [] });
    }
  });
});
