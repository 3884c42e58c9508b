import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addToLedger, type LedgerEntry } from "../../functions/ledger/ledger-writes.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { refusalOf } from "../support/booking.ts";
import { anOpenVisit, aSeeker, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { breakRequests } from "../support/faults.ts";
import { entriesOf } from "../support/ledger.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
/** Somebody else at the desk. */
let other: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await aSeeker(world, visit.visitId, { name: "가온유" });
  await aSeeker(world, visit.visitId, { name: "나두리" });
});
afterAll(() => world.close());

// Each test has a desk of its own: what one looked at does not count as seen for the next.
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  [desk, other] = await Promise.all([aDesk(world), aDesk(world)]);
});
const now = duringVisit;
const mine = async (kind: LedgerEntry["kind"]) => {
  const accounts = await Promise.all([desk, other].map(async (by) => (await world.get("GET /api/me", {}, by)).accountId));
  return (await entriesOf(world, kind)).filter(({ by }) => "accountId" in by && accounts.includes(by.accountId));
};
let stop = (): void => {};
afterEach(() => stop());

const day = (by = desk, headers: Record<string, string> = {}) =>
  world.call("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId }, headers }, by);
const looksAtDay = () => mine("day");

describe("a look at a list", () => {
  test("says who, as what, when, from where, at what and at how many: ids and codes, and no name", async () => {
    const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
    const [entry, ...others] = await looksAtDay();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      ...{ kind: "day", visitId: visit.visitId, people: people.length, at: now, until: addMinutes(now, 55), ip: desk.ip },
      by: { accountId: expect.stringMatching(/^acc_/), role: "desk" },
    });
    expect(JSON.stringify(entry)).not.toMatch(/가온유|가○유|나두리|@|0000-/);
    const token = [...desk.cookies.values()].join();
    expect(token).not.toContain(entry?.session);
  });

  test("counts once an hour and session, however often it is asked for, and by whomever else once more", async () => {
    await Promise.all([day(), day(), day()]);
    world.deps.clock.forward(50);
    await day();
    expect(await looksAtDay()).toHaveLength(1);
    await day(other);
    expect(await looksAtDay()).toHaveLength(2);
    world.deps.clock.forward(10);
    await day();
    expect(await looksAtDay()).toHaveLength(3);
  });

  test("that shows nobody is none", async () => {
    const empty = await anOpenVisit(world);
    await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: empty.visitId } }, desk);
    expect((await entriesOf(world, "day")).filter(({ visitId }) => visitId === empty.visitId)).toEqual([]);
  });

  test("that is refused is none", async () => {
    const stranger = await world.signIn("stranger@example.com");
    expect(refusalOf(await day(stranger))).toBe("not-allowed");
    expect(await looksAtDay()).toEqual([]);
  });
});

test("the address is the one that the edge saw, whatever else the request says of it", async () => {
  await day(desk, { "x-forwarded-for": "203.0.113.66", "x-real-ip": "203.0.113.66", forwarded: "for=203.0.113.66" });
  expect((await looksAtDay()).map(({ ip }) => ip)).toEqual([desk.ip]);
  world.deps.clock.forward(60);
  await day(desk, { "cloudfront-viewer-address": "2001:db8::7:50123" });
  expect((await looksAtDay()).map(({ ip }) => ip)).toEqual([desk.ip, "2001:db8::7"]);
});

test("a check-in is a look at its person, beside the event", async () => {
  const ticket = await aTicket(world, visit, { name: "마루한" });
  expect(await scan(world, visit, { token: ticket.token }, desk)).toMatchObject({ value: { verdict: "admitted" } });
  const [look] = await mine("check-in");
  expect(look).toMatchObject({
    visitId: visit.visitId,
    registrationId: expect.stringMatching(/^reg_/),
    people: 1,
    deviceId: expect.any(String),
  });
  await scan(world, visit, { token: "nothing that names a ticket" }, desk);
  expect(await mine("check-in")).toHaveLength(1);
});

describe("when the log cannot be written", () => {
  test.for(["throttled", "answer lost"] as const)("(%s) nobody sees anything, and it says why in the log of the app", async (fault) => {
    stop = breakRequests(world.table, fault, Number.POSITIVE_INFINITY, "PutItem").stop;
    const answer = await day();
    expect(answer).toMatchObject({ status: 503, problem: { code: "busy" } });
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(JSON.stringify(answer)).not.toContain("○");
    expect(world.deps.log.lines.at(-1)).toMatchObject({ level: "error", message: "access.not-noted" });
    stop();
    expect(await day()).toMatchObject({ status: 200 });
    expect(await looksAtDay()).toHaveLength(1);
  });

  test("a check-in that was refused for it is there, and sent again it is answered", async () => {
    const ticket = await aTicket(world, visit, { name: "바다솔" });
    stop = breakRequests(world.table, "throttled", Number.POSITIVE_INFINITY, "PutItem").stop;
    const body = {
      eventId: "0192f3a0-0000-7000-8000-000000000001",
      deviceId: "phone-at-desk-1",
      at: now,
      read: { by: "camera", token: ticket.token },
    };
    const send = () => world.call("POST /api/staff/visits/{visitId}/check-ins", { params: { visitId: visit.visitId }, body }, desk);
    expect(await send()).toMatchObject({ status: 503 });
    stop();
    expect(await send()).toMatchObject({ status: 200, value: { verdict: "admitted" } });
  });
});

test("what stands in the ledger stays as it is: a second entry of its id changes nothing", async () => {
  await day();
  const [entry] = (await looksAtDay()) as [LedgerEntry & { entryId: string; expiresAt: number }];
  expect(await addToLedger(world.table.ledger, { ...entry, ip: "203.0.113.66", people: 0 }, entry.entryId)).toBe(false);
  expect(await looksAtDay()).toEqual([entry]);
  // Two years at least, to the second.
  expect(entry.expiresAt * 1000).toBeGreaterThan(Date.parse(entry.at) + 2 * 365 * 24 * 3_600_000);
});
