import { afterEach, beforeEach, expect, test } from "vitest";
import { noteDestroyed } from "../../functions/ledger/destroyed-writes.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker } from "../support/builders.ts";
import { aFinder, aFoundFirm } from "../support/leads.ts";
import { aSignedUpFirm } from "../support/talks.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
// The newest rows come first, and each test has a year of its own: a world of its own, too.
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const read = (by: Browser, before?: string) => world.call("GET /api/staff/access-log/destroyed", { query: before ? { before } : {} }, by);
const aManager = () => world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);

test("what the purge took is read by the manager, and by nobody else: what, how many, when and of which run, and nobody's name", async () => {
  world.deps.clock.set("2026-11-23T01:00:00.000Z");
  const mail = `${anId("never").toLowerCase()}@example.com`;
  await world.signIn(mail);
  world.deps.clock.set("2027-11-25T01:00:00.000Z");
  await world.fire("purge-data");
  const manager = await aManager();
  const { rows } = await world.get("GET /api/staff/access-log/destroyed", {}, manager);
  expect(rows.find(({ what }) => what === "account")).toMatchObject({
    ...{ at: "2027-11-25T01:00:00.000Z", category: "unused-account", count: 1, visit: null },
    run: expect.stringMatching(/^run_/),
  });
  expect(JSON.stringify(rows)).not.toMatch(/@|acc_|psn_/);
  const desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
  expect(refusalOf(await read(desk))).toBe("not-allowed");
});

test("pages follow one another, the newest first, with the visit where there is one", async () => {
  world.deps.clock.set("2026-11-23T01:00:00.000Z");
  const { visitId } = await anOpenVisit(world);
  world.deps.clock.set("2028-01-10T01:00:00.000Z");
  const from = Instant.parse("2028-01-01T00:00:00.000Z");
  const entry = { run: "run_test", category: "check-in", what: "ticket", visitId: VisitId.parse(visitId) } as const;
  for (let n = 0; n < 60; n++)
    await noteDestroyed(world.deps.ledger, { ...entry, at: addMinutes(from, n), count: n + 1 }, `page-${String(n).padStart(2, "0")}`);
  const manager = await aManager();
  const first = await world.get("GET /api/staff/access-log/destroyed", {}, manager);
  expect([first.rows.length, first.rows[0]?.count, first.rows[0]?.visit?.visitId]).toEqual([50, 60, visitId]);
  const second = await world.get("GET /api/staff/access-log/destroyed", { query: { before: first.next ?? "" } }, manager);
  expect(second.rows.slice(0, 10).map(({ count }) => count)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(second.next).toBeNull();
});

test("what somebody asked to be deleted is there as well, once, and of no run", async () => {
  world.deps.clock.set("2026-11-23T01:00:00.000Z");
  const { visitId } = await anOpenVisit(world);
  const seeker = await aSeeker(world, visitId, { name: "지운이" });
  const finder = await aFinder(world);
  const { leadId } = await aFoundFirm(world, finder);
  const { talkId } = await aSignedUpFirm(world, visitId, finder);
  await world.get("POST /api/me/erasure", {}, seeker);
  await world.fire("finish-erasures");
  const body = { reason: "담당자 요청" };
  await world.get("POST /api/office/leads/{leadId}/erasure", { params: { leadId }, body }, finder);
  await world.get("POST /api/office/talks/{talkId}/erasure", { params: { talkId }, body }, finder);
  const { rows } = await world.get("GET /api/staff/access-log/destroyed", {}, await aManager());
  expect(rows.map(({ what, count, run }) => [what, count, run]).sort()).toEqual([
    ["lead", 1, null],
    ["person", 1, null],
    ["talk", 1, null],
  ]);
});
