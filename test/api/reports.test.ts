import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aPlanOf, carriedOut } from "../support/plans.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { aWholeSeason, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let season: WholeSeason;
beforeAll(async () => {
  world = await aWorld();
  season = await aWholeSeason(world);
}, 240_000);
afterAll(() => world.close());

const aManager = () => world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
const reportOf = (manager: Browser, from: string, to: string) => world.get("GET /api/staff/reports", { query: { from, to } }, manager);

test("a report tells what an independent count of the day tells, and stays the same once nobody is known any more", async () => {
  // In the evening: until then interviews come to an end from one look to the next.
  world.deps.clock.set("2026-12-03T10:00:00.000Z");
  const manager = await aManager();
  const { visitId } = season.visit;
  const day = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, manager);
  const report = await reportOf(manager, "2026-12-03", "2026-12-03");
  const row = report.visits.find((one) => one.visitId === visitId);
  const interviews = day.people.flatMap(({ arrivedAt, bookings }) => (arrivedAt ? bookings.filter(({ outcome }) => outcome) : []));
  expect(row?.counts).toMatchObject({
    registered: day.registered,
    arrived: day.arrived,
    walkIns: day.walkIns,
    // One with whoever is registered, one with a walk-in: two talks, and one person known.
    consultations: 2,
    placements: 1,
  });
  expect(row?.counts.interviews).toBeGreaterThanOrEqual(interviews.length);
  expect(row?.counts.interviews).toBeGreaterThan(0);
  // One person came: their age is nobody's business, and neither is in which groups nobody was.
  expect(Object.values(report.traits.age).map(({ visitors }) => visitors)).toEqual([null, null, null, null, null, null]);
  expect(report.people).toMatchObject({ visitors: day.arrived + day.walkIns, consulted: 1, placed: 1 });

  const paperOf = (by: Browser) => world.get("GET /api/staff/reports/visits/{visitId}", { params: { visitId } }, by);
  expect((await paperOf(manager)).employers.map(({ interviews: of }) => of)).toEqual([
    expect.any(Number),
    expect.any(Number),
    expect.any(Number),
  ]);
  world.deps.clock.set("2027-12-10T01:00:00.000Z");
  await world.fire("purge-data");
  // Of each employer nobody can tell any more what it came to.
  expect((await paperOf(await aManager())).employers.map(({ interviews: of }) => of)).toEqual([null, null, null]);
  const later = await reportOf(await aManager(), "2026-12-03", "2026-12-03");
  expect(later.visits.find((one) => one.visitId === visitId)?.counts).toEqual(row?.counts);
  expect(later.people).toEqual(report.people);
  expect(later.traits).toEqual(report.traits);
});

test("whoever comes to two visits is two cases and one person; what is cancelled or to come counts nothing", async () => {
  world.deps.clock.set("2028-03-06T01:00:00.000Z");
  const days = ["2028-03-09", "2028-03-16", "2028-03-23", "2028-03-30"] as const;
  const visits: OpenVisit[] = [];
  for (const date of days) visits.push(await anOpenVisit(world, { plan: { date } }));
  const [first, second, cancelled] = visits as [OpenVisit, OpenVisit, OpenVisit];
  const { mail } = await aSeeker(world, first.visitId);
  for (const visit of [second, cancelled]) await aSeeker(world, visit.visitId, { mail });
  await world.settle();
  const { manager } = cancelled;
  await carriedOut(world, { visitId: cancelled.visitId, manager }, aPlanOf({ kind: "cancel-visit" }));
  for (const [visit, day] of [
    [first, "2028-03-09"],
    [second, "2028-03-16"],
  ] as const) {
    world.deps.clock.set(`${day}T01:05:00.000Z`);
    const [seeker, desk] = [await world.signIn(mail), await aDesk(world)];
    const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: visit.visitId } }, seeker);
    expect(await scan(world, visit, ticket, desk)).toMatchObject({ value: { verdict: "admitted" } });
    await world.settle();
  }
  world.deps.clock.set("2028-03-24T01:00:00.000Z");
  const report = await reportOf(await aManager(), "2028-03-01", "2028-03-31");
  expect(report.visits.map(({ date, state, counts }) => [date, state, counts.arrived])).toEqual([
    ["2028-03-09", "open", 1],
    ["2028-03-16", "open", 1],
    ["2028-03-23", "cancelled", 0],
  ]);
  expect([report.counts.arrived, report.people.visitors]).toEqual([2, 1]);
});

test.each([
  ["ends before it begins", "2026-12-03", "2026-12-01"],
  ["is longer than a season", "2026-01-01", "2027-12-31"],
])("a report that %s is refused", async (_, from, to) => {
  const manager = await aManager();
  expect(refusalOf(await world.call("GET /api/staff/reports", { query: { from, to } }, manager))).toBe("invalid-fields");
});
