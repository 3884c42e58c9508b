import * as z from "zod/mini";
import { ensureAccount } from "../../functions/accounts/ensure-account.ts";
import { bookSlot } from "../../functions/bookings/book-slot.ts";
import { openDb } from "../../functions/platform/db.ts";
import { randomIds } from "../../functions/platform/ids.ts";
import { openLog } from "../../functions/platform/log.ts";
import { renewPosting } from "../../functions/postings/write-posting.ts";
import { registerForVisit } from "../../functions/registrations/register-for-visit.ts";
import { registrationIdOf } from "../../functions/registrations/registration-id.ts";
import { askForSlots } from "../../functions/slots/ask-for-slots.ts";
import { approveSlotRequest } from "../../functions/slots/decide-slot-request.ts";
import { listSlots } from "../../functions/slots/slot-reads.ts";
import { openVisit } from "../../functions/visits/open-visit.ts";
import { planVisit } from "../../functions/visits/plan-visit.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { BookingId, DeskId, PlaceId, SlotRequestId, VisitId } from "../../shared/domain/ids.ts";
import { addDays, daysBetween, type Instant, instantAt, LocalDate, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { MailAddress } from "../../shared/domain/text.ts";
import { VisitPlan } from "../../shared/domain/visit.ts";
import type { Authenticator } from "./authenticator.ts";
import {
  DemoEmployer,
  DemoPeople,
  mustBe,
  nineOn,
  read,
  type Season,
  type SeasonClock,
  type SeasonEmployer,
  seedEmployers,
  seedPlaces,
  seedSecondSteps,
  seedStaff,
} from "./centre-seed.ts";

const DemoVisit = z.object({
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
  placeId: PlaceId,
  noteKo: z.nullable(z.string()),
  noteEn: z.nullable(z.string()),
});
/** The visit of the list that becomes today's; the others keep their distance in days. */
const todaysVisit = 8;
/** Visits after today's that are open for booking already; later ones are planned. */
const openAhead = 3;
const deskIds = ["d1", "d2", "d3"].map((id) => DeskId.parse(id));

/** Where whoever has no interview is helped. */
const helpDesk = { deskId: DeskId.parse("d4"), label: "상담 1번 창구" };

const seasonClock = (start: Instant): SeasonClock => {
  let now = start;
  return {
    now: () => now,
    set: (instant) => {
      now = instant;
    },
  };
};

type SeasonVisit = { visitId: VisitId; date: LocalDate; startTime: LocalTime; isOpen: boolean; isToday: boolean };
const seedVisits = async ({ deps, today }: Season): Promise<SeasonVisit[]> => {
  const { staff } = read("people.json", DemoPeople);
  const planner = await ensureAccount(
    deps,
    staff.find((member) => member.roles.includes("manager"))?.mail ?? MailAddress.parse("staff8@center.example.com"),
  );
  const visits = read("visits.json", z.array(DemoVisit));
  const origin = visits[todaysVisit]?.date ?? today;
  const made: SeasonVisit[] = [];
  for (const [index, visit] of visits.entries()) {
    const date = addDays(today, daysBetween(origin, visit.date));
    const isOpen = index <= todaysVisit + openAhead;
    deps.clock.set(nineOn(addDays(date, -30)));
    const plan = VisitPlan.parse({
      date,
      startTime: visit.startTime,
      endTime: visit.endTime,
      placeId: visit.placeId,
      team: staff.slice(0, 3).map((member) => member.name),
      services: ["job_initial", "job_follow", "resume", "interview_prep", "aptitude", "startup", "finance"],
      desks: [...deskIds.map((deskId, i) => ({ deskId, label: `면접 ${i + 1}번 창구` })), ...(index === todaysVisit ? [helpDesk] : [])],
    });
    const visitId = VisitId.parse(deps.ids.mint("vis"));
    mustBe(await planVisit(deps, { visitId, plan, plannedBy: planner.accountId }));
    if (isOpen) mustBe(await openVisit(deps, visitId));
    made.push({ visitId, date, startTime: visit.startTime, isOpen, isToday: index === todaysVisit });
  }
  return made;
};

/** Three employers at each visit that is open, one at each desk; the next visit has one more request, which waits for the manager. */
const seedSlots = async ({ deps }: Season, visits: readonly SeasonVisit[], employers: readonly SeasonEmployer[]): Promise<void> => {
  const open = visits.filter((visit) => visit.isOpen);
  for (const [index, visit] of open.entries()) {
    deps.clock.set(nineOn(addDays(visit.date, -15)));
    const guests = [0, 1, 2, 3].map((i) => employers[(index * 3 + i) % employers.length]).filter((employer) => employer !== undefined);
    const isNext = visit === open.find((candidate) => candidate.date > (open.find((one) => one.isToday)?.date ?? ""));
    for (const [i, { employerId, interviewer, postings }] of guests.entries()) {
      const posting = postings[index % postings.length];
      const deskId = deskIds[i];
      if (!posting || (!deskId && !isNext)) continue;
      const slotRequestId = SlotRequestId.parse(deps.ids.mint("srq"));
      const { minutes, postingId } = posting;
      const from = visit.startTime < "11:00" ? "10:00" : "11:00";
      const pattern = {
        from: LocalTime.parse(from),
        to: LocalTime.parse("15:00"),
        minutes,
        breaks: [{ from: LocalTime.parse("12:00"), to: LocalTime.parse("13:00") }],
        seats: 1,
      };
      // Written weeks before the season, which is longer than a posting is valid.
      mustBe(await renewPosting(deps, { employerId, postingId }));
      mustBe(
        await askForSlots(deps, {
          employerId,
          slotRequestId,
          draft: { visitId: visit.visitId, postingId, pattern, mode: "open", interviewers: [interviewer] },
        }),
      );
      if (deskId) mustBe(await approveSlotRequest(deps, { employerId, slotRequestId, deskIds: [deskId] }));
    }
  }
};

/** Every seeker is registered for today's visit or the next, two of three with an interview. */
const seedBookings = async ({ deps, today }: Season, visits: readonly SeasonVisit[]): Promise<void> => {
  const { seekers } = read("people.json", DemoPeople);
  const [todays, next] = visits.filter((visit) => visit.isOpen && visit.date >= today);
  if (!todays || !next) return;
  for (const [index, seeker] of seekers.entries()) {
    const visit = index < 16 ? todays : next;
    const wantsInterview = index % 3 !== 2;
    const { mail, personId } = await ensureAccount(deps, seeker.mail);
    deps.clock.set(nineOn(addDays(visit.date, -8)));
    const { name, birthYear, phone, locale } = seeker;
    const form = { name, birthYear, phone, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: wantsInterview };
    mustBe(await registerForVisit(deps, { visitId: visit.visitId, form, actor: { personId, mail } }));
    if (!wantsInterview) continue;
    const slots = await listSlots(deps.db, visit.visitId);
    const slot = slots.filter((item) => Object.keys(item.takers).length < item.seats)[(index * 2) % 5];
    if (!slot) continue;
    const wish = {
      visitId: visit.visitId,
      bookingId: BookingId.parse(deps.ids.mint("bkg")),
      slotId: slot.facts.slotId,
      consentVersion: currentConsentVersion.to_employer,
      locale,
    };
    mustBe(await bookSlot(deps, wish, { registrationId: registrationIdOf(visit.visitId, personId) }));
  }
};

export type DemoAccount = { who: string; address: string };

const demoAccount = (who: string, person: { mail: string } | undefined): DemoAccount[] => (person ? [{ who, address: person.mail }] : []);

/** Accounts of the demo season to try; the sign-in code comes to the inbox. */
export const demoAccounts = (): DemoAccount[] => {
  const { staff, seekers } = read("people.json", DemoPeople);
  const [employer] = read("employers.json", z.array(DemoEmployer));
  return [
    ...demoAccount("Seeker 구직자", seekers[0]),
    ...demoAccount("Employer 구인기업", employer?.profile.contact),
    ...demoAccount(
      "Staff 접수 담당",
      staff.find((member) => member.roles.includes("desk")),
    ),
    ...demoAccount(
      "Manager 운영 담당",
      staff.find((member) => member.roles.includes("manager")),
    ),
  ];
};

/**
 * Puts the demo season into an empty table, through the use cases that the API uses: one visit is today (Asia/Seoul), three more are open, some
 * are past, the rest are planned. People and firms are fictional. The SDK finds the engine by its environment.
 */
export const seedDemoSeason = async (
  { tableName, ledgerName }: { tableName: string; ledgerName: string },
  authenticator?: Authenticator,
): Promise<void> => {
  const now = instantAt(Date.now());
  const clock = seasonClock(now);
  const deps = { db: openDb(tableName), ledger: openDb(ledgerName), clock, ids: randomIds(clock), log: openLog("seed") };
  const season: Season = { deps, today: seoulDateOf(now) };
  await seedStaff(season);
  await seedPlaces(season);
  const visits = await seedVisits(season);
  const employers = await seedEmployers(season);
  await seedSlots(season, visits, employers);
  await seedBookings(season, visits);
  clock.set(now);
  await seedSecondSteps(season, now, authenticator);
};
