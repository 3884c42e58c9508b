import type { OperationKey } from "../../shared/contract/api.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { bookSlot } from "./booking.ts";
import {
  aBooking,
  aConsultation,
  aDraft,
  aKioskForm,
  anEnrolment,
  anId,
  anOpenVisit,
  aPartner,
  aPartnerLink,
  aPattern,
  aPlace,
  aPlan,
  aProfile,
  aRegistration,
  aSeeker,
  aVerifiedEmployer,
  type OpenVisit,
  someStatistics,
} from "./builders.ts";
import { aBrowser } from "./calls.ts";
import { anApiKeyWish, aSystem, aWebhook, aWebhookWish } from "./feeds.ts";
import { anInquiry } from "./inquiries.ts";
import { aJobRow } from "./job-rows.ts";
import { aLead, aLeadContact, aLeadSource } from "./leads.ts";
import { aKiosk, aPairedDevice } from "./pairing.ts";
import { aTalk } from "./talks.ts";
import { anEventId } from "./tickets.ts";
import type { Browser, Sent, World } from "./world.ts";

/** Everybody who may knock at the API. */
export const callers = [
  "nobody",
  "seeker",
  "member",
  "other employer",
  "outreach",
  "desk",
  "counsellor",
  "manager",
  "desk of this visit",
  "desk of another visit",
  "revoked",
  "weak member",
  "weak staff",
  "paired device",
  "kiosk",
  "other system",
] as const;
export type Caller = (typeof callers)[number];

/** A visit with everybody and everything around it: a booking, an employer and a request that wait. */
export type Season = {
  visit: OpenVisit;
  bookingId: string;
  pendingEmployerId: string;
  pendingRequestId: string;
  webhookId: string;
  browsers: Record<Caller, Browser>;
};

export const aSeason = async (world: World): Promise<Season> => {
  const visit = await anOpenVisit(world);
  const { visitId, employerId, postingId, employer: member, manager } = visit;
  const [seeker, otherEmployer, outreach, desk, counsellor] = await Promise.all([
    aSeeker(world, visitId),
    world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`),
    ...(["outreach", "desk", "counsellor"] as const).map((role) => world.staff(`${anId(role).toLowerCase()}@center.example.com`, [role])),
  ]);
  if (!outreach || !desk || !counsellor) throw new Error("Staff did not sign in.");
  await aVerifiedEmployer(world, manager, otherEmployer);
  const [bookingId, pendingRequestId, pendingEmployerId] = [anId("bkg"), anId("srq"), anId("emp")];
  await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
  await world.get(
    "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
    {
      params: { employerId, slotRequestId: pendingRequestId },
      body: { visitId, postingId, pattern: aPattern({ from: "13:00", to: "14:00" }), mode: "open", interviewers: ["윤다래"] },
    },
    member,
  );
  await world.get("PUT /api/employers/{employerId}", { params: { employerId: pendingEmployerId }, body: aProfile() }, otherEmployer);
  const another = await anOpenVisit(world);
  const [ofThis, ofAnother, revoked] = await Promise.all([
    staffAt(world, manager, visitId),
    staffAt(world, manager, another.visitId),
    world.staff(`${anId("gone").toLowerCase()}@center.example.com`, ["desk", "counsellor", "outreach"]),
  ]);
  const { mail: goneMail } = await world.get("GET /api/me", {}, revoked);
  await world.get("PUT /api/staff/members", { body: { mail: goneMail, name: "권도경", roles: [] } }, manager);
  const today = await anOpenVisit(world, { plan: { date: seoulDateOf(world.deps.clock.now()) } });
  const [device, kiosk] = await Promise.all([aPairedDevice(world, today, desk), aKiosk(world, today, desk)]);
  const webhookId = await aWebhook(world, manager);
  const system = await aSystem(world, manager);
  await world.settle();
  return {
    visit,
    bookingId,
    pendingEmployerId,
    pendingRequestId,
    webhookId,
    browsers: {
      ...{ nobody: aBrowser(), seeker, member, "other employer": otherEmployer, outreach, desk, counsellor, manager },
      ...{ "desk of this visit": ofThis, "desk of another visit": ofAnother, revoked },
      "weak member": await world.signInWeakly(visit.employerMail),
      "weak staff": await aWeakManager(world),
      "paired device": device,
      kiosk,
      "other system": system,
    },
  };
};

/** Somebody with a role at one visit only, signed in with the second step. */
const staffAt = async (world: World, manager: Browser, visitId: string): Promise<Browser> => {
  const mail = `${anId("visit").toLowerCase()}@center.example.com`;
  const body = { visitId, mail, name: "오세영", roles: ["desk" as const] };
  await world.get("PUT /api/staff/members/visit-roles", { body }, manager);
  return world.signIn(mail);
};

/** Somebody with every role who has a passkey, and has handed in no more than the mailed code. */
const aWeakManager = async (world: World): Promise<Browser> => {
  const mail = `${anId("weak").toLowerCase()}@center.example.com`;
  await world.staff(mail, ["manager", "desk", "counsellor", "outreach"]);
  return world.signInWeakly(mail);
};

const { placeId, ...place } = aPlace;

/** A request of each operation that would be answered well; one without does not compile. */
export const goodRequests: Record<OperationKey, (season: Season) => Sent> = {
  "GET /api/health": () => ({}),
  "GET /api/public/visits": () => ({ query: { from: "2026-11-01", zone: "dongbuk", district: "11230" } }),
  "GET /api/public/visits/{visitId}": onVisit,
  "GET /api/public/calendars/{locale}/{file}": () => ({ params: { locale: "ko", file: "seoul.ics" } }),
  "GET /api/public/visits/{visitId}/slots": onVisit,
  "POST /api/sign-in/challenges": () => ({ body: { mail: `${anId("person").toLowerCase()}@example.com`, locale: "ko" } }),
  "POST /api/sign-in/sessions": () => ({ body: { code: "000000" } }),
  "DELETE /api/sign-in/session": () => ({}),
  "GET /api/me": () => ({}),
  "GET /api/me/sign-ins": () => ({}),
  "DELETE /api/me/sign-ins/{signInId}": () => ({ params: { signInId: anId("sgn") } }),
  "DELETE /api/me/sign-ins": () => ({}),
  "POST /api/me/address-proof": () => ({ body: { birthYear: 1958 } }),
  "POST /api/me/address-challenges": () => ({ body: { mail: `${anId("person").toLowerCase()}@example.com`, locale: "ko" } }),
  "PUT /api/me/address": () => ({ body: { code: "000000" } }),
  "GET /api/second-step/factors": () => ({}),
  "POST /api/second-step/totp-drafts": () => ({}),
  "POST /api/second-step/totp": () => ({ body: { code: "000000" } }),
  "POST /api/second-step/passkey-challenges": () => ({}),
  "POST /api/second-step/passkeys": () => ({ body: { id: "AAAA", clientDataJSON: "AAAA", attestationObject: "AAAA", transports: [] } }),
  "POST /api/second-step/proof-challenges": () => ({}),
  "POST /api/second-step/proofs/passkey": () => ({
    body: { id: "AAAA", clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
  }),
  "POST /api/second-step/proofs/totp": () => ({ body: { code: "000000" } }),
  "POST /api/second-step/proofs/recovery-code": () => ({ body: { code: "AAAAA-AAAAA-AAAAA" } }),
  "DELETE /api/second-step/factors/{factorId}": () => ({ params: { factorId: anId("fac") } }),
  "POST /api/second-step/recovery-codes": () => ({}),
  "GET /api/me/registrations": () => ({}),
  "PUT /api/me/visits/{visitId}/registration": (season) => ({ ...onVisit(season), body: aRegistration() }),
  "POST /api/me/visits/{visitId}/registration/withdrawal": (season) => ({
    ...onVisit(season),
    body: { registeredAt: "2026-11-23T01:00:00.000Z" },
  }),
  "PUT /api/me/visits/{visitId}/registration/details": (season) => ({
    ...onVisit(season),
    body: { name: "김하늘", birthYear: 1964, phone: "010-0000-0004", locale: "ko" },
  }),
  "POST /api/me/visits/{visitId}/confirmation": onVisit,
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}": ({ visit }) => ({
    params: { visitId: visit.visitId, bookingId: anId("bkg") },
    body: aBooking(visit.slots[2] ?? ""),
  }),
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot": (season) => ({
    ...onBooking(season),
    body: { slotId: season.visit.slots[3], seen: { slotId: season.visit.slots[0], sequence: 0 } },
  }),
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}": onBooking,
  "GET /api/me/export": () => ({}),
  "PUT /api/me/details": () => ({ body: { name: "김하늘", birthYear: 1968, phone: "010-0000-0102", locale: "ko" } }),
  "POST /api/me/erasure": () => ({}),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/export": (season) => ({ ...onPerson(season), body: { reason: "본인 요청" } }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure": (season) => ({ ...onPerson(season), body: { reason: "본인 요청" } }),
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consents": onPerson,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal": (season) => ({
    ...{ params: { ...onPerson(season).params, employerId: season.visit.employerId }, body: { reason: "본인 요청" } },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal": (season) => ({
    ...{ params: { ...onPerson(season).params, answer: "groups" }, body: { reason: "본인 요청" } },
  }),
  "GET /api/staff/visits/{visitId}/people/{registrationId}/support": onPerson,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share": (season) => ({
    params: { ...onPerson(season).params, bookingId: anId("bkg") },
    body: { needs: ["plain"], consentVersion: currentConsentVersion.share_accommodation, reason: "본인 요청" },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal": (season) => ({
    params: { ...onPerson(season).params, bookingId: anId("bkg") },
    body: { reason: "본인 요청" },
  }),
  "GET /api/staff/visits/{visitId}/people/{registrationId}/access-log": onPerson,
  "POST /api/staff/locked-forms": () => ({ body: { month: "2026-11", reason: "법원 요청" } }),
  "GET /api/me/consents": () => ({}),
  "POST /api/me/consents/{employerId}/withdrawal": onEmployer,
  "PUT /api/me/visits/{visitId}/waits/{waitId}": (season) => ({
    params: { ...onVisit(season).params, waitId: anId("wai") },
    body: { waitFor: { for: "posting", postingId: season.visit.postingId }, consentVersion: currentConsentVersion.to_employer },
  }),
  "DELETE /api/me/visits/{visitId}/waits/{waitId}": onWait,
  "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance": (season) => ({
    ...onWait(season),
    body: { offerId: anId("off"), bookingId: anId("bkg") },
  }),
  "POST /api/me/visits/{visitId}/waits/{waitId}/refusal": (season) => ({ ...onWait(season), body: { offerId: anId("off") } }),
  "PUT /api/me/visits/{visitId}/applications/{applicationId}": (season) => ({
    ...onApplication(season),
    body: {
      postingId: season.visit.postingId,
      consentVersion: currentConsentVersion.to_employer,
      summary: { wishedJob: "조립", years: 12, experience: "펌프 조립 12년" },
    },
  }),
  "DELETE /api/me/visits/{visitId}/applications/{applicationId}": onApplication,
  "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics": onBooking,
  "GET /api/me/visits/{visitId}/ticket": onVisit,
  "POST /api/me/visits/{visitId}/ticket/renewal": (season) => ({ ...onVisit(season), body: { seen: 1 } }),
  "POST /api/staff/visits/{visitId}/ticket-keys": onVisit,
  "PUT /api/employers/{employerId}": (season) => ({ ...onEmployer(season), body: aProfile() }),
  "GET /api/employers/{employerId}": onEmployer,
  "GET /api/employers/{employerId}/members": onEmployer,
  "PUT /api/employers/{employerId}/invitations/{invitationId}": (season) => ({
    ...onInvitation(season),
    body: { mail: "colleague@example.com" },
  }),
  "DELETE /api/employers/{employerId}/invitations/{invitationId}": onInvitation,
  "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance": onInvitation,
  "POST /api/employers/{employerId}/members/{accountId}/removal": (season) => ({
    params: { ...onEmployer(season).params, accountId: anId("acc") },
  }),
  "GET /api/employers/{employerId}/postings": onEmployer,
  "PUT /api/employers/{employerId}/postings/{postingId}": ({ visit: { employerId, postingId } }) => ({
    params: { employerId, postingId },
    body: aDraft(),
  }),
  "POST /api/employers/{employerId}/postings/{postingId}/renewal": ({ visit: { employerId, postingId } }) => ({
    params: { employerId, postingId },
  }),
  "GET /api/employers/{employerId}/slot-requests": onEmployer,
  "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}": ({ visit: { employerId, postingId, visitId } }) => ({
    params: { employerId, slotRequestId: anId("srq") },
    body: { visitId, postingId, pattern: aPattern({ from: "14:00", to: "15:00" }), mode: "open", interviewers: ["윤다래"] },
  }),
  "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}": ({ visit: { employerId }, pendingRequestId }) => ({
    params: { employerId, slotRequestId: pendingRequestId },
  }),
  "GET /api/employers/{employerId}/visits/{visitId}/applications": ({ visit: { employerId, visitId } }) => ({
    params: { employerId, visitId },
  }),
  "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": (season) => ({
    params: { ...onApplication(season).params, employerId: season.visit.employerId },
    body: { decision: "decline" },
  }),
  "GET /api/staff/visits/{visitId}/waits": onVisit,
  "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": (season) => ({
    ...onWait(season),
    body: { slotId: season.visit.slots[4], bookingId: anId("bkg"), reason: "현장 요청" },
  }),
  "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}": (season) => ({
    params: { ...onVisit(season).params, slotRequestId: anId("srq") },
    body: { service: "resume", pattern: aPattern({ from: "15:00", to: "16:00" }), deskId: "d2", host: "오서린" },
  }),
  "PUT /api/staff/visits/{visitId}/registrations/{personId}": ({ visit: { visitId } }) => ({
    params: { visitId, personId: anId("psn") },
    body: { name: "오순자", birthYear: 1958, phone: "010-0000-0009", locale: "ko", noticeVersion: currentConsentVersion.service_core },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal": (season) => ({
    ...onPerson(season),
    body: { registeredAt: "2026-11-23T01:00:00.000Z", reason: "전화 요청" },
  }),
  "GET /api/staff/visits/{visitId}/people/{registrationId}/details": onPerson,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/details": (season) => ({
    ...onPerson(season),
    body: { name: "오순자", birthYear: 1958, phone: "010-0000-0009", reason: "전화 요청" },
  }),
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/address": (season) => ({
    ...onPerson(season),
    body: { mail: `${anId("person").toLowerCase()}@example.com`, reason: "전화 요청" },
  }),
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}": (season) => ({
    ...onPerson(season),
    body: { slotId: season.visit.slots[4], consentVersion: currentConsentVersion.to_employer, reason: "전화 요청" },
  }),
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot": (season) => ({
    ...onPerson(season),
    body: { slotId: season.visit.slots[5], seen: { slotId: season.visit.slots[0], sequence: 0 }, reason: "전화 요청" },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation": (season) => ({
    ...onPerson(season),
    body: { seen: { slotId: season.visit.slots[0], sequence: 0 }, reason: "전화 요청" },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show": (season) => ({
    ...onPerson(season),
    body: { seen: { slotId: season.visit.slots[0], sequence: 0 }, giveTo: { whom: "nobody" } },
  }),
  "GET /api/staff/visits/{visitId}/unconfirmed": onVisit,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation": onPerson,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/ticket": onPerson,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal": (season) => ({
    ...onPerson(season),
    body: { seen: 1, reason: "부탁하셨습니다" },
  }),
  "GET /api/public/visits/{visitId}/board": onVisit,
  "GET /api/public/visits/{visitId}/devices/{deviceId}": (season) => ({
    params: { ...onVisit(season).params, deviceId: "phone-that-nobody-has" },
  }),
  "GET /api/staff/visits/{visitId}/walk-ins": onVisit,
  "GET /api/staff/visits/{visitId}/devices": onVisit,
  "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation": (season) => ({
    params: { ...onVisit(season).params, deviceId: "phone-that-nobody-has" },
    body: { reason: "분실" },
  }),
  "GET /api/staff/visits/{visitId}/reconciliation": onVisit,
  "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement": (season) => ({
    params: { ...onVisit(season).params, idx: "AAAAAAAAAAAAAAAA" },
    body: { note: "확인했습니다", seen: "A".repeat(22) },
  }),
  "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement": (season) => ({
    params: { ...onVisit(season).params, hash: "A".repeat(22) },
    body: { decision: "leave", note: "확인했습니다" },
  }),
  "POST /api/staff/visits/{visitId}/packs": (season) => ({ ...onVisit(season), body: { deviceId: "phone-at-desk-1" } }),
  "PUT /api/staff/visits/{visitId}/look-up-key": (season) => ({
    ...onVisit(season),
    body: { salt: "A".repeat(22), iterations: 600_000, key: "A".repeat(43) },
  }),
  "POST /api/staff/visits/{visitId}/people-search": (season) => ({ ...onVisit(season), body: { text: "김하늘" } }),
  "POST /api/staff/visits/{visitId}/check-in-events": (season) => ({
    ...onVisit(season),
    body: { deviceId: "phone-at-desk-1", events: [{ v: 9 }] },
  }),
  "PUT /api/staff/visits/{visitId}/plans/{planId}": (season) => ({ ...onPlan(season), body: aPlanDraft }),
  "GET /api/staff/visits/{visitId}/plans": onVisit,
  "GET /api/staff/visits/{visitId}/plans/{planId}": onPlan,
  "POST /api/staff/visits/{visitId}/plans/{planId}/execution": (season) => ({ ...onPlan(season), body: { version: 1 } }),
  "POST /api/staff/visits/{visitId}/desk-changes/{planId}": (season) => ({
    ...onPlan(season),
    body: { ...aPlanDraft, change: { kind: "shift-desk", deskId: "d1", minutes: 10 }, seenTimes: [] },
  }),
  "GET /api/staff/undelivered-mails": () => ({}),
  "POST /api/staff/undelivered-mails/{mailId}/repetition": onMail,
  "POST /api/staff/undelivered-mails/{mailId}/call": onMail,
  "POST /api/staff/mail-stops/ending": () => ({ body: { mail: "nobody@example.com", reason: "다시 받겠다고 함" } }),
  "GET /api/staff/places": () => ({}),
  "PUT /api/staff/places/{placeId}": () => ({ params: { placeId }, body: place }),
  "GET /api/staff/members": () => ({}),
  "PUT /api/staff/members/visit-roles": (season) => ({
    body: { ...onVisit(season).params, mail: "somebody@center.example.com", name: "오세영", roles: ["desk"] },
  }),
  "PUT /api/staff/members": () => ({ body: { mail: "new@center.example.com", name: "오서린", roles: ["desk"] } }),
  "POST /api/staff/members/{accountId}/factor-reset": () => ({ params: { accountId: anId("acc") }, body: { reason: "휴대전화 분실" } }),
  "GET /api/staff/visits": () => ({ query: { from: "2026-11-01" } }),
  "GET /api/staff/season": () => ({ query: { from: "2026-11-01", to: "2027-10-31" } }),
  "GET /api/staff/visits/{visitId}/team": onVisit,
  "PUT /api/staff/visits/{visitId}/team": (season) => ({
    ...onVisit(season),
    body: { seen: 0, team: { members: [], contacts: [{ what: "전기", name: "관리소", phone: "02-000-0009" }] } },
  }),
  "PUT /api/staff/visits/{visitId}": () => ({ params: { visitId: anId("vis") }, body: aPlan() }),
  "POST /api/staff/visits/{visitId}/opening": onVisit,
  "GET /api/staff/visits/{visitId}/day": onVisit,
  "GET /api/staff/visits/{visitId}/slots": onVisit,
  "POST /api/staff/visits/{visitId}/check-ins": (season) => ({
    ...onVisit(season),
    body: { eventId: anEventId(), deviceId: "phone-at-desk-1", at: "2026-11-23T01:00:00.000Z", read: { by: "code", code: "7K3M9QXA" } },
  }),
  "GET /api/staff/approvals": () => ({}),
  "POST /api/staff/visits/{visitId}/table-codes": (season) => ({
    ...onVisit(season),
    body: { employerId: season.visit.employerId, deskId: "d1" },
  }),
  "GET /api/staff/visits/{visitId}/tables": onVisit,
  "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end": (season) => ({
    params: { ...onVisit(season).params, pairingId: anId("prg") },
  }),
  "POST /api/staff/visits/{visitId}/kiosk-codes": onVisit,
  "GET /api/staff/visits/{visitId}/kiosks": onVisit,
  "POST /api/staff/visits/{visitId}/kiosks/end": onVisit,
  "POST /api/kiosk/pairing": () => ({ body: { code: "00000000" } }),
  "PUT /api/kiosk/registrations/{personId}": () => ({ params: { personId: anId("psn") }, body: aKioskForm() }),
  "POST /api/table/pairing": () => ({ body: { code: "7K3M 9QXA" } }),
  "DELETE /api/table/pairing": () => ({}),
  "GET /api/table/day": () => ({}),
  "GET /api/table/people/{registrationId}/bookings/{bookingId}": onPerson,
  "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome": (season) => ({
    ...onPerson(season),
    body: { outcome: "met", seen: 0 },
  }),
  "DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome": (season) => ({ ...onPerson(season), query: { seen: "1" } }),
  "GET /api/employers/{employerId}/visits/{visitId}/interviews": ({ visit: { employerId, visitId } }) => ({
    params: { employerId, visitId },
  }),
  "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome": (season) => ({
    params: { ...onPerson(season).params, employerId: season.visit.employerId },
    body: { outcome: "met", seen: 0 },
  }),
  "GET /api/me/access-log": () => ({}),
  "GET /api/staff/incidents": () => ({}),
  "PUT /api/staff/incidents/{incidentId}": () => ({
    ...onIncident(),
    body: { noticedAt: "2026-11-22T01:00:00.000Z", what: "노트북 분실" },
  }),
  "GET /api/staff/incidents/{incidentId}": onIncident,
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}": () => ({
    params: { ...onIncident().params, selectionId: anId("sel") },
    body: { choice: { by: "ip", ip: "198.51.100.7" }, from: "2026-11-22T00:00:00.000Z", to: "2026-11-23T00:00:00.000Z" },
  }),
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal": () => ({
    params: { ...onIncident().params, selectionId: anId("sel") },
    body: { reason: "다른 사람의 기록" },
  }),
  "GET /api/staff/incidents/{incidentId}/people": onIncident,
  "POST /api/staff/incidents/{incidentId}/told": () => ({ ...onIncident(), body: { keys: [anId("psn")], how: "mail" } }),
  "PUT /api/staff/incidents/{incidentId}/report": () => ({ ...onIncident(), body: { was: true, note: "신고 번호 2026-1" } }),
  "PUT /api/staff/incidents/{incidentId}/closing": () => ({ ...onIncident(), body: { note: "화면 잠금을 켰습니다" } }),
  "GET /api/staff/access-log": () => ({ query: { kind: "signed-in" } }),
  "POST /api/staff/access-log/person": () => ({ body: { mail: "somebody@example.com" } }),
  "GET /api/staff/access-log/months": () => ({}),
  "GET /api/staff/access-log/months/{month}": () => ({ params: { month: "2026-11" } }),
  "PUT /api/staff/access-log/months/{month}/review": () => ({ params: { month: "2026-10" }, body: { note: "이상 없음" } }),
  "GET /api/staff/access-log/destroyed": () => ({}),
  "GET /api/me/support": () => ({}),
  "PUT /api/me/support/needs": () => ({ body: someNeeds }),
  "DELETE /api/me/support/needs": () => ({}),
  "PUT /api/me/support/groups": () => ({ body: { groups: ["veteran"], consentVersion: currentConsentVersion.support_groups } }),
  "DELETE /api/me/support/groups": () => ({}),
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": (season) => ({
    ...onBooking(season),
    body: { needs: ["plain"], consentVersion: currentConsentVersion.share_accommodation },
  }),
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": onBooking,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/needs": onRegistration,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/needs": (season) => ({
    ...onRegistration(season),
    body: { needs: ["wheelchair"], consentVersion: currentConsentVersion.sensitive_support },
  }),
  "DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs": onRegistration,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/groups": onRegistration,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations": onRegistration,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening": (season) => ({
    ...onRegistration(season),
    body: { reason: "지금 상담하고 있음" },
  }),
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}": (season) => ({
    params: { ...onRegistration(season).params, consultationId: anId("con") },
    body: aConsultation(),
  }),
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}": ({ visit: { visitId } }) => ({
    params: { visitId, consultationId: anId("con") },
    body: { about: { subject: anEventId() }, byId: anId("acc"), deviceId: "phone-a-0001", sealed: "AAAA" },
  }),
  "GET /api/office/visits/{visitId}/people/{registrationId}/partner-links": onRegistration,
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}": (season) => ({
    params: { ...onRegistration(season).params, linkId: anId("lnk") },
    body: aPartnerLink(),
  }),
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/result": (season) => ({
    params: { ...onRegistration(season).params, linkId: anId("lnk") },
    body: { result: "helped", seen: 1 },
  }),
  "POST /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/withdrawal": (season) => ({
    params: { ...onRegistration(season).params, linkId: anId("lnk") },
  }),
  "GET /api/office/partners": () => ({}),
  "PUT /api/office/partners/{partnerId}": () => ({ params: { partnerId: "new-partner" }, body: aPartner() }),
  "POST /api/me/partner-links/{linkId}/withdrawal": () => ({ params: { linkId: anId("lnk") } }),
  "GET /api/office/desk-notes": () => ({}),
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended": ({ visit: { visitId } }) => ({
    params: { visitId, consultationId: anId("con") },
    body: aConsultation(),
  }),
  "DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}": ({ visit: { visitId } }) => ({
    params: { visitId, consultationId: anId("con") },
  }),
  "GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations": ({ visit: { visitId } }) => ({
    params: { visitId, walkInId: anEventId() },
  }),
  "GET /api/office/webhooks": () => ({}),
  "PUT /api/office/webhooks/{webhookId}": ({ webhookId }) => ({ params: { webhookId }, body: aWebhookWish() }),
  "DELETE /api/office/webhooks/{webhookId}": () => ({ params: { webhookId: anId("whk") } }),
  "PUT /api/office/webhooks/{webhookId}/pause": () => ({ params: { webhookId: anId("whk") } }),
  "DELETE /api/office/webhooks/{webhookId}/pause": ({ webhookId }) => ({ params: { webhookId } }),
  "POST /api/office/webhooks/{webhookId}/secret": ({ webhookId }) => ({ params: { webhookId } }),
  "POST /api/office/webhooks/{webhookId}/trial": ({ webhookId }) => ({ params: { webhookId } }),
  "GET /api/office/webhooks/{webhookId}/deliveries": ({ webhookId }) => ({ params: { webhookId } }),
  "GET /api/office/api-keys": () => ({}),
  "PUT /api/office/api-keys/{keyId}": () => ({ params: { keyId: anId("key") }, body: anApiKeyWish() }),
  "DELETE /api/office/api-keys/{keyId}": () => ({ params: { keyId: anId("key") } }),
  "GET /api/feed/visits": () => ({ query: { from: "2026-11-01" } }),
  "GET /api/feed/postings": () => ({ query: { from: "2026-11-01" } }),
  "GET /api/feed/reports/{month}": () => ({ params: { month: "2026-10" } }),
  "POST /api/office/people-search": () => ({ body: { text: "0101" } }),
  "GET /api/office/visits/{visitId}/aptitude-tests": onVisit,
  "GET /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests": onRegistration,
  "PUT /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}": (season) => ({
    params: { ...onRegistration(season).params, testId: anId("apt") },
  }),
  "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps": (season) => ({
    params: { ...onRegistration(season).params, testId: anId("apt") },
    body: { step: { did: "took" }, seen: 1 },
  }),
  "GET /api/office/leads": () => ({ query: { stage: "found" } }),
  "GET /api/office/leads/{leadId}": onLead,
  "PUT /api/office/leads/{leadId}": () => ({ ...onLead(), body: { lead: aLead() } }),
  "PUT /api/office/leads/{leadId}/contacts/{contactId}": () => ({
    params: { ...onLead().params, contactId: anId("lco") },
    body: aLeadContact(anId("acc")),
  }),
  "POST /api/office/leads/{leadId}/closing": () => ({ ...onLead(), body: { reason: "declined", words: "올해는 뽑지 않음", seen: 1 } }),
  "PUT /api/office/leads/{leadId}/agreement": () => ({
    ...onLead(),
    body: { employer: { how: "new", employerId: anId("emp"), invitationId: anId("inv"), profile: aProfile() }, seen: 1 },
  }),
  "PUT /api/office/leads/{leadId}/invitations/{invitationId}": () => ({ params: { ...onLead().params, invitationId: anId("inv") } }),
  "POST /api/office/leads/{leadId}/erasure": () => ({ ...onLead(), body: { reason: "담당자 요청" } }),
  "GET /api/office/lead-steps": () => ({}),
  "GET /api/office/business-numbers/{businessNumber}": () => ({ params: { businessNumber: "0008110074" } }),
  "GET /api/office/lead-team": () => ({}),
  "GET /api/office/lead-sources": () => ({}),
  "PUT /api/office/lead-sources/{sourceId}": () => ({ params: { sourceId: anId("lso") }, body: aLeadSource(anId("acc")) }),
  "POST /api/office/lead-sources/{sourceId}/look": () => ({ params: { sourceId: anId("lso") } }),
  "POST /api/office/lead-imports": () => ({ body: { rows: [{ line: 2, cells: { nameKo: "㈜도담뜰소프트" } }] } }),
  "POST /api/office/posting-imports": () => ({ body: { rows: [{ line: 2, cells: aJobRow() }] } }),
  "GET /api/office/postings": () => ({}),
  "GET /api/office/lead-funnel": () => ({ query: { from: "2026-11-01", to: "2026-11-30" } }),
  "PUT /api/inquiries/{inquiryId}": () => ({ params: { inquiryId: anId("inq") }, body: anInquiry() }),
  "GET /api/office/inquiries": () => ({}),
  "PUT /api/office/inquiries/{inquiryId}/answer": () => ({
    params: { inquiryId: anId("inq") },
    body: { answer: "하루 전까지 바꾸실 수 있습니다." },
  }),
  "GET /api/office/concerns": () => ({}),
  "GET /api/office/concern-counts": () => ({ query: { from: "2026-11-01", to: "2026-11-30" } }),
  "GET /api/office/talks/{talkId}": onTalk,
  "PUT /api/office/talks/{talkId}": ({ visit: { visitId } }) => ({ ...onTalk(), body: { nameKo: "㈜가람정공", ...aTalk(visitId) } }),
  "PUT /api/office/talks/{talkId}/correction": ({ visit: { visitId } }) => ({
    ...onTalk(),
    body: { nameKo: "㈜가람정공", ...aTalk(visitId), seen: 1 },
  }),
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner": () => ({
    params: { ...onTalk().params, concernId: anId("ccn") },
    body: { ownerId: anId("acc"), dueOn: "2026-12-10", seen: 1 },
  }),
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer": () => ({
    params: { ...onTalk().params, concernId: anId("ccn") },
    body: { answer: "고용센터의 채용 장려금을 안내해 드립니다.", seen: 1 },
  }),
  "POST /api/office/talks/{talkId}/erasure": () => ({ ...onTalk(), body: { reason: "담당자 요청" } }),
  "GET /api/office/employers/{employerId}/talks": ({ visit: { employerId } }) => ({ params: { employerId } }),
  "PUT /api/office/employers/{employerId}/talks/{talkId}": ({ visit: { employerId, visitId } }) => ({
    params: { ...onTalk().params, employerId },
    body: aTalk(visitId),
  }),
  "POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal": ({ visit: { employerId } }) => ({
    params: { ...onTalk().params, employerId },
  }),
  "GET /api/staff/reports": () => ({ query: { from: "2026-11-01", to: "2026-11-30" } }),
  "GET /api/staff/reports/visits/{visitId}": ({ visit: { visitId } }) => ({ params: { visitId } }),
  "PUT /api/staff/reports/visits/{visitId}/remark": ({ visit: { visitId } }) => ({
    params: { visitId },
    body: { text: "오후에 비가 와서 오신 분이 적었음", seen: 0 },
  }),
  "GET /api/papers/reports/visits/{visitId}/file": ({ visit: { visitId } }) => ({ params: { visitId } }),
  "GET /api/me/statistics": () => ({}),
  "PUT /api/me/statistics": () => ({ body: someStatistics() }),
  "DELETE /api/me/statistics": () => ({}),
  "PUT /api/office/visits/{visitId}/people/{registrationId}/statistics": (season) => ({
    ...onRegistration(season),
    body: someStatistics(),
  }),
  "DELETE /api/office/visits/{visitId}/people/{registrationId}/statistics": onRegistration,
  "PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire": (season) => ({
    ...onReferral(season),
    body: { startedOn: "2026-12-14", confirmedBy: "employer" },
  }),
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result": (season) => ({ ...onBooking(season), body: { result: "hired" } }),
  "GET /api/staff/visits/{visitId}/results": onVisit,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/result": (season) => ({
    ...onPerson(season),
    body: { result: "hired" },
  }),
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement": (season) => ({
    ...onPerson(season),
    body: { startedOn: "2026-12-14", confirmedBy: "person" },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement/withdrawal": (season) => ({
    ...onPerson(season),
    body: { reason: "다른 분의 결과임", confirmedAt: "2026-12-04T01:00:00.000Z" },
  }),
  "GET /api/papers/me/certificates": () => ({}),
  "PUT /api/papers/me/certificates/{subjectId}": ({ bookingId }) => ({ params: { subjectId: bookingId } }),
  "GET /api/papers/me/certificates/{subjectId}/file": ({ bookingId }) => ({ params: { subjectId: bookingId } }),
  "POST /api/papers/me/certificates/{subjectId}/reissue": ({ bookingId }) => ({
    params: { subjectId: bookingId },
    body: { seen: "7K3M9QXA2B4C8DEF" },
  }),
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": onRegistration,
  "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}": (season) => ({
    params: { ...onRegistration(season).params, subjectId: season.bookingId },
  }),
  "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file": (season) => ({
    params: { ...onRegistration(season).params, subjectId: season.bookingId },
  }),
  "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue": (season) => ({
    params: { ...onRegistration(season).params, subjectId: season.bookingId },
    body: { seen: "7K3M9QXA2B4C8DEF" },
  }),
  "POST /api/papers/visits/{visitId}/people/{registrationId}/revocations": (season) => ({
    ...onRegistration(season),
    body: { code: "7K3M 9QXA 2B4C 8DEF", reason: "다른 사람의 이름으로 발급됨", mayRenew: false },
  }),
  "GET /api/papers/me/referrals/{referralId}/letter": () => ({ params: { referralId: anId("ref") } }),
  "GET /api/papers/visits/{visitId}/people/{registrationId}/referrals/{referralId}/letter": (season) => ({
    params: { ...onRegistration(season).params, referralId: anId("ref") },
  }),
  "GET /api/papers/employers/{employerId}/visits/{visitId}/referred-list": ({ visit: { employerId, visitId } }) => ({
    params: { employerId, visitId },
  }),
  "GET /api/papers/employers/{employerId}/visits/{visitId}/result-notice": ({ visit: { employerId, visitId } }) => ({
    params: { employerId, visitId },
  }),
  "POST /api/papers/verifications": () => ({ body: { code: "0000 0000 0000 0000" } }),
  "GET /api/me/enrolment": () => ({}),
  "PUT /api/me/enrolment": () => ({ body: anEnrolment() }),
  "POST /api/me/enrolment/renewal": () => ({}),
  "DELETE /api/me/enrolment": () => ({}),
  "GET /api/staff/visits/{visitId}/people/{registrationId}/enrolment": onRegistration,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment": (season) => ({ ...onRegistration(season), body: anEnrolment() }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/acceptance": onRegistration,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/renewal": onRegistration,
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/ending": onRegistration,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/matches": onRegistration,
  "GET /api/staff/visits/{visitId}/people/{registrationId}/referrals": onRegistration,
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}": (season) => ({
    ...onReferral(season),
    body: { at: { visitId: season.visit.visitId, postingId: season.visit.postingId } },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/answer": (season) => ({
    ...onReferral(season),
    body: { agrees: false, told: "telephone" },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/withdrawal": onReferral,
  "GET /api/me/referrals": () => ({}),
  "POST /api/me/referrals/{referralId}/answer": () => ({ params: { referralId: anId("ref") }, body: { agrees: false } }),
  "POST /api/me/referrals/{referralId}/withdrawal": () => ({ params: { referralId: anId("ref") } }),
  "GET /api/employers/{employerId}/visits/{visitId}/referrals": ({ visit: { visitId, employerId } }) => ({
    params: { visitId, employerId },
  }),
  "GET /api/staff/follow-ups": () => ({}),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing": (season) => ({
    ...onFollowUp(season),
    body: { how: "done", result: "전화로 알려 드림", next: null, seen: 1 },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/postponement": (season) => ({
    ...onFollowUp(season),
    body: { dueOn: "2026-12-10", waitingFor: "person", reason: "다음 주에 다시 하기로", seen: 1 },
  }),
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/handing": (season) => ({
    ...onFollowUp(season),
    body: { to: anId("acc"), reason: "휴가", seen: 1 },
  }),
  "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs": (season) => ({
    params: { ...onPerson(season).params, employerId: season.visit.employerId },
  }),
  "GET /api/staff/visits/{visitId}/same-people": onVisit,
  "POST /api/staff/visits/{visitId}/same-people/merges": onTwo,
  "POST /api/staff/visits/{visitId}/same-people/separations": onTwo,
  "POST /api/staff/visits/{visitId}/same-people/differences": onTwo,
  "POST /api/staff/visits/{visitId}/same-people/differences/withdrawal": onTwo,
  "POST /api/staff/access-log/exports": () => ({ body: { from: "2026-11-01", to: "2026-11-30", reason: "분기 점검" } }),
  "POST /api/staff/employers/{employerId}/decision": ({ pendingEmployerId }) => ({
    params: { employerId: pendingEmployerId },
    body: { decision: "approve" },
  }),
  "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": ({ visit: { employerId }, pendingRequestId }) => ({
    params: { employerId, slotRequestId: pendingRequestId },
    body: { decision: "approve", deskIds: ["d2"] },
  }),
};

function onRegistration(season: Season): Sent {
  return { params: { ...onVisit(season).params, registrationId: anId("reg") } };
}

function onTalk() {
  return { params: { talkId: anId("tlk") } };
}
function onLead() {
  return { params: { leadId: anId("lea") } };
}
function onReferral(season: Season): Sent {
  return { params: { ...onRegistration(season).params, referralId: anId("ref") } };
}

function onFollowUp(season: Season): Sent {
  return { params: { ...onRegistration(season).params, followUpId: anId("fup") } };
}

function onTwo(season: Season): Sent {
  return { ...onVisit(season), body: { one: anId("psn"), other: anId("psn"), reason: "본인 확인" } };
}

function onVisit({ visit: { visitId } }: Season): Sent {
  return { params: { visitId } };
}

const someNeeds = { needs: ["plain"], consentVersion: currentConsentVersion.sensitive_support };

const aPlanDraft = { change: { kind: "cancel-visit" }, reason: "태풍", choices: [] };

function onIncident(): Sent {
  return { params: { incidentId: anId("inc") } };
}

function onWait(season: Season): Sent {
  return { params: { ...onVisit(season).params, waitId: anId("wai") } };
}

function onApplication(season: Season): Sent {
  return { params: { ...onVisit(season).params, applicationId: anId("apl") } };
}

function onPlan(season: Season): Sent {
  return { params: { ...onVisit(season).params, planId: anId("pln") } };
}

function onPerson(season: Season): Sent {
  return { params: { ...onBooking(season).params, registrationId: anId("reg") } };
}

function onBooking({ visit: { visitId }, bookingId }: Season): Sent {
  return { params: { visitId, bookingId } };
}

function onMail({ bookingId }: Season): Sent {
  return { params: { mailId: `${anId("reg")}.${bookingId}.booking.made.0` } };
}

function onInvitation(season: Season): Sent {
  return { params: { ...onEmployer(season).params, invitationId: anId("inv") } };
}

function onEmployer({ visit: { employerId } }: Season): Sent {
  return { params: { employerId } };
}
