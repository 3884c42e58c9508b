import employers from "../../infra/local/demo/employers.json" with { type: "json" };
import { aPerson, type Person } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { anId } from "../support/builders.ts";
import type { Stack } from "../support/stack.ts";

/** Mail addresses of the demo season. The seeker comes today and has an interview; the registered one comes to the next visit, without. */
const mails = {
  seeker: "seeker1@example.com",
  registered: "seeker18@example.com",
  newcomer: "newcomer@example.com",
  manager: "staff8@center.example.com",
  desk: "staff1@center.example.com",
  /** Of the desk, without a passkey or an app; and with a passkey. Neither goes further than the mailed code. */
  invited: "staff3@center.example.com",
  unproven: "staff2@center.example.com",
} as const;
/** Who looks at a page. */
export type Visitor = "nobody" | "employer" | keyof typeof mails;

/** Mail address that a visitor signs in with. */
export const mailOf = (visitor: Exclude<Visitor, "nobody">, { employerMail }: Season): string =>
  visitor === "employer" ? employerMail : mails[visitor];

/** Addresses into the demo season. */
export type Season = {
  today: string;
  next: string;
  planned: string;
  placeId: string;
  employerId: string;
  /** Mail address of the employer whose request waits. */
  employerMail: string;
  postingId: string;
  slotRequestId: string;
  /** Slots of the next visit. */
  freeSlot: string;
  fullSlot: string;
  /** A job with times at the next visit. */
  postingAhead: string;
  /** Slot that the seeker of today has, its booking, and another free one of today. */
  ownSlot: string;
  /** The seeker of today as the desk knows them, with their booking and the posting that it is for. */
  ownRegistration: string;
  ownBooking: string;
  ownPosting: string;
  otherSlot: string;
  /** Code of somebody else's ticket for today. */
  ticketCode: string;
};

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The demo season has no ${what}.`);
  return value;
};

/** The employer whose request waits has screened times in the afternoon too, and somebody applied for one. */
const addApplicant = async (
  { manager, employer, applicant }: Record<"manager" | "employer" | "applicant", Person>,
  { employerId, visitId, postingId }: { employerId: string; visitId: string; postingId: string },
): Promise<void> => {
  await Promise.all([employer.signIn(), applicant.signIn()]);
  const params = { employerId, slotRequestId: anId("srq") };
  const pattern = { from: "15:30", to: "16:30", minutes: 20, breaks: [], seats: 1 };
  const body = { visitId, postingId, pattern, mode: "screened" as const, interviewers: ["윤다래"] };
  await employer.call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params, body });
  await manager.call("POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision", {
    params,
    body: { decision: "approve", deskIds: ["d1"] },
  });
  await applicant.call("PUT /api/me/visits/{visitId}/applications/{applicationId}", {
    params: { visitId, applicationId: anId("apl") },
    body: {
      postingId,
      consentVersion: currentConsentVersion.to_employer,
      summary: { wishedJob: "부품 조립", years: 12, experience: "펌프 부품을 조립하고 검사했습니다.", licences: "지게차운전기능사" },
    },
  });
};

/** Seeds the demo season and looks up what the pages' addresses need. */
export const aSeason = async (stack: Stack): Promise<Season> => {
  await seedDemoSeason(stack);
  await stack.drain();
  const person = (mail: string) => aPerson(stack.origin, stack.inboxOrigin, mail);
  const [manager, seeker, other] = [person(mails.manager), person(mails.seeker), person("seeker2@example.com")];
  await Promise.all([manager.signIn(), seeker.signIn(), other.signIn(), person(mails.unproven).signIn()]);
  const { today: date, visits } = await manager.call("GET /api/staff/visits", {});
  const ids = (fits: (visit: (typeof visits)[number]["visit"]) => boolean, what: string) =>
    must(visits.find(({ visit }) => fits(visit))?.visit, what);
  const today = ids((visit) => visit.date === date, "visit today");
  const next = ids((visit) => visit.date > date && visit.state === "open", "open visit");
  const planned = ids((visit) => visit.state === "planned", "planned visit");
  const { slotRequests } = await manager.call("GET /api/staff/approvals", {});
  const pending = must(slotRequests[0], "pending request");
  const { date: nextOn, timetables } = await seeker.call("GET /api/public/visits/{visitId}/slots", { params: { visitId: next.visitId } });
  const nextSlots = timetableSlots(nextOn, timetables);
  const employerMail = must(employers.find(({ profile }) => profile.nameKo === pending.employerNameKo)?.profile.contact.mail, "employer");
  await addApplicant({ manager, employer: person(employerMail), applicant: person(mails.registered) }, pending.request);
  const { timetables: todays } = await seeker.call("GET /api/public/visits/{visitId}/slots", { params: { visitId: today.visitId } });
  const todaySlots = timetableSlots(today.date, todays);
  const { registrations } = await seeker.call("GET /api/me/registrations", {});
  const mine = must(
    registrations.find(({ visit }) => visit.visitId === today.visitId),
    "registration for today",
  );
  const own = must(mine.bookings[0]?.booking, "booking of today");
  const ticket = await other.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today.visitId } });
  return {
    today: today.visitId,
    next: next.visitId,
    planned: planned.visitId,
    placeId: today.placeId,
    employerId: pending.request.employerId,
    employerMail,
    postingId: pending.request.postingId,
    slotRequestId: pending.request.slotRequestId,
    freeSlot: must(nextSlots.find(({ free }) => free > 0)?.slotId, "free slot"),
    fullSlot: must(nextSlots.find(({ free }) => free === 0)?.slotId, "full slot"),
    ownSlot: own.slotId,
    ownRegistration: mine.registrationId,
    ownBooking: own.bookingId,
    ownPosting: must(own.postingId ?? undefined, "posting of today's booking"),
    postingAhead: must(nextSlots[0]?.postingId ?? undefined, "job of the next visit"),
    otherSlot: must(
      todaySlots.find(({ free, startsAt }) => free > 0 && startsAt > "2026-11-26T04:00:00.000Z")?.slotId,
      "free slot of today",
    ),
    ticketCode: ticket.code,
  };
};
