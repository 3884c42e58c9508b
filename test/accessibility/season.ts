import employers from "../../infra/local/demo/employers.json" with { type: "json" };
import { aPerson } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import type { Stack } from "../support/stack.ts";

/** Mail addresses of the demo season. The seeker comes today and has an interview; the registered one comes to the next visit, without. */
const mails = {
  seeker: "seeker1@example.com",
  registered: "seeker18@example.com",
  newcomer: "newcomer@example.com",
  manager: "staff8@center.example.com",
  desk: "staff1@center.example.com",
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
  ownBooking: string;
  otherSlot: string;
  /** Code of somebody else's ticket for today. */
  ticketCode: string;
};

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The demo season has no ${what}.`);
  return value;
};

/** Seeds the demo season and looks up what the pages' addresses need. */
export const aSeason = async (stack: Stack): Promise<Season> => {
  await seedDemoSeason(stack);
  await stack.drain();
  const person = (mail: string) => aPerson(stack.origin, stack.inboxOrigin, mail);
  const [manager, seeker, other] = [person(mails.manager), person(mails.seeker), person("seeker2@example.com")];
  await Promise.all([manager.signIn(), seeker.signIn(), other.signIn()]);
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
  const { timetables: todays } = await seeker.call("GET /api/public/visits/{visitId}/slots", { params: { visitId: today.visitId } });
  const todaySlots = timetableSlots(today.date, todays);
  const { registrations } = await seeker.call("GET /api/me/registrations", {});
  const mine = must(
    registrations.find(({ visit }) => visit.visitId === today.visitId),
    "registration for today",
  );
  const ticket = await other.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: today.visitId } });
  return {
    today: today.visitId,
    next: next.visitId,
    planned: planned.visitId,
    placeId: today.placeId,
    employerId: pending.request.employerId,
    employerMail: must(employers.find(({ profile }) => profile.nameKo === pending.employerNameKo)?.profile.contact.mail, "employer"),
    postingId: pending.request.postingId,
    slotRequestId: pending.request.slotRequestId,
    freeSlot: must(nextSlots.find(({ free }) => free > 0)?.slotId, "free slot"),
    fullSlot: must(nextSlots.find(({ free }) => free === 0)?.slotId, "full slot"),
    postingAhead: must(nextSlots[0]?.postingId ?? undefined, "job of the next visit"),
    ownBooking: must(mine.bookings[0]?.booking.bookingId, "booking of today"),
    otherSlot: must(
      todaySlots.find(({ free, startsAt }) => free > 0 && startsAt > "2026-11-26T04:00:00.000Z")?.slotId,
      "free slot of today",
    ),
    ownSlot: must(mine.bookings[0]?.booking.slotId, "booking of today"),
    ticketCode: ticket.code,
  };
};
