import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askForResults } from "../../functions/results/ask-for-results.ts";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aProfile, aSeeker, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** The visit is on Thursday 3 December 2026; employers are asked at 10:00 in Seoul. */
const dayAfter = (days: number, time = "01:00:00.000Z"): string => `2026-12-${String(3 + days).padStart(2, "0")}T${time}`;
const asking = "면접 결과를 입력해 주세요";
const hr = (aProfile().contact as { mail: string }).mail;

let world: World;
let visit: OpenVisit;
let desk: Browser;
let next = 0;
beforeEach(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  desk = await aDesk(world);
  next = 1;
});
afterEach(() => world.close());

type Interviewee = { registrationId: string; bookingId: string };
const booked = async (at: OpenVisit = visit, { arrives = true } = {}): Promise<Interviewee> => {
  world.deps.clock.set(duringVisit);
  const seeker = await aSeeker(world, at.visitId);
  const bookingId = anId("bkg");
  next += 1;
  const answer = await bookSlot(world, at, at.slots[next] ?? "", seeker, bookingId);
  if (!answer.ok) throw new Error(answer.problem.code);
  await world.settle();
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  const { code } = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: at.visitId } }, seeker);
  if (arrives) await scan(world, at, { code }, desk);
  return { registrationId: registrations[0]?.registrationId ?? "", bookingId };
};
const employerMail = async (at: OpenVisit): Promise<string> => {
  world.deps.clock.set(duringVisit);
  return (await world.get("GET /api/me", {}, at.employer)).mail;
};
/** Says what came of an interview, weeks after as on the day. */
const answers = async ({ registrationId, bookingId }: Interviewee, employer: Browser, at: OpenVisit = visit) =>
  world.get(
    "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome",
    { params: { employerId: at.employerId, visitId: at.visitId, registrationId, bookingId }, body: { outcome: "met", seen: 0 } },
    employer,
  );
/** Runs the task twice at once at a moment, and delivers all that it did more than once. */
const askAt = async (instant: string): Promise<void> => {
  world.deps.clock.set(instant);
  await Promise.all([world.fire("ask-for-results"), world.fire("ask-for-results")]);
  const records = await world.table.newRecords();
  for (let i = 0; i < 2; i++) await world.deliver(records);
};
const asked = (): number => newsTo(world, hr).filter(({ subject }) => subject === asking).length;
const toCall = async (instant: string) => {
  world.deps.clock.set(instant);
  const counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
  return (await world.get("GET /api/staff/visits/{visitId}/results", { params: { visitId: visit.visitId } }, counsellor)).toCall;
};

describe("an employer that owes results", () => {
  test("is asked at ten on the first, seventh and twelfth day, once each, with how many and by when", async () => {
    await booked();
    await booked();
    await booked(visit, { arrives: false });
    await world.settle();
    const counts: number[] = [];
    for (const instant of [
      dayAfter(1, "00:55:00.000Z"),
      dayAfter(1),
      dayAfter(1, "08:00:00.000Z"),
      dayAfter(3),
      dayAfter(7),
      dayAfter(12),
      dayAfter(13),
      dayAfter(14),
    ]) {
      await askAt(instant);
      counts.push(asked());
      if (instant !== dayAfter(1)) continue;
      const { text } = await lastNews(world, hr);
      const link = `/console/employers/${visit.employerId}/slot-requests/interviews/${visit.visitId}`;
      for (const words of ["12월 3일(목)", "2명", "12월 10일(목)까지", link]) expect(text).toContain(words);
    }
    expect(counts).toEqual([0, 1, 1, 1, 2, 3, 3, 3]);
  });

  test("is asked no more once it has answered, and called only when it has not", async () => {
    const person = await booked();
    const mail = await employerMail(visit);
    await world.settle();
    await askAt(dayAfter(1));
    expect(asked()).toBe(1);
    expect(await toCall(dayAfter(13))).toEqual([]);
    expect(await toCall(dayAfter(14))).toMatchObject([
      {
        employerId: visit.employerId,
        nameKo: "㈜솔버들정밀",
        contactPhone: "020000001",
        unanswered: 1,
      },
    ]);
    world.deps.clock.set(dayAfter(2));
    await answers(person, await world.signIn(mail));
    await askAt(dayAfter(7));
    expect(asked()).toBe(1);
    expect(await toCall(dayAfter(14))).toEqual([]);
  });

  test("that answers between the asking and its mail gets none", async () => {
    const person = await booked();
    const mail = await employerMail(visit);
    await world.settle();
    world.deps.clock.set(dayAfter(1));
    const employer = await world.signIn(mail);
    await askForResults(world.deps);
    await answers(person, employer);
    await world.settle();
    expect(asked()).toBe(0);
  });

  test("owes nothing for people of others, or who did not come", async () => {
    const other = await anotherEmployer(world, visit, { to: "17:00" });
    await booked(visit, { arrives: false });
    await booked(other);
    await world.settle();
    await askAt(dayAfter(1));
    const askedOnes = (await world.table.allItems()).filter((item) => item.asked !== undefined).map(({ employerId }) => employerId);
    expect(askedOnes).toEqual([other.employerId]);
    expect((await toCall(dayAfter(14))).map(({ employerId }) => employerId)).toEqual([other.employerId]);
  });
});
