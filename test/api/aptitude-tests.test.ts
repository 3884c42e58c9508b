import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aPattern, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const here = "/api/office/visits/{visitId}/people/{registrationId}/aptitude-tests" as const;
const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let counsellor: Browser;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(start);
  counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
});

const aPersonAt = async (at: OpenVisit, name: string) => {
  const seeker = await aSeeker(world, at.visitId, { name });
  const { registrationId } = await registrationOf(world, at, seeker);
  return { seeker, params: { visitId: at.visitId, registrationId } };
};
const anAsked = async (name: string) => {
  const person = await aPersonAt(visit, name);
  const params = { ...person.params, testId: anId("apt") };
  const ask = () => world.call(`PUT ${here}/{testId}`, { params }, counsellor);
  expect(await ask()).toMatchObject({ status: 201 });
  const step = (did: object, seen: number, by = counsellor) =>
    world.call(`POST ${here}/{testId}/steps`, { params, body: { step: did, seen } }, by);
  return { ...person, params, ask, step };
};
const needed = { did: "found_needed", kind: "preference_short" };
const tasks = async () => (await world.get("GET /api/staff/follow-ups", {}, counsellor)).followUps;
/** Once the visit is over. */
const testsCounted = async (): Promise<number> => {
  world.deps.clock.set("2026-12-03T12:00:00.000Z");
  const manager = await world.staff(`${anId("m").toLowerCase()}@center.example.com`, ["manager"]);
  return (await world.get("GET /api/staff/reports", { query: { from: "2026-12-03", to: "2026-12-03" } }, manager)).counts.tests;
};

describe("a test", () => {
  test("is asked for, found needed, taken and explained; until then it is on the list of who took it in, and each step says who and when", async () => {
    const { params, ask, step } = await anAsked("차례로");
    expect(await ask()).toMatchObject({ status: 200, value: { tests: [{ state: "requested", version: 1 }] } });
    expect(await tasks()).toMatchObject([
      { cause: "aptitude-test", dueOn: "2026-12-07", person: { registrationId: params.registrationId } },
    ]);
    world.deps.clock.forward(5);
    for (const _ of ["once", "its answer was lost"])
      expect(await step(needed, 1)).toMatchObject({ value: { tests: [{ state: "needed", kind: "preference_short", version: 2 }] } });
    expect(await step({ did: "took" }, 2)).toMatchObject({ value: { tests: [{ state: "taken" }] } });
    expect(await tasks()).toHaveLength(1);
    const explained = await step({ did: "explained" }, 3);
    expect(explained).toMatchObject({
      value: {
        name: "차례로",
        tests: [{ state: "explained", visitOn: "2026-12-03", steps: [{ did: "requested", at: start }, {}, {}, { byName: "권도경" }] }],
      },
    });
    expect(await tasks()).toEqual([]);
  });

  test("that is not needed says why; one that somebody does not want is given up: both leave the list", async () => {
    const [one, other] = [await anAsked("필요없는이"), await anAsked("그만둔이")];
    expect(await one.step({ did: "found_not_needed", why: "이미 정하심" }, 1)).toMatchObject({
      value: { tests: [{ state: "not_needed", why: "이미 정하심", kind: null }] },
    });
    expect(await other.step({ did: "withdrew" }, 1)).toMatchObject({ value: { tests: [{ state: "withdrawn" }] } });
    expect(await tasks()).toEqual([]);
    expect(refusalOf(await one.step({ did: "found_not_needed", why: "880101-1234567" }, 1))).toBe("invalid-fields");
  });

  test("is neither taken before somebody talked about it nor explained before it was taken, and of two at once one is first", async () => {
    const { step } = await anAsked("순서");
    for (const did of ["took", "explained"]) expect(refusalOf(await step({ did }, 1))).toBe("aptitude-test-changed");
    const other = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    const both = await Promise.all([step(needed, 1), step({ did: "found_not_needed", why: "다른 까닭" }, 1, other)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(refusalOf(await step(needed, 7))).toBe("aptitude-test-changed");
    expect(refusalOf(await step({ did: "found_needed", kind: "fingerprint" }, 2))).toBe("invalid-fields");
  });

  test("of somebody else is not found under another's registration, and its number is nobody else's", async () => {
    const mine = await anAsked("나의검사");
    const { params } = await aPersonAt(visit, "다른이");
    const elsewhere = { params: { ...params, testId: mine.params.testId }, body: { step: needed, seen: 1 } };
    expect(refusalOf(await world.call(`POST ${here}/{testId}/steps`, elsewhere, counsellor))).toBe("not-found");
    const other = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    expect(refusalOf(await world.call(`PUT ${here}/{testId}`, { params: mine.params }, other))).toBe("id-taken");
  });

  test("is somebody's own to see and goes with them; that it was taken is counted all the same", async () => {
    const before = await testsCounted();
    world.deps.clock.set(start);
    const { seeker, step, params } = await anAsked("지워질이");
    await step(needed, 1);
    await step({ did: "took" }, 2);
    const { records } = await world.get("GET /api/me/export", {}, seeker);
    const mine = records.find(({ what }) => what === "aptitude-test");
    expect(mine).toMatchObject({
      content: { kind: "preference_short", steps: [{ did: "requested" }, { did: "found_needed" }, { did: "took" }] },
    });
    expect(JSON.stringify(mine)).not.toMatch(/acc_|byId/);
    expect(await testsCounted()).toBe(before + 1);
    world.deps.clock.set(start);
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
    const left = (await world.table.allItems()).filter((item) => item.type === "aptitude-test");
    expect(left.map(({ testId }) => testId)).not.toContain(params.testId);
    expect(await testsCounted()).toBe(before + 1);
  });
});

describe("the day on which a test was taken", () => {
  test("is today in Seoul where nobody says so, or one from the day of asking on", async () => {
    const [today, earlier] = [await anAsked("오늘한이"), await anAsked("어제한이")];
    for (const { step } of [today, earlier]) await step(needed, 1);
    // Three days later, after midnight in Seoul.
    world.deps.clock.set("2026-11-25T15:30:00.000Z");
    counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    const problemOf = async (on: string) => {
      const said = await earlier.step({ did: "took", on }, 2, counsellor);
      return said.ok ? [] : (said.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(await problemOf("2026-11-27")).toEqual(["/step/on day-to-come"]);
    expect(await problemOf("2026-11-22")).toEqual(["/step/on before-request"]);
    for (const _ of ["once", "its answer was lost"])
      expect(await earlier.step({ did: "took", on: "2026-11-23" }, 2, counsellor)).toMatchObject({
        value: { tests: [{ state: "taken", steps: [{ on: null }, { on: null }, { on: "2026-11-23" }] }] },
      });
    expect(refusalOf(await earlier.step({ did: "took", on: "2026-11-24" }, 2, counsellor))).toBe("aptitude-test-changed");
    expect(await today.step({ did: "took" }, 2, counsellor)).toMatchObject({
      value: { tests: [{ steps: [{}, {}, { on: "2026-11-26" }] }] },
    });
  });
});

describe("a step that was written down by mistake", () => {
  const undo = ({ params }: Pick<Awaited<ReturnType<typeof anAsked>>, "params">, seen: number, by = counsellor, reason = "잘못 누름") =>
    world.call(`POST ${here}/{testId}/undoing`, { params, body: { reason, seen } }, by);

  test("is taken back one by one, with what followed from it; who and why is in the log that its person reads", async () => {
    const person = await anAsked("되돌린이");
    const { step, seeker } = person;
    await step(needed, 1);
    await step({ did: "took" }, 2);
    await step({ did: "explained" }, 3);
    expect(await tasks()).toEqual([]);
    for (const _ of ["once", "its answer was lost"])
      expect(await undo(person, 4)).toMatchObject({
        value: { tests: [{ state: "taken", kind: "preference_short", version: 5, steps: [{}, {}, {}] }] },
      });
    expect(await tasks()).toMatchObject([{ cause: "aptitude-test", dueOn: "2026-12-07" }]);
    expect(await undo(person, 5)).toMatchObject({ value: { tests: [{ state: "needed", version: 6 }] } });
    expect(await undo(person, 6)).toMatchObject({ value: { tests: [{ state: "requested", kind: null, version: 7 }] } });
    // It goes on from there, and ends once more.
    expect(await step({ did: "found_not_needed", why: "이미 정하심" }, 7)).toMatchObject({ value: { tests: [{ state: "not_needed" }] } });
    expect(await tasks()).toEqual([]);
    expect(await undo(person, 8)).toMatchObject({ value: { tests: [{ state: "requested", why: null }] } });
    expect(await tasks()).toHaveLength(1);
    const { records } = await world.get("GET /api/me/export", {}, seeker);
    const log = records.filter(({ what }) => what === "visit-log").map(({ content }) => content);
    expect(log).toHaveLength(4);
    expect(log[0]).toMatchObject({ did: "undid-aptitude-step", reason: "잘못 누름" });
  });

  test("is not counted as a test any more", async () => {
    const before = await testsCounted();
    world.deps.clock.set(start);
    const person = await anAsked("안한이");
    await person.step(needed, 1);
    await person.step({ did: "took" }, 2);
    expect(await testsCounted()).toBe(before + 1);
    world.deps.clock.set(start);
    expect((await undo(person, 3)).ok).toBe(true);
    expect(await testsCounted()).toBe(before);
  });

  test("that was the asking itself leaves nothing: no test, and nothing to be done", async () => {
    const person = await anAsked("안물은이");
    expect(await undo(person, 1)).toMatchObject({ value: { tests: [] } });
    expect(await tasks()).toEqual([]);
    expect(refusalOf(await undo(person, 1))).toBe("not-found");
    const left = (await world.table.allItems()).filter(({ type }) => type === "follow-up" || type === "aptitude-test");
    expect(left.filter((item) => JSON.stringify(item).includes(person.params.registrationId))).toEqual([]);
  });

  test("is taken back on the version that was seen, with a reason, under its person's registration; what somebody settled stays settled", async () => {
    const person = await anAsked("한번만");
    await person.step(needed, 1);
    expect(refusalOf(await undo(person, 1))).toBe("aptitude-test-changed");
    expect(refusalOf(await undo(person, 2, counsellor, " "))).toBe("invalid-fields");
    expect(refusalOf(await undo(person, 2, counsellor, "880101-1234567"))).toBe("invalid-fields");
    const { params } = await aPersonAt(visit, "남의것");
    expect(refusalOf(await undo({ params: { ...params, testId: person.params.testId } }, 2))).toBe("not-found");
    const other = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    const both = await Promise.all([undo(person, 2), undo(person, 2, other)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [task] = await tasks();
    const at = { visitId: person.params.visitId, registrationId: person.params.registrationId, followUpId: task?.followUpId ?? "" };
    const settled = { how: "given-up", result: "연락이 안 됨", next: null, seen: 1 };
    await world.get(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing",
      { params: at, body: settled },
      counsellor,
    );
    world.deps.clock.forward(1);
    await person.step({ did: "withdrew" }, 3);
    expect((await undo(person, 4)).ok).toBe(true);
    expect(await tasks()).toEqual([]);
  });
});

describe("the register of a visit", () => {
  test("has everybody who asked, in order, and who booked a time and is not in it yet; whom it names finds the look", async () => {
    const own = await anOpenVisit(world);
    const body = { service: "aptitude", host: "오서린", deskId: "d2", pattern: aPattern({ from: "12:00", to: "13:00", minutes: 40 }) };
    const times = { params: { visitId: own.visitId, slotRequestId: anId("srq") }, body };
    const { slots } = await world.get("PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}", times, own.manager);
    const gone = await aPersonAt(own, "취소한이");
    const bookingId = anId("bkg");
    expect((await bookSlot(world, own, slots[0]?.slotId ?? "", gone.seeker, bookingId)).ok).toBe(true);
    expect((await cancelBooking(world, own, bookingId, gone.seeker)).ok).toBe(true);
    const booked = await aPersonAt(own, "예약한이");
    expect((await bookSlot(world, own, slots[0]?.slotId ?? "", booked.seeker)).ok).toBe(true);
    const first = await aPersonAt(own, "먼저온이");
    world.deps.clock.forward(1);
    const second = await aPersonAt(own, "나중온이");
    for (const { params } of [first, second])
      await world.get(`PUT ${here}/{testId}`, { params: { ...params, testId: anId("apt") } }, counsellor);
    const read = () => world.get("GET /api/office/visits/{visitId}/aptitude-tests", { params: { visitId: own.visitId } }, counsellor);
    const register = await read();
    expect(register.expected).toEqual([
      { registrationId: booked.params.registrationId, name: "예약한이", startsAt: "2026-12-03T03:00:00.000Z", hasArrived: false },
    ]);
    expect(register.rows.map(({ name, state }) => [name, state])).toEqual([
      ["먼저온이", "requested"],
      ["나중온이", "requested"],
    ]);
    const look = (await entriesOf(world, "aptitude-tests")).find((entry) => entry.visitId === own.visitId && entry.among);
    expect(look).toMatchObject({
      among: [first, second, booked].map(({ params }) => params.registrationId).sort(),
    });
    await world.get(`PUT ${here}/{testId}`, { params: { ...booked.params, testId: anId("apt") } }, counsellor);
    expect(await read()).toMatchObject({ rows: [{}, {}, { name: "예약한이" }], expected: [] });
  });
});
