import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, duringVisit, type OpenVisit } from "../support/builders.ts";
import { registrationOf } from "../support/registrations.ts";
import { signInAgain } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const mine = "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result" as const;
const onInterview = "/api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}" as const;
const before = "2026-11-23T01:00:00.000Z";
const after = "2026-12-04T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let next = 0;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(before));

const aCounsellor = () => world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
const aManager = () => world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
/** Somebody who was interviewed; the clock stands on the day after. */
const anInterviewee = async () => {
  const { visitId } = visit;
  const seeker = await aSeeker(world, visitId);
  const bookingId = anId("bkg");
  const answer = await bookSlot(world, visit, visit.slots[next++] ?? "", seeker, bookingId);
  if (!answer.ok) throw new Error(answer.problem.code);
  const { registrationId } = await registrationOf(world, visit, seeker);
  world.deps.clock.set(after);
  await signInAgain(world, seeker);
  return { seeker, params: { visitId, bookingId }, at: { visitId, registrationId, bookingId } };
};
const rowOf = async (browser: Browser, bookingId: string) => {
  const { results } = await world.get("GET /api/staff/visits/{visitId}/results", { params: { visitId: visit.visitId } }, browser);
  return results.find((row) => row.bookingId === bookingId);
};
const aHire = async () => {
  const interviewee = await anInterviewee();
  await world.get(mine, { params: interviewee.params, body: { result: "hired" } }, interviewee.seeker);
  return { ...interviewee, counsellor: await aCounsellor() };
};
const confirm = (at: object, browser: Browser, over: object = {}) =>
  world.call(
    `PUT ${onInterview}/placement`,
    { params: at as Record<string, string>, body: { startedOn: "2026-12-14", confirmedBy: "person", ...over } },
    browser,
  );

describe("the result of an interview", () => {
  test("is what its person says last, by themselves or by telephone; the employer has said nothing", async () => {
    const { seeker, params, at } = await anInterviewee();
    const counsellor = await aCounsellor();
    expect(await rowOf(counsellor, params.bookingId)).toMatchObject({ employerSays: null, personSays: null, placement: null });
    await world.get(mine, { params, body: { result: "waiting" } }, seeker);
    expect(await rowOf(counsellor, params.bookingId)).toMatchObject({ name: "김하늘", personSays: "waiting" });
    await world.get(`PUT ${onInterview}/result`, { params: at, body: { result: "not_hired" } }, counsellor);
    expect(await rowOf(counsellor, params.bookingId)).toMatchObject({ personSays: "not_hired" });
  });

  test("is shown to whoever said it, once they have, and in what stands", async () => {
    const { seeker, params } = await anInterviewee();
    const shown = async () => {
      const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
      return registrations.flatMap(({ bookings }) => bookings).find(({ booking }) => booking.bookingId === params.bookingId)?.saidResult;
    };
    expect(await shown()).toBeNull();
    await world.get(mine, { params, body: { result: "waiting" } }, seeker);
    await world.get(mine, { params, body: { result: "second_interview" } }, seeker);
    expect(await shown()).toBe("second_interview");
  });

  test("cannot be said of an interview that is to come, was cancelled, or is somebody else's", async () => {
    const { visitId } = visit;
    const seeker = await aSeeker(world, visitId);
    const [ahead, gone] = [anId("bkg"), anId("bkg")];
    await bookSlot(world, visit, visit.slots[next++] ?? "", seeker, ahead);
    const say = (bookingId: string, by: Browser) => world.call(mine, { params: { visitId, bookingId }, body: { result: "hired" } }, by);
    expect(refusalOf(await say(ahead, seeker))).toBe("interview-ahead");
    next += 2;
    await bookSlot(world, visit, visit.slots[next++] ?? "", seeker, gone);
    await cancelBooking(world, visit, gone, seeker);
    const other = await aSeeker(world, visitId);
    world.deps.clock.set(after);
    await Promise.all([signInAgain(world, seeker), signInAgain(world, other)]);
    expect(refusalOf(await say(gone, seeker))).toBe("not-found");
    expect(refusalOf(await say(ahead, other))).toBe("not-found");
  });

  test("lists what needs somebody first, and only interviews that have begun", async () => {
    const open = await anInterviewee();
    world.deps.clock.set(before);
    const hired = await aHire();
    await world.get(mine, { params: open.params, body: { result: "waiting" } }, open.seeker);
    const { results } = await world.get(
      "GET /api/staff/visits/{visitId}/results",
      { params: { visitId: visit.visitId } },
      hired.counsellor,
    );
    const placeOf = ({ bookingId }: { bookingId: string }) => results.findIndex((row) => row.bookingId === bookingId);
    expect(placeOf(hired.params)).toBeLessThan(placeOf(open.params));
    world.deps.clock.set(duringVisit);
    const counsellor = await aCounsellor();
    const { results: early } = await world.get(
      "GET /api/staff/visits/{visitId}/results",
      { params: { visitId: visit.visitId } },
      counsellor,
    );
    expect(early.every(({ startsAt }) => startsAt <= duringVisit)).toBe(true);
  });
});

describe("a placement", () => {
  test("is confirmed once, however often and by however many, and asks after one, three and six months", async () => {
    const { at, counsellor } = await aHire();
    const answers = await Promise.all([confirm(at, counsellor), confirm(at, counsellor), confirm(at, counsellor)]);
    expect(answers.map((answer) => answer.ok && answer.status).sort()).toEqual([200, 200, 201]);
    const { followUps } = await world.get("GET /api/staff/follow-ups", { query: {} }, counsellor);
    expect(followUps.map(({ dueOn, stayMonth }) => [stayMonth, dueOn])).toEqual([
      [1, "2027-01-14"],
      [3, "2027-03-14"],
      [6, "2027-06-14"],
    ]);
    expect(await rowOf(counsellor, at.bookingId)).toMatchObject({ placement: { startedOn: "2026-12-14", checks: [] } });
  });

  test.each([
    ["nobody called hired", "not_hired", {}, "not-hired"],
    ["that began before the interview", "hired", { startedOn: "2026-12-01" }, "invalid-fields"],
    ["that begins in a year", "hired", { startedOn: "2027-12-01" }, "invalid-fields"],
  ] as const)("%s is refused, and nothing is written", async (_, result, over, code) => {
    const { seeker, params, at } = await anInterviewee();
    await world.get(mine, { params, body: { result } }, seeker);
    const counsellor = await aCounsellor();
    expect(refusalOf(await confirm(at, counsellor, over))).toBe(code);
    expect((await world.get("GET /api/staff/follow-ups", { query: {} }, counsellor)).followUps).toEqual([]);
  });

  test("is still one after a month, and over for the later checks once they have left", async () => {
    const { at, counsellor } = await aHire();
    await confirm(at, counsellor);
    const list = async () => (await world.get("GET /api/staff/follow-ups", { query: {} }, counsellor)).followUps;
    const settle = async (over: object) => {
      const [first] = await list();
      const params = { visitId: at.visitId, registrationId: at.registrationId, followUpId: first?.followUpId ?? "" };
      const body = { how: "done", result: "본인 통화", next: null, seen: first?.version ?? 0, ...over };
      return world.call(
        "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing",
        { params, body },
        counsellor,
      );
    };
    expect(refusalOf(await settle({}))).toBe("invalid-fields");
    // Nobody answered: what is to be done next is the check still, and asks the same.
    const next = { what: "다시 전화하기", dueOn: "2026-12-09", waitingFor: "person" };
    expect((await settle({ how: "given-up", result: "전화를 받지 않음", next })).ok).toBe(true);
    expect((await list())[0]).toMatchObject({ what: "다시 전화하기", stayMonth: 1 });
    expect(refusalOf(await settle({}))).toBe("invalid-fields");
    expect((await settle({ stays: true })).ok).toBe(true);
    expect((await settle({ stays: false })).ok).toBe(true);
    expect(await list()).toEqual([]);
    expect((await rowOf(counsellor, at.bookingId))?.placement?.checks).toMatchObject([
      { month: 1, stays: true },
      { month: 3, stays: false },
    ]);
  });

  test("confirmed by mistake is taken back with a reason, which is logged: its checks are off the list, nothing counts it, and it can be confirmed again", async () => {
    const { seeker, at, counsellor } = await aHire();
    const list = async () => (await world.get("GET /api/staff/follow-ups", { query: {} }, counsellor)).followUps;
    const confirmedAt = () => rowOf(counsellor, at.bookingId).then((row) => row?.placement?.confirmedAt ?? "");
    const counted = async () => {
      const { report, employers } = await world.get(
        "GET /api/staff/reports/visits/{visitId}",
        { params: { visitId: at.visitId } },
        manager,
      );
      return [report.counts.placements, employers.reduce((sum, { hired }) => sum + (hired ?? 0), 0)];
    };
    const manager = await aManager();
    const [before, beforeAtFirms] = await counted();
    await confirm(at, counsellor);
    expect(await counted()).toEqual([(before ?? 0) + 1, (beforeAtFirms ?? 0) + 1]);
    const seen = await confirmedAt();
    world.deps.clock.set("2026-12-04T02:00:00.000Z");
    const withdraw = (over: object = {}) =>
      world.call(
        `POST ${onInterview}/placement/withdrawal`,
        { params: at, body: { reason: "다른 분의 결과임", confirmedAt: seen, ...over } },
        counsellor,
      );
    expect(refusalOf(await withdraw({ reason: " " }))).toBe("invalid-fields");
    const answers = await Promise.all([withdraw(), withdraw(), withdraw()]);
    expect(answers.map((answer) => answer.ok && answer.status)).toEqual([204, 204, 204]);
    expect(await rowOf(counsellor, at.bookingId)).toMatchObject({ placement: null });
    expect(await list()).toEqual([]);
    expect(await counted()).toEqual([before, beforeAtFirms]);
    const log = async () =>
      (await world.get("GET /api/me/export", {}, seeker)).records.filter(({ what }) => what === "visit-log").map(({ content }) => content);
    expect(await log()).toMatchObject([{ did: "took-back-placement", reason: "다른 분의 결과임" }]);
    const { records } = await world.get("GET /api/me/export", {}, seeker);
    const checks = records.filter(({ what }) => what === "follow-up").map(({ content }) => content);
    const takenBack = { state: "given-up", steps: [{ words: { kind: "placement-taken-back", reason: "다른 분의 결과임" } }] };
    expect(checks).toEqual([1, 3, 6].map((month) => expect.objectContaining({ what: { kind: "stay-check", month } })));
    expect(checks).toMatchObject([takenBack, takenBack, takenBack]);
    // Once more, and the same request that comes late takes nothing of it.
    expect(await confirm(at, counsellor)).toMatchObject({ status: 201 });
    expect(await withdraw()).toMatchObject({ status: 204 });
    expect(await rowOf(counsellor, at.bookingId)).toMatchObject({ placement: { startedOn: "2026-12-14" } });
    expect(await list()).toHaveLength(3);
    expect(await log()).toHaveLength(1);
  });

  test("is doubted once somebody says afterwards that there is no hire, and needs somebody first", async () => {
    const { at, counsellor } = await aHire();
    await confirm(at, counsellor);
    expect(await rowOf(counsellor, at.bookingId)).toMatchObject({ isDoubted: false });
    world.deps.clock.set("2026-12-04T02:00:00.000Z");
    await world.get(`PUT ${onInterview}/result`, { params: at, body: { result: "not_hired" } }, counsellor);
    const { results } = await world.get("GET /api/staff/visits/{visitId}/results", { params: { visitId: at.visitId } }, counsellor);
    expect(results[0]).toMatchObject({ bookingId: at.bookingId, isDoubted: true, personSays: "not_hired" });
  });

  test("of somebody who was not checked in makes the interview one that was held, in every count", async () => {
    const { at, counsellor } = await aHire();
    const manager = await aManager();
    const counted = async () => {
      const { report, employers } = await world.get(
        "GET /api/staff/reports/visits/{visitId}",
        { params: { visitId: at.visitId } },
        manager,
      );
      const sum = (figure: "interviews" | "hired") => employers.reduce((all, one) => all + (one[figure] ?? 0), 0);
      const { interviews, noShows, placements } = report.counts;
      return { interviews, noShows, placements, atFirms: sum("interviews"), hiredAtFirms: sum("hired") };
    };
    const before = await counted();
    await confirm(at, counsellor);
    const after = await counted();
    expect(after).toEqual({
      ...{ interviews: before.interviews + 1, noShows: before.noShows - 1, placements: before.placements + 1 },
      ...{ atFirms: before.atFirms + 1, hiredAtFirms: before.hiredAtFirms + 1 },
    });
    expect([after.atFirms, after.hiredAtFirms]).toEqual([after.interviews, after.placements]);
  });

  test("is the person's to read, and of somebody who was erased a count that leads to nobody", async () => {
    const { seeker, at, counsellor } = await aHire();
    await confirm(at, counsellor);
    expect(JSON.stringify(await world.get("GET /api/me/export", {}, seeker))).toContain("startedOn");
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
    const left = (await world.table.allItems()).filter((item) => JSON.stringify(item).includes(at.bookingId)).map(({ type }) => type);
    expect(left).toContain("placement");
    expect(left).not.toContain("follow-up");
    expect((await rowOf(counsellor, at.bookingId))?.name).toBeUndefined();
  });
});
