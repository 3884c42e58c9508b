import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import type { Problem } from "../../shared/problem/catalogue.ts";
import { accept, apply, aSummary } from "./application.ts";
import { bookSlot, cancelBooking } from "./booking.ts";
import {
  aConsultation,
  aNextStep,
  anEnrolment,
  anId,
  anOpenVisit,
  anotherEmployer,
  aPartner,
  aPartnerLink,
  aPattern,
  aRegistration,
  aSeeker,
  duringVisit,
  type OpenVisit,
  openAllDay,
  someStatistics,
} from "./builders.ts";
import { aDeskNote, handInKey } from "./desk-notes.ts";
import { aSubscription, aSystem } from "./feeds.ts";
import { anInquiry } from "./inquiries.ts";
import { aJobRow } from "./job-rows.ts";
import { aLead, aLeadContact, aLeadSource } from "./leads.ts";
import { aKiosk, aPairedDevice } from "./pairing.ts";
import { admissionOf, idxOf, loadPack, sendEvents } from "./phones.ts";
import { aPlanOf, carriedOut } from "./plans.ts";
import { registrationOf } from "./registrations.ts";
import { aConcern, aTalk } from "./talks.ts";
import { aDesk, anEventId, scan } from "./tickets.ts";
import { forSlot, type Seeker, waits } from "./waitlist.ts";
import type { Browser, World } from "./world.ts";

/** Words that stand nowhere but where they were put, by whose they are. Addresses are told from others by their ends. */
export const planted = {
  seeker: {
    ...{ name: "심은별", phone: "01000007391", "birth-year": 1937, mail: "@planted-seeker.example.com" },
    ...{ words: "심어 둔 경력", remarks: "심어 둔 까닭" },
  },
  "walk-in": { name: "걸어온별", phone: "01000007392", words: "걸어와 한 말", remarks: "걸어온 분과 한 말" },
  staff: { name: "권도경", phone: "01000007393", mail: "@center.example.com" },
  asker: { name: "물어본별", phone: "01000007394", mail: "@planted-asker.example.com", words: "심어 둔 물음", remarks: "심어 둔 대답" },
  employer: { name: "윤다래", phone: "020000001", mail: "solbeodeul.example.com", remarks: "심어 둔 기업 이야기" },
} as const;

/** Ten days before the visit. */
const seasonBegins = "2026-11-23T01:00:00.000Z";
/** 16:00 in Seoul, the day before. */
const reminderAt = "2026-12-02T07:00:00.000Z";

export type Booked = { bookingId: string; slotId: string };
export type WholeSeason = {
  /** Interviews that anybody may book, at desk 1. */
  visit: OpenVisit;
  /** Another employer, which chooses whom it sees, at desk 2. */
  screened: OpenVisit;
  /** One that nobody has booked: it is proposed. */
  proposed: OpenVisit;
  /** Somebody who did everything that there is to do. */
  seeker: Seeker;
  registrationId: string;
  /** Registered by staff, without an address. */
  assisted: { personId: string; registrationId: string };
  desk: Browser;
  /** Who hosts the counselling, and is called as everybody of the staff is. */
  counsellor: Browser;
  /** The device of the employer at desk 1. */
  device: Browser;
  /** At the employer of desk 1, over, with a result; by an application, in the afternoon; by staff, in the afternoon. */
  interviews: { over: Booked; accepted: Booked & { applicationId: string }; byStaff: Booked };
};

/** For what must not be refused. */
export const must = async (called: Promise<{ ok: true } | { ok: false; problem: Problem }>): Promise<void> => {
  const answer = await called;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
};

/** Signs somebody in again: sessions end after twelve hours. */
export const signInAgain = async (world: World, who: Seeker): Promise<void> => {
  who.cookies = (await world.signIn(who.mail)).cookies;
};

const visitOfAll = async (world: World) => {
  const desks = ["d1", "d2", "d3", "d4", "d5"].map((deskId) => ({ deskId, label: `창구 ${deskId}` }));
  const visit = await anOpenVisit(world, {
    plan: { deadlines: openAllDay, desks, bus: 1, team: [planted.staff.name] },
    pattern: { to: "17:00" },
  });
  const { visitId, manager } = visit;
  const { name, phone } = planted.staff;
  await world.get(
    "PUT /api/staff/visits/{visitId}/team",
    { params: { visitId }, body: { seen: 0, team: { members: [], contacts: [{ what: "전기", name, phone }] } } },
    manager,
  );
  const screened = await anotherEmployer(world, visit, { to: "17:00" }, "screened");
  const proposed = await anotherEmployer(world, visit, { from: "16:00", to: "16:20" }, "open", "d5");
  await world.get(
    "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
    {
      params: { visitId, slotRequestId: anId("srq") },
      body: { service: "resume", pattern: aPattern(), deskId: "d4", host: planted.staff.name },
    },
    manager,
  );
  await world.get(
    "PUT /api/employers/{employerId}/invitations/{invitationId}",
    { params: { employerId: visit.employerId, invitationId: anId("inv") }, body: { mail: `colleague@${planted.employer.mail}` } },
    visit.employer,
  );
  await world.get("POST /api/staff/visits/{visitId}/ticket-keys", { params: { visitId } }, manager);
  await world.settle();
  return { visit, screened, proposed };
};

/** Codes of a need and of a group, in the season of one seeker alone. */
export const plantedSupport = { need: "interpreter_vi", group: "nk_defector" } as const;

/** Sealed answers, and one employer that may know of the need. */
const saysWhatTheyNeed = async (world: World, { visitId }: OpenVisit, seeker: Seeker, bookingId: string) => {
  const { sensitive_support, support_groups, share_accommodation } = currentConsentVersion;
  const needs = [plantedSupport.need];
  await must(world.call("PUT /api/me/support/needs", { body: { needs, consentVersion: sensitive_support } }, seeker));
  const groups = { groups: [plantedSupport.group], consentVersion: support_groups };
  await must(world.call("PUT /api/me/support/groups", { body: groups }, seeker));
  const key = "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share";
  await must(world.call(key, { params: { visitId, bookingId }, body: { needs, consentVersion: share_accommodation } }, seeker));
};

/** The days before: somebody registers, books, applies, waits, is helped; mails go wrong; a plan changes a desk. */
const theDaysBefore = async (world: World, { visit, screened }: Pick<WholeSeason, "visit" | "screened">, desk: Browser) => {
  const { visitId, manager } = visit;
  const slot = (n: number, of = visit): string => of.slots[n] ?? "";
  const other = await aSeeker(world, visitId);
  const aboutThem = { name: planted.seeker.name, birthYear: planted.seeker["birth-year"], phone: planted.seeker.phone };
  const seeker: Seeker = await aSeeker(world, visitId, {
    ...{ ...aboutThem, mail: `${anId("seeker").toLowerCase()}${planted.seeker.mail}`, beforeBooking: false },
  });
  await world.settle();
  const { registrationId } = await registrationOf(world, visit, seeker);
  const over = { bookingId: anId("bkg"), slotId: slot(0) };
  await must(bookSlot(world, visit, over.slotId, seeker, over.bookingId));
  await saysWhatTheyNeed(world, visit, seeker, over.bookingId);
  const given = anId("bkg");
  world.office.ses.faults.add({ kind: "MessageRejected", to: seeker.mail });
  await must(bookSlot(world, visit, slot(6), seeker, given));
  await world.settle();
  const [refused] = (await world.get("GET /api/staff/undelivered-mails", {}, desk)).mails;
  await must(world.call("POST /api/staff/undelivered-mails/{mailId}/repetition", { params: { mailId: refused?.mailId ?? "" } }, desk));
  await must(cancelBooking(world, visit, given, seeker));

  await must(bookSlot(world, visit, slot(12), other));
  await waits(world, visit, forSlot(slot(12)), seeker);
  const applicationId = anId("apl");
  await must(apply(world, screened, seeker, applicationId, { summary: aSummary({ experience: planted.seeker.words }) }));
  await must(apply(world, screened, other));
  await must(accept(world, screened, applicationId, slot(9, screened)));
  const bookingId = (await registrationOf(world, visit, seeker)).bookings.find(({ booking }) => booking.applicationId === applicationId)
    ?.booking.bookingId;
  const accepted = { applicationId, slotId: slot(10, screened), bookingId: bookingId ?? "" };
  const moveFor = (bookingId: string, from: string, to: string) =>
    must(
      world.call(
        "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot",
        {
          params: { visitId, registrationId, bookingId },
          body: { slotId: to, seen: { slotId: from, sequence: 0 }, reason: planted.seeker.remarks },
        },
        desk,
      ),
    );
  await moveFor(accepted.bookingId, slot(9, screened), accepted.slotId);

  const personId = anId("psn");
  const { beforeBooking: _, ...form } = aRegistration(aboutThem);
  const assisted = await world.get(
    "PUT /api/staff/visits/{visitId}/registrations/{personId}",
    { params: { visitId, personId }, body: form },
    desk,
  );
  // They are called the same, and are two.
  const me = await world.get("GET /api/me", {}, seeker);
  const account = (await world.table.allItems()).find((item) => item.type === "account" && item.accountId === me.accountId);
  const two = { one: String(account?.personId), other: personId, reason: planted.seeker.remarks };
  await must(world.call("POST /api/staff/visits/{visitId}/same-people/differences", { params: { visitId }, body: two }, desk));
  const byStaff = { bookingId: anId("bkg"), slotId: slot(16) };
  await must(
    world.call(
      "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
      {
        params: { visitId, registrationId, bookingId: byStaff.bookingId },
        body: { slotId: slot(15), consentVersion: currentConsentVersion.to_employer, reason: planted.seeker.remarks },
      },
      desk,
    ),
  );
  await moveFor(byStaff.bookingId, slot(15), byStaff.slotId);
  await world.settle();
  await carriedOut(world, { visitId, manager }, aPlanOf({ kind: "reassign-desk", deskId: "d2", toDeskId: "d3" }));
  return { seeker, registrationId, assisted: { personId, ...assisted }, interviews: { over, accepted, byStaff } };
};

/** The day: phones, a walk-in, arrivals that phones disagree about, an interview with a result. */
const theDay = async (
  world: World,
  { visit, seeker, registrationId, interviews: { over } }: Omit<WholeSeason, "desk" | "counsellor" | "device">,
  desk: Browser,
) => {
  const { visitId } = visit;
  const params = { visitId };
  await world.get(
    "PUT /api/staff/visits/{visitId}/look-up-key",
    { params, body: { salt: "A".repeat(22), iterations: 600_000, key: "A".repeat(43) } },
    desk,
  );
  const { noteKey } = await loadPack(world, visit, desk, "phone-a-0001");
  await loadPack(world, visit, desk, "phone-b-0002");
  const ticket = { seeker, ...(await world.get("GET /api/me/visits/{visitId}/ticket", { params }, seeker)) };
  await must(scan(world, visit, ticket, desk));
  const admission = await admissionOf(world, visit, desk, "phone-a-0001", ticket);
  const { idx: _, gen: __, verdict: ___, reentry: ____, ...base } = admission;
  const publicKey = await importNotePublicKey(fromBase64Url(noteKey ?? ""));
  const { name, phone, words, remarks } = planted["walk-in"];
  const note = JSON.stringify({ name, phone, isNickname: false, need: "other", note: `${words}, ${remarks}` });
  const payload = await sealNote(note, { visitId: VisitId.parse(visitId), publicKey });
  const idx = await idxOf(ticket);
  await sendEvents(world, visit, desk, "phone-a-0001", [
    admission,
    { ...admission, id: anEventId(), kind: "override", verdict: "already-arrived", reason: planted.seeker.remarks },
    { ...base, id: anEventId(), kind: "serve", of: idx, deskId: "d1" },
    { ...base, id: anEventId(), kind: "walk-in", number: "A-001", deskId: "d4", payload },
    { v: 7, id: anEventId(), idx, reason: planted.seeker.remarks },
  ]);
  const { conflicts } = await world.get("GET /api/staff/visits/{visitId}/reconciliation", { params }, desk);
  const seen = conflicts.find((conflict) => conflict.idx === idx)?.version ?? "";
  await must(
    world.call(
      "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement",
      { params: { ...params, idx }, body: { note: planted.seeker.remarks, seen } },
      desk,
    ),
  );
  await world.settle();
  await aKiosk(world, visit, desk);
  const device = await aPairedDevice(world, visit, desk);
  await must(
    world.call(
      "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome",
      { params: { registrationId, bookingId: over.bookingId }, body: { outcome: "second_interview", seen: 0 } },
      device,
    ),
  );
  return device;
};

/** A counsellor writes down what was said, and what is next; and that somebody was hired. */
const talks = async (
  world: World,
  {
    visit: { visitId },
    proposed: { postingId },
    seeker,
    registrationId,
    interviews,
  }: Pick<WholeSeason, "visit" | "proposed" | "seeker" | "registrationId" | "interviews">,
) => {
  const counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
  const { remarks } = planted.seeker;
  const consultationId = anId("con");
  await must(
    world.call(
      "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}",
      {
        params: { visitId, registrationId, consultationId },
        body: aConsultation({ note: remarks, heldAt: world.deps.clock.now(), next: aNextStep({ what: remarks }) }),
      },
      counsellor,
    ),
  );
  const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
  const params = { visitId, registrationId };
  // From a phone: one that cannot be written, and one about a walk-in.
  const ahead = aConsultation({ note: remarks, heldAt: "2027-06-01T01:00:00.000Z" });
  const talk = aConsultation({ note: planted["walk-in"].remarks, heldAt: world.deps.clock.now() });
  await must(world.call(handInKey, await aDeskNote(world, { visitId }, counsellor, { registrationId }, ahead), counsellor));
  await must(world.call(handInKey, await aDeskNote(world, { visitId }, counsellor, { subject: anEventId() }, talk), counsellor));
  await world.settle();
  const link = "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}" as const;
  await must(world.call(link, { params: { ...params, linkId: anId("lnk") }, body: aPartnerLink({ what: remarks }) }, counsellor));
  await must(
    world.call(
      "PUT /api/office/partners/{partnerId}",
      { params: { partnerId: "new-partner" }, body: aPartner() },
      await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]),
    ),
  );
  const test = "/api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}" as const;
  const testId = anId("apt");
  await must(world.call(`PUT ${test}`, { params: { ...params, testId } }, counsellor));
  const notNeeded = { step: { did: "found_not_needed", why: remarks }, seen: 1 };
  await must(world.call(`POST ${test}/steps`, { params: { ...params, testId }, body: notNeeded }, counsellor));
  await must(world.call(`PUT ${here}/enrolment`, { params, body: anEnrolment({ qualifications: planted.seeker.words }) }, counsellor));
  const statistics = { params, body: someStatistics() };
  await must(world.call("PUT /api/office/visits/{visitId}/people/{registrationId}/statistics", statistics, counsellor));
  const referralId = anId("ref");
  const proposal = { at: { visitId, postingId }, why: remarks };
  await must(world.call(`PUT ${here}/referrals/{referralId}`, { params: { ...params, referralId }, body: proposal }, counsellor));
  const yes = { agrees: true, consentVersion: currentConsentVersion.to_employer };
  await must(world.call("POST /api/me/referrals/{referralId}/answer", { params: { referralId }, body: yes }, seeker));
  const { bookingId } = interviews.over;
  await must(
    world.call(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result",
      { params: { visitId, bookingId }, body: { result: "hired" } },
      seeker,
    ),
  );
  const subject = { params: { subjectId: consultationId } };
  // Made, made invalid, made anew and made invalid again: a reason lies with what was replaced and with what stands.
  const revoked = async (code: string | undefined) => {
    const body = { code: code ?? "", reason: remarks, mayRenew: true };
    await must(world.call("POST /api/papers/visits/{visitId}/people/{registrationId}/revocations", { params, body }, counsellor));
  };
  const seen = (await world.get("PUT /api/papers/me/certificates/{subjectId}", subject, seeker)).issued?.code ?? "";
  await revoked(seen);
  const renewed = await world.get("POST /api/papers/me/certificates/{subjectId}/reissue", { ...subject, body: { seen } }, seeker);
  await revoked(renewed.issued?.code);
  const placement = { startedOn: "2026-12-14", confirmedBy: "person" };
  const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement";
  await must(world.call(key, { params: { visitId, registrationId, bookingId }, body: placement }, counsellor));
  return counsellor;
};

/** A word on the visit for its report; a firm that was found and called, with whom to ask for there, by somebody who works at the desk as well. */
const findsAFirm = async (world: World, { visitId }: OpenVisit, desk: Browser) => {
  const { name, phone, mail, remarks } = planted.employer;
  const { accountId, mail: address } = await world.get("GET /api/me", {}, desk);
  const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
  const remark = { params: { visitId }, body: { text: "비가 와서 오후에 오신 분이 적었음", seen: 0 } };
  await must(world.call("PUT /api/staff/reports/visits/{visitId}/remark", remark, manager));
  const body = { mail: address, name: planted.staff.name, roles: ["desk", "outreach"] };
  await world.get("PUT /api/staff/members", { body } as never, manager);
  const source = { params: { sourceId: anId("lso") }, body: aLeadSource(accountId) };
  await must(world.call("PUT /api/office/lead-sources/{sourceId}", source, desk));
  const leadId = anId("lea");
  const lead = aLead({ contact: { name, phone, mail: `hr@${mail}` }, note: remarks });
  await must(world.call("PUT /api/office/leads/{leadId}", { params: { leadId }, body: { lead } }, desk));
  const contact = aLeadContact(accountId, { note: remarks, next: { what: remarks, dueOn: "2026-12-10" } });
  const params = { leadId, contactId: anId("lco") };
  await must(world.call("PUT /api/office/leads/{leadId}/contacts/{contactId}", { params, body: contact }, desk));
  const listed = { rows: [{ line: 2, cells: aJobRow({ BIZRNO: lead.businessNumber }) }] };
  await must(world.call("POST /api/office/posting-imports", { body: listed }, desk));
  const talk = { ...aTalk(visitId, { contact: { name, phone } }), nameKo: lead.nameKo, businessNumber: lead.businessNumber, leadId };
  await must(world.call("PUT /api/office/talks/{talkId}", { params: { talkId: anId("tlk") }, body: talk }, desk));
};

/** A system of the city that is told what happens, and one that may ask. */
const connectsASystem = async (world: World) => {
  const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
  await aSubscription(world, manager);
  await aSystem(world, manager);
};

/** Somebody asks something, and is answered by mail. */
const asksSomething = async (world: World, desk: Browser) => {
  const { name, phone, mail, words: text, remarks } = planted.asker;
  const params = { inquiryId: anId("inq") };
  const body = anInquiry({ name, phone, mail: `asker${mail}`, text });
  await must(world.call("PUT /api/inquiries/{inquiryId}", { params, body }));
  await must(world.call("PUT /api/office/inquiries/{inquiryId}/answer", { params, body: { answer: remarks } }, desk));
};

/** A firm that brings something to the CEO talk, with an answer that was mailed. */
const bringsAConcern = async (world: World, { visitId, employerId, employerMail }: OpenVisit, desk: Browser) => {
  const employer = await world.signIn(employerMail);
  await world.takeSecondStep(employer);
  const { name, phone, mail, remarks } = planted.employer;
  const talkId = anId("tlk");
  const body = aTalk(visitId, { contact: { name, phone, mail: `ceo@${mail}` }, concerns: [aConcern({ text: remarks })] });
  await must(world.call("PUT /api/office/employers/{employerId}/talks/{talkId}", { params: { employerId, talkId }, body }, employer));
  const { concerns } = await world.get("GET /api/office/talks/{talkId}", { params: { talkId } }, desk);
  const concernId = concerns[0]?.concernId ?? "";
  const params = { talkId, concernId };
  const answer = { answer: remarks, seen: 1 };
  await must(world.call("PUT /api/office/talks/{talkId}/concerns/{concernId}/answer", { params, body: answer }, desk));
};

/**
 * A season through the API with an item of every kind in the table, and planted words in all that can hold any. It ends on the day of the visit, at 10:30 in
 * Seoul, with somebody who has been interviewed and waits for the interviews of the afternoon.
 */
export const aWholeSeason = async (world: World): Promise<WholeSeason> => {
  const { clock } = world.deps;
  clock.set(seasonBegins);
  const visits = await visitOfAll(world);
  await connectsASystem(world);
  const told = await theDaysBefore(world, visits, await aDesk(world));
  clock.set(reminderAt);
  await world.fire("tell-employers");
  await world.fire("remind-of-tomorrow");
  clock.set(duringVisit);
  const desk = await aDesk(world);
  await signInAgain(world, told.seeker);
  const season = { ...visits, ...told };
  const device = await theDay(world, season, desk);
  const counsellor = await talks(world, season);
  await findsAFirm(world, season.visit, desk);
  await bringsAConcern(world, season.visit, desk);
  await asksSomething(world, desk);
  clock.set(addMinutes(duringVisit, 25));
  await world.settle();
  return { ...season, desk, counsellor, device };
};
