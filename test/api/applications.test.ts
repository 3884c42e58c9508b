import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { accept, applicationsOf, applied, apply, aSummary, decline, myApplications, withdraw } from "../support/application.ts";
import { cancelBooking, liveBookingsOf, refusalOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aSeeker, type OpenVisit, seekersOf } from "../support/builders.ts";
import { holdsMark } from "../support/marks.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";
const bookingClosesAt = "2026-11-30T09:00:00.000Z"; // 18:00 in Seoul, three days before

let world: World;
let visit: OpenVisit;
/** Another employer at the same visit whose times are the same. */
let other: OpenVisit;
beforeAll(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world, { pattern: { to: "17:00" }, mode: "screened" });
  other = await anotherEmployer(world, visit, { to: "17:00" }, "screened");
});
afterAll(() => world.close());

/** Sessions of other instants are over by then, hence one of that moment. */
const during = async <T>(instant: string, act: () => Promise<T>): Promise<T> => {
  world.deps.clock.set(instant);
  try {
    return await act();
  } finally {
    world.deps.clock.set(tenDaysBefore);
  }
};

let used = -1;
/** A time of the visit that no other test takes. */
const aTime = (): { slotId: string; sameOfOther: string } => {
  used += 1;
  return { slotId: visit.slots[used] ?? "", sameOfOther: other.slots[used] ?? "" };
};
const rowOf = async (of: OpenVisit, applicationId: string) =>
  (await applicationsOf(world, of)).applications.find((row) => row.applicationId === applicationId);

describe("when a seeker applies for a screened interview", () => {
  test("the employer sees what they can do and not who they are, and no seat and no time is held", async () => {
    const seeker = await aSeeker(world, visit.visitId, { name: "한누리" });
    const { slotId } = aTime();
    const applicationId = anId("apl");
    const answer = await apply(world, visit, seeker, applicationId);
    expect(answer).toMatchObject({ status: 201, value: { applicationId, state: "applied", decidedAt: null } });
    const row = await rowOf(visit, applicationId);
    expect(row).toEqual({
      applicationId,
      registrationId: expect.stringMatching(/^reg_/),
      postingId: visit.postingId,
      state: "applied",
      appliedAt: tenDaysBefore,
      summary: aSummary(),
      startsAt: null,
    });
    const seen = JSON.stringify(await applicationsOf(world, visit));
    for (const secret of ["한누리", "한○리", seeker.mail, "01000000101", "1968", "psn_"])
      expect(holdsMark(seen, secret), secret).toBe(false);
    expect(await takenIn(world, visit, slotId)).toBe(0);
    expect(await liveBookingsOf(world, seeker)).toEqual([]);
    expect(await rowOf(other, applicationId)).toBeUndefined();
  });

  test("the list is in order of application, whatever the ids say, and says until when to decide", async () => {
    const mine = await anOpenVisit(world, { mode: "screened" });
    const seekers = await seekersOf(world, mine.visitId, 3);
    const ids = [anId("apl"), anId("apl"), anId("apl")].reverse();
    for (const [i, seeker] of seekers.entries()) {
      world.deps.clock.forward(1);
      await apply(world, mine, seeker, ids[i]);
    }
    world.deps.clock.set(tenDaysBefore);
    const { decideBy, applications } = await applicationsOf(world, mine);
    expect(applications.map(({ applicationId }) => applicationId)).toEqual(ids);
    expect(decideBy).toBe("2026-12-01T06:00:00.000Z");
  });

  test("the same request again makes one application and answers the same, also five at once", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = anId("apl");
    const answers = await Promise.all(Array.from({ length: 5 }, () => apply(world, visit, seeker, applicationId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    const [first, ...others] = answers.map((answer) => answer.ok && answer.value);
    for (const again of others) expect(again).toEqual(first);
    expect(await myApplications(world, seeker)).toHaveLength(1);
  });

  test("one posting takes one application of a person, also of five tabs at once", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const answers = await Promise.all(Array.from({ length: 5 }, () => apply(world, visit, seeker)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) expect(refusalOf(answer)).toBe("already-applied");
    expect(await myApplications(world, seeker)).toHaveLength(1);
    expect(await apply(world, other, seeker)).toMatchObject({ status: 201 });
  });

  test("an id of one's own for another posting, and an id of somebody else, is taken", async () => {
    const [one, two] = (await seekersOf(world, visit.visitId, 2)) as [Browser, Browser];
    const applicationId = await applied(world, visit, one);
    expect(refusalOf(await apply(world, other, one, applicationId))).toBe("id-taken");
    expect(refusalOf(await apply(world, visit, two, applicationId))).toBe("id-taken");
    expect(await myApplications(world, two)).toEqual([]);
    expect(refusalOf(await withdraw(world, visit, applicationId, two))).toBe("not-found");
  });

  test("refusals say why, and nothing is half-written", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const stranger = await world.signIn(`${anId("stranger").toLowerCase()}@example.com`);
    const open = await anOpenVisit(world);
    const planned = await anOpenVisit(world, { mode: "screened", opened: false });
    await world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId: open.visitId }, body: form }, seeker);
    const asked: [string, ReturnType<typeof apply>][] = [
      ["not-registered", apply(world, visit, stranger)],
      ["consent-outdated", apply(world, visit, seeker, anId("apl"), { consentVersion: "2020-01" })],
      ["no-screened-times", apply(world, open, seeker)],
      ["no-screened-times", apply(world, { ...visit, postingId: anId("pst") }, seeker)],
      ["visit-not-open", apply(world, planned, seeker)],
      ["not-found", apply(world, { ...visit, visitId: anId("vis") }, seeker)],
      ["invalid-fields", apply(world, visit, seeker, anId("apl"), { summary: aSummary({ years: 61 }) })],
      ["invalid-fields", apply(world, visit, seeker, anId("apl"), { summary: aSummary({ experience: "900101-1234567" }) })],
      ["invalid-fields", apply(world, visit, seeker, anId("apl"), { summary: { ...aSummary(), age: 58 } })],
    ];
    for (const [reason, answer] of asked) expect(refusalOf(await answer)).toBe(reason);
    expect(await myApplications(world, seeker)).toEqual([]);
  });

  test("until the last moment before the deadline, and what was sent in time is answered after it", async () => {
    const mail = `${anId("late").toLowerCase()}@example.com`;
    await aSeeker(world, visit.visitId, { mail });
    const applicationId = anId("apl");
    await during("2026-11-30T08:59:59.999Z", async () =>
      expect(await apply(world, visit, await world.signIn(mail), applicationId)).toMatchObject({ status: 201 }),
    );
    await during(bookingClosesAt, async () => {
      const seeker = await world.signIn(mail);
      expect(await apply(world, visit, seeker, applicationId)).toMatchObject({ status: 200 });
      expect(refusalOf(await apply(world, other, seeker))).toBe("booking-closed");
    });
  });

  test("where booking stays open longer, until the employer is to have decided", async () => {
    const deadlines = {
      bookingClosesAt: "2026-12-02T00:00:00.000Z",
      listAt: "2026-11-23T06:00:00.000Z",
      reminderAt: "2026-12-02T07:00:00.000Z",
      ticketMailAt: "2026-12-02T23:00:00.000Z",
    };
    const early = await anOpenVisit(world, { plan: { deadlines }, mode: "screened" });
    const seekers = await seekersOf(world, early.visitId, 2);
    await during("2026-11-23T05:59:59.999Z", async () =>
      expect(await apply(world, early, seekers[0] as Browser)).toMatchObject({ status: 201 }),
    );
    await during("2026-11-23T06:00:00.000Z", async () =>
      expect(refusalOf(await apply(world, early, seekers[1] as Browser))).toBe("booking-closed"),
    );
  });

  test("twenty times at a visit and no more, withdrawn ones counted", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    for (let i = 0; i < 20; i++) await withdraw(world, visit, await applied(world, visit, seeker), seeker);
    expect(refusalOf(await apply(world, visit, seeker))).toBe("too-many-requests");
    expect(await myApplications(world, seeker)).toHaveLength(20);
  });
});

const form = { name: "김하늘", birthYear: 1968, locale: "ko", noticeVersion: currentConsentVersion.service_core, beforeBooking: true };

describe("when an application is withdrawn", () => {
  test("summary and consent are gone from the employer's side at once, in the table too; again it answers the same", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    for (let i = 0; i < 2; i++)
      expect(await withdraw(world, visit, applicationId, seeker)).toMatchObject({ status: 200, value: { state: "withdrawn" } });
    expect(await rowOf(visit, applicationId)).toMatchObject({ state: "withdrawn", summary: null, startsAt: null });
    const item = (await world.table.allItems()).find(({ type, sk }) => type === "application" && sk.endsWith(applicationId));
    expect(item?.application).not.toHaveProperty("summary");
    expect(item?.application).not.toHaveProperty("consent");
    expect(item).not.toHaveProperty("gsi1pk");
  });

  test("its id is used up, and the person may apply anew under another", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    await withdraw(world, visit, applicationId, seeker);
    const replayed = await apply(world, visit, seeker, applicationId);
    expect([replayed.status, refusalOf(replayed)]).toEqual([410, "application-withdrawn"]);
    expect(await apply(world, visit, seeker)).toMatchObject({ status: 201 });
  });

  test("the employer can no longer decide", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    await withdraw(world, visit, applicationId, seeker);
    expect(refusalOf(await accept(world, visit, applicationId, aTime().slotId))).toBe("application-withdrawn");
    expect(refusalOf(await decline(world, visit, applicationId))).toBe("application-withdrawn");
    expect(await liveBookingsOf(world, seeker)).toEqual([]);
  });
});

describe("when the employer accepts", () => {
  test("the person is seated at once, with their consent, and the same again answers the same", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    const { slotId } = aTime();
    const [first, second] = [await accept(world, visit, applicationId, slotId), await accept(world, visit, applicationId, slotId)];
    expect(first).toMatchObject({ status: 200, value: { state: "accepted", summary: aSummary() } });
    expect(second.ok && second.value).toEqual(first.ok && first.value);
    const [booking, ...others] = await liveBookingsOf(world, seeker);
    expect(others).toEqual([]);
    expect(booking).toMatchObject({
      slotId,
      applicationId,
      employerId: visit.employerId,
      consent: { version: currentConsentVersion.to_employer },
    });
    expect(first.ok && first.value.startsAt).toBe(booking?.startsAt);
    expect(await takenIn(world, visit, slotId)).toBe(1);
    expect(await myApplications(world, seeker)).toMatchObject([{ state: "accepted", slotId, bookingId: booking?.bookingId }]);
    expect(refusalOf(await withdraw(world, visit, applicationId, seeker))).toBe("already-decided");
    expect(refusalOf(await decline(world, visit, applicationId))).toBe("already-decided");
    expect(refusalOf(await accept(world, visit, applicationId, aTime().slotId))).toBe("already-decided");
    expect(refusalOf(await apply(world, visit, seeker))).toBe("already-applied");
  });

  test("and the person cancels, the employer sees the time alone, and the person may apply anew", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    const { slotId } = aTime();
    await accept(world, visit, applicationId, slotId);
    const [booking] = await liveBookingsOf(world, seeker);
    await cancelBooking(world, visit, booking?.bookingId ?? "", seeker);
    expect(await rowOf(visit, applicationId)).toMatchObject({ state: "accepted", summary: null, startsAt: booking?.startsAt });
    expect(await takenIn(world, visit, slotId)).toBe(0);
    expect(await apply(world, visit, seeker)).toMatchObject({ status: 201 });
  });

  test("for a full time it is refused, and the application stays", async () => {
    const [one, two] = (await seekersOf(world, visit.visitId, 2)) as [Browser, Browser];
    const { slotId } = aTime();
    await accept(world, visit, await applied(world, visit, one), slotId);
    const applicationId = await applied(world, visit, two);
    expect(refusalOf(await accept(world, visit, applicationId, slotId))).toBe("slot-full");
    expect(await rowOf(visit, applicationId)).toMatchObject({ state: "applied", summary: aSummary() });
    expect(await accept(world, visit, applicationId, aTime().slotId)).toMatchObject({ status: 200 });
  });

  test("into a time that meets another booking it is refused, without a word of that booking", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const { slotId, sameOfOther } = aTime();
    await accept(world, other, await applied(world, other, seeker), sameOfOther);
    const [booking] = await liveBookingsOf(world, seeker);
    const applicationId = await applied(world, visit, seeker);
    const answer = await accept(world, visit, applicationId, slotId);
    expect(refusalOf(answer)).toBe("times-overlap");
    const said = JSON.stringify(answer.ok || answer.problem);
    for (const secret of [booking?.bookingId, booking?.startsAt, other.employerId, "clash", "alternatives"])
      expect(said).not.toContain(secret);
    expect(await rowOf(visit, applicationId)).toMatchObject({ state: "applied", startsAt: null });
    expect(await takenIn(world, visit, slotId)).toBe(0);
  });

  test("past the limit of interviews it is refused, without a word of the others", async () => {
    const busy = await anOpenVisit(world, { plan: { rules: { gapMinutes: 10, maxInterviews: 1 } }, mode: "screened" });
    const rival = await anotherEmployer(world, busy, {}, "screened");
    const seeker = await aSeeker(world, busy.visitId);
    const ids = [await applied(world, rival, seeker), await applied(world, busy, seeker)];
    await accept(world, rival, ids[0] ?? "", rival.slots[0]);
    const answer = await accept(world, busy, ids[1] ?? "", busy.slots[3]);
    expect(refusalOf(answer)).toBe("interview-limit");
    expect(!answer.ok && answer.problem).not.toHaveProperty("clash");
    expect(await myApplications(world, seeker)).toContainEqual(expect.objectContaining({ applicationId: ids[1], state: "applied" }));
  });

  test("only into a screened time of that posting", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    for (const slotId of [other.slots[9], `${anId("slt")}-00`])
      expect(refusalOf(await accept(world, visit, applicationId, slotId))).toBe("not-found");
    expect(refusalOf(await accept(world, other, applicationId, other.slots[9]))).toBe("not-found");
    expect(refusalOf(await accept(world, visit, anId("apl"), aTime().slotId))).toBe("not-found");
  });

  test("until the start of the time, also after the deadline, and not a moment later", async () => {
    const seekers = await seekersOf(world, visit.visitId, 2);
    const ids = await Promise.all(seekers.map((seeker) => applied(world, visit, seeker)));
    const last = visit.slots.at(-1) ?? "";
    const { mail } = await world.get("GET /api/me", {}, visit.employer);
    await during("2026-12-03T07:39:59.999Z", async () => {
      const employer = await world.signIn(mail);
      expect(await accept(world, { ...visit, employer }, ids[0] ?? "", last)).toMatchObject({ status: 200 });
    });
    await during("2026-12-03T07:40:00.000Z", async () => {
      const employer = await world.signIn(mail);
      expect(refusalOf(await accept(world, { ...visit, employer }, ids[1] ?? "", last))).toBe("already-started");
    });
  });

  test("times that the employer took back are refused", async () => {
    const own = await anOpenVisit(world, { mode: "screened" });
    const seeker = await aSeeker(world, own.visitId);
    const applicationId = await applied(world, own, seeker);
    const { requests } = await world.get(
      "GET /api/employers/{employerId}/slot-requests",
      { params: { employerId: own.employerId } },
      own.employer,
    );
    const params = { employerId: own.employerId, slotRequestId: requests[0]?.request.slotRequestId ?? "" };
    await world.get("DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}", { params }, own.employer);
    expect(refusalOf(await accept(world, own, applicationId, own.slots[0]))).toBe("slot-withdrawn");
  });
});

describe("when the employer declines", () => {
  test("it is decided once; the summary is gone, and the person cannot ask the same again", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    for (let i = 0; i < 2; i++)
      expect(await decline(world, visit, applicationId)).toMatchObject({ status: 200, value: { state: "declined", summary: null } });
    expect(refusalOf(await accept(world, visit, applicationId, aTime().slotId))).toBe("already-decided");
    expect(refusalOf(await withdraw(world, visit, applicationId, seeker))).toBe("already-decided");
    expect(refusalOf(await apply(world, visit, seeker))).toBe("already-applied");
    expect(await myApplications(world, seeker)).toMatchObject([{ state: "declined", decidedAt: tenDaysBefore, summary: aSummary() }]);
  });
});
