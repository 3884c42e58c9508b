import { randomBytes } from "node:crypto";
import { monotonicFactory } from "ulid";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { EmployerProfile } from "../../shared/domain/employer.ts";
import type { PostingDraft } from "../../shared/domain/posting.ts";
import { Instant } from "../../shared/domain/seoul-time.ts";
import type { SlotMode } from "../../shared/domain/states.ts";
import type { Browser, World } from "./world.ts";

const ulid = monotonicFactory(() => randomBytes(1).readUInt8() / 256);
/** A fresh id, as a client mints it. */
export const anId = (prefix: string): string => `${prefix}_${ulid()}`;

/** A slot that nobody published. */
export const aSlotId = (): string => `${anId("slt")}-00`;

export const aPlace = {
  placeId: "dongbuk-cheongnyangni",
  nameKo: "청량리역 광장",
  nameEn: "Cheongnyangni Station Plaza",
  zone: "dongbuk",
  districtCode: "11230",
  roadAddress: "서울특별시 동대문구 왕산로 214",
  lat: 37.58,
  lng: 127.047,
  stationKo: "청량리역",
  stationEn: "Cheongnyangni",
  stepFreeAccess: true,
  indoorWaiting: true,
  noteKo: null,
  noteEn: null,
};

export const aPlan = (over: Record<string, unknown> = {}) => ({
  date: "2026-12-03",
  startTime: "10:00",
  endTime: "17:00",
  placeId: aPlace.placeId,
  team: ["한결이", "오서린", "문가람"],
  services: ["job_initial", "resume"],
  desks: [
    { deskId: "d1", label: "면접 1번 창구" },
    { deskId: "d2", label: "면접 2번 창구" },
  ],
  ...over,
});

/** Deadlines of a visit of that day that can be booked while it goes on; what goes out the day before goes out then. */
export const openAllDay = {
  bookingClosesAt: "2026-12-03T06:00:00.000Z",
  listAt: "2026-12-01T06:00:00.000Z",
  reminderAt: "2026-12-02T07:00:00.000Z",
  ticketMailAt: "2026-12-02T23:00:00.000Z",
};
/** 10:05 in Seoul on that day. */
export const duringVisit = Instant.parse("2026-12-03T01:05:00.000Z");

/** A business number that cannot be issued (000-) with a right checksum. */
const aBusinessNumber = "000-81-10074";

export const aProfile = (over: Partial<Record<keyof EmployerProfile, unknown>> = {}) => ({
  nameKo: "㈜솔버들정밀",
  nameEn: "Solbeodeul Precision",
  businessNumber: aBusinessNumber,
  industryKo: "기계 부품 가공",
  districtCode: "11545",
  roadAddress: "서울특별시 금천구 가상로 101",
  aboutKo: "산업용 펌프 부품을 깎고 조립합니다.",
  contact: { name: "윤다래", title: "과장", phone: "02-000-0001", mail: "hr@solbeodeul.example.com" },
  ...over,
});

export const aDraft = (over: Partial<Record<keyof PostingDraft, unknown>> = {}) => ({
  titleKo: "펌프 부품 조립원",
  titleEn: "Pump part assembler",
  occupation: "81",
  headcount: 3,
  employmentType: "10",
  weeklyHours: 40,
  workTimeKo: "08:30~17:30, 주 5일",
  pay: { type: "M", min: 2_450_000, max: 2_750_000 },
  education: "00",
  career: "Z",
  tasksKo: "부품 조립, 치수 검사, 포장",
  districtCode: "11545",
  ...over,
});

export const aPattern = (over: Record<string, unknown> = {}) => ({
  from: "10:00",
  to: "12:00",
  minutes: 20,
  breaks: [],
  seats: 1,
  ...over,
});

export const aRegistration = (over: Record<string, unknown> = {}) => ({
  name: "김하늘",
  birthYear: 1968,
  phone: "010-0000-0101",
  locale: "ko",
  noticeVersion: currentConsentVersion.service_core,
  beforeBooking: true,
  ...over,
});

/** What somebody writes at a kiosk. */
export const aKioskForm = (over: Record<string, unknown> = {}) => {
  const { beforeBooking: _, ...form } = aRegistration(over) as Record<string, unknown>;
  return form;
};

/** The note of a talk, without a next step. */
export const aConsultation = (over: Record<string, unknown> = {}) => ({
  ...{
    kind: "job_initial",
    channel: "onsite",
    outcomes: ["info_given"],
    note: "펌프 조립을 다시 하고 싶어 하심.",
    heldAt: "2026-11-22T01:00:00.000Z",
  },
  next: null,
  ...over,
});
/** What somebody looks for, as the form sends it. */
export const anEnrolment = ({ seen = 0, ...over }: Record<string, unknown> & { seen?: number } = {}) => ({
  draft: {
    ...{
      occupations: ["02"],
      districts: ["11440"],
      employmentTypes: [],
      careers: [{ what: "사무 보조", years: 3 }],
      qualifications: "컴퓨터활용능력 2급",
    },
    ...over,
  },
  ...{ consentVersion: currentConsentVersion.enrolment, seen },
});
/** What somebody gives for reports, and agrees to with it. */
export const someStatistics = (draft: Record<string, unknown> = { sex: "female", education: "03" }) => ({
  draft,
  consentVersion: currentConsentVersion.statistics,
});
/** What is to be done next for somebody. */
export const aNextStep = (over: Record<string, unknown> = {}) => ({
  what: "이력서 다시 보기",
  dueOn: "2026-12-10",
  waitingFor: "person",
  ...over,
});

/** Handing somebody on to a partner, with the consent that was read to them. */
export const aPartner = (over: Record<string, unknown> = {}) => ({
  ...{ kind: "youth", nameKo: "솔향 청년센터", nameEn: "Solhyang Youth Centre", phone: "0200000106", isInUse: true, ...over },
});

export const aPartnerLink = (over: Record<string, unknown> = {}) => ({
  draft: { partnerId: "dodam-finance", what: "채무 조정 상담", dueOn: "2026-12-12", ...over },
  consentVersion: currentConsentVersion.partner_link as string,
});

export type OpenVisit = {
  visitId: string;
  employerId: string;
  postingId: string;
  manager: Browser;
  employer: Browser;
  /** The address of that member. */
  employerMail: string;
  /** Ids of the slots, by time. */
  slots: string[];
};

/** A visit that is open, unless said otherwise, with one verified employer whose times are published; made through the API. */
export const anOpenVisit = async (
  world: World,
  {
    plan = {},
    pattern = {},
    opened = true,
    mode = "open",
  }: { plan?: Record<string, unknown>; pattern?: Record<string, unknown>; opened?: boolean; mode?: SlotMode } = {},
): Promise<OpenVisit> => {
  const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
  const employerMail = `${anId("hr").toLowerCase()}@solbeodeul.example.com`;
  const employer = await world.signIn(employerMail);
  const visitId = anId("vis");
  const { placeId, ...place } = aPlace;
  await world.get("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place }, manager);
  await world.get("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: aPlan(plan) }, manager);
  const { employerId, postingId } = await aVerifiedEmployer(world, manager, employer);
  const made = { visitId, employerId, postingId, manager, employer, employerMail };
  const slots = await approvedSlots(world, made, pattern, "d1", "윤다래", mode);
  if (opened) await world.get("POST /api/staff/visits/{visitId}/opening", { params: { visitId } }, manager);
  return { ...made, slots };
};

/** An employer with one posting, verified by the manager. */
export const aVerifiedEmployer = async (world: World, manager: Browser, employer: Browser) => {
  const employerId = anId("emp");
  const postingId = anId("pst");
  await world.get("PUT /api/employers/{employerId}", { params: { employerId }, body: aProfile() }, employer);
  await world.takeSecondStep(employer);
  await world.get("PUT /api/employers/{employerId}/postings/{postingId}", { params: { employerId, postingId }, body: aDraft() }, employer);
  await world.get("POST /api/staff/employers/{employerId}/decision", { params: { employerId }, body: { decision: "approve" } }, manager);
  return { employerId, postingId };
};

/** Asks for times and approves them; answers the ids of their slots, by time. */
export const approvedSlots = async (
  world: World,
  { visitId, employerId, postingId, manager, employer }: Omit<OpenVisit, "slots" | "employerMail">,
  pattern: Record<string, unknown> = {},
  deskId = "d1",
  interviewer = "윤다래",
  mode: SlotMode = "open",
): Promise<string[]> => {
  const slotRequestId = anId("srq");
  const params = { employerId, slotRequestId };
  await world.get(
    "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
    { params, body: { visitId, postingId, pattern: aPattern(pattern), mode, interviewers: [interviewer] } },
    employer,
  );
  await world.get(
    "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
    { params, body: { decision: "approve", deskIds: [deskId] } },
    manager,
  );
  const { requests } = await world.get("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }, employer);
  return (requests.find(({ request }) => request.slotRequestId === slotRequestId)?.slots ?? []).map((slot) => slot.slotId);
};

/** Another employer at the same visit, with times of its own at the second desk. */
export const anotherEmployer = async (
  world: World,
  visit: OpenVisit,
  pattern: Record<string, unknown> = {},
  mode: SlotMode = "open",
  deskId = "d2",
): Promise<OpenVisit> => {
  const employerMail = `${anId("hr").toLowerCase()}@garam.example.com`;
  const employer = await world.signIn(employerMail);
  const other = { ...visit, employer, employerMail, ...(await aVerifiedEmployer(world, visit.manager, employer)) };
  return { ...other, slots: await approvedSlots(world, other, pattern, deskId, "한가람", mode) };
};

/** A seeker who is signed in and registered for the visit. */
export const aSeeker = async (
  world: World,
  visitId: string,
  { mail = `${anId("seeker").toLowerCase()}@example.com`, ...form }: Record<string, unknown> & { mail?: string } = {},
): Promise<Browser & { mail: string }> => {
  const browser = await world.signIn(mail, form.locale === "en" ? "en" : "ko");
  await world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: aRegistration(form) }, browser);
  return { ...browser, mail };
};

/** Seekers who signed in and registered at the same time. */
export const seekersOf = async (world: World, visitId: string, count: number): Promise<Browser[]> => {
  const mails = Array.from({ length: count }, () => `${anId("seeker").toLowerCase()}@example.com`);
  const browsers = await world.signInAll(mails);
  await Promise.all(
    browsers.map((browser) =>
      world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: aRegistration() }, browser),
    ),
  );
  return browsers;
};

export const aBooking = (slotId: string, over: Record<string, unknown> = {}) => ({
  slotId,
  consentVersion: currentConsentVersion.to_employer,
  ...over,
});
