import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { FeedScope } from "../../shared/domain/feed.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { anApiKeyWish, aSystem } from "../support/feeds.ts";
import { entriesOf } from "../support/ledger.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";
const operations = { "visits:read": "GET /api/feed/visits", "postings:read": "GET /api/feed/postings" } as const;

let world: World;
let visit: OpenVisit;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world);
  manager = visit.manager;
  await world.settle();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(start);
  const { keys } = await world.get("GET /api/office/api-keys", {}, manager);
  for (const { keyId } of keys) await world.get("DELETE /api/office/api-keys/{keyId}", { params: { keyId } }, manager);
});

const visits = (system: Browser) => world.call("GET /api/feed/visits", {}, system);

describe("a key", () => {
  test("opens what its scopes say and nothing else; every operation for keys names a scope that can be given", async () => {
    const forKeys = (Object.keys(api) as OperationKey[]).filter((key) => typeof api[key].who === "object" && "scope" in api[key].who);
    expect(forKeys.map((key) => (api[key].who as { scope: string }).scope).sort()).toEqual([...FeedScope.options].sort());
    for (const key of forKeys) expect(api[key].answers).toHaveProperty("200");
    const system = await aSystem(world, manager, ["visits:read"]);
    expect((await world.call(operations["visits:read"], {}, system)).ok).toBe(true);
    expect(refusalOf(await world.call(operations["postings:read"], {}, system))).toBe("scope-missing");
    expect(refusalOf(await world.call("GET /api/office/webhooks", {}, system))).toBe("sign-in-needed");
  });

  test("is shown once and kept as a hash; sent again, the request makes nothing and shows nothing", async () => {
    const keyId = anId("key");
    const sent = { params: { keyId }, body: anApiKeyWish() };
    const made = await world.call("PUT /api/office/api-keys/{keyId}", sent, manager);
    expect(made).toMatchObject({ status: 201, value: { token: expect.stringMatching(/^jsk_[0-9A-Z]{26}_[\w-]{43}$/) } });
    expect(await world.call("PUT /api/office/api-keys/{keyId}", sent, manager)).toMatchObject({ status: 200, value: { token: null } });
    const secret = made.ok ? (made.value.token ?? "").slice(-43) : "";
    for (const kept of [await world.table.allItems(), await world.table.allEntries(), world.deps.log.lines])
      expect(JSON.stringify(kept)).not.toContain(secret);
  });

  test("of another secret, of none, or in the place of a cookie opens nothing", async () => {
    const system = await aSystem(world, manager);
    const key = system.key ?? "";
    const other = (await aSystem(world, manager)).key ?? "";
    for (const wrong of ["", "jsk_x", `${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`, `${key.slice(0, 31)}${other.slice(31)}`]) {
      const answer = await visits({ ...system, key: wrong });
      expect(refusalOf(answer)).toBe("key-needed");
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    }
    expect(refusalOf(await world.call("GET /api/feed/visits", { headers: { authorization: `Basic ${key}` } }))).toBe("key-needed");
    expect(refusalOf(await world.call("GET /api/feed/visits", {}, manager))).toBe("key-needed");
    expect(refusalOf(await world.call("GET /api/me", {}, system))).toBe("sign-in-needed");
  });

  test("that is revoked opens nothing from the next request on; who made and revoked it stands in the log", async () => {
    const system = await aSystem(world, manager);
    expect((await visits(system)).ok).toBe(true);
    await world.get("DELETE /api/office/api-keys/{keyId}", { params: { keyId: system.keyId } }, manager);
    expect(refusalOf(await visits(system))).toBe("key-needed");
    for (const kind of ["key-made", "key-revoked"] as const)
      expect(await entriesOf(world, kind)).toContainEqual(
        expect.objectContaining({ records: [system.keyId], by: expect.objectContaining({ role: "manager" }) }),
      );
  });

  test("ends after its last day in Seoul, and says when it was used last", async () => {
    const keyId = anId("key");
    const body = { ...anApiKeyWish(), endsOn: "2026-11-23" };
    const { token } = await world.get("PUT /api/office/api-keys/{keyId}", { params: { keyId }, body }, manager);
    const system = { ...manager, cookies: new Map(), key: token ?? "" };
    const usedOn = async () => (await world.get("GET /api/office/api-keys", {}, manager)).keys.map(({ lastUsedOn }) => lastUsedOn);
    expect(await usedOn()).toEqual([null]);
    world.deps.clock.set("2026-11-23T14:59:59.000Z");
    expect((await visits(system)).ok).toBe(true);
    world.deps.clock.set("2026-11-23T15:00:00.000Z");
    expect(refusalOf(await visits(system))).toBe("key-needed");
    world.deps.clock.set(start);
    expect(await usedOn()).toEqual(["2026-11-23"]);
  });

  test.for([
    [{ endsOn: "2026-11-22" }, "/endsOn", "day-over"],
    [{ endsOn: "2031-01-01" }, "/endsOn", "day-too-far"],
    [{ scopes: [] }, "/scopes", "required"],
    [{ scopes: ["visits:read", "visits:read"] }, "/scopes", "twice"],
    [{ scopes: ["people:read"] }, "/scopes/0", "not-a-choice"],
    [{ name: "" }, "/name", "required"],
  ] as const)("with %j is refused", async ([wrong, pointer, code]) => {
    const sent = { params: { keyId: anId("key") }, body: { ...anApiKeyWish(), ...wrong } };
    const answer = await world.call("PUT /api/office/api-keys/{keyId}", sent, manager);
    expect(answer).toMatchObject({ status: 422, problem: { errors: [{ pointer, code }] } });
  });

  test("may ask sixty times a minute; another has its own sixty", async () => {
    const [one, other] = [await aSystem(world, manager), await aSystem(world, manager)];
    for (let i = 0; i < 60; i++) expect((await visits(one)).ok).toBe(true);
    const refused = await visits(one);
    expect(refusalOf(refused)).toBe("too-many-requests");
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await visits(other)).ok).toBe(true);
    world.deps.clock.forward(1);
    expect((await visits(one)).ok).toBe(true);
  });
});

describe("by a key one reads", () => {
  test("visits with places and free seats", async () => {
    const system = await aSystem(world, manager);
    const seatsOf = async () => {
      await world.settle();
      const { visits: listed, timeZone } = await world.get("GET /api/feed/visits", {}, system);
      expect(timeZone).toBe("Asia/Seoul");
      return listed.find(({ visitId }) => visitId === visit.visitId);
    };
    const before = await seatsOf();
    expect(before).toMatchObject({ state: "open", date: "2026-12-03", place: { zone: "dongbuk" } });
    await bookSlot(world, visit, visit.slots[0] ?? "", await aSeeker(world, visit.visitId));
    world.deps.clock.forward(1);
    const [seats] = before?.seats ?? [];
    expect((await seatsOf())?.seats).toEqual([{ ...seats, free: (seats?.free ?? 0) - 1 }]);
    const { visits: none } = await world.get("GET /api/feed/visits", { query: { from: "2026-12-04" } }, system);
    expect(none.map(({ visitId }) => visitId)).not.toContain(visit.visitId);
  });

  test("no free seats of interviews once their booking is closed, and none of times that have begun", async () => {
    const system = await aSystem(world, manager);
    const shown = async () =>
      (await world.get("GET /api/feed/visits", { query: { from: "2026-12-03" } }, system)).visits.find(
        ({ visitId }) => visitId === visit.visitId,
      );
    const before = await shown();
    expect(before?.bookingClosesAt).toBe("2026-11-30T18:00:00+09:00");
    world.deps.clock.set("2026-11-30T08:59:59.000Z");
    const interviews = (await shown())?.seats.find(({ kind }) => kind === "interview");
    expect(interviews?.free).toBeGreaterThan(0);
    world.deps.clock.set("2026-11-30T09:00:00.000Z");
    expect((await shown())?.seats).toContainEqual({ ...interviews, free: 0 });
    world.deps.clock.set("2026-12-03T15:00:00.000Z");
    for (const { free } of (await shown())?.seats ?? []) expect(free).toBe(0);
  });

  test("postings of open visits, not those of visits that are only planned", async () => {
    const planned = await anOpenVisit(world, { opened: false, plan: { date: "2026-12-10" } });
    const system = await aSystem(world, manager);
    const { postings } = await world.get("GET /api/feed/postings", {}, system);
    expect(postings).toContainEqual(expect.objectContaining({ visitId: visit.visitId, postingId: visit.postingId, date: "2026-12-03" }));
    expect(postings.map(({ visitId }) => visitId)).not.toContain(planned.visitId);
    const { visits: listed } = await world.get("GET /api/feed/visits", {}, system);
    expect(listed.map(({ visitId }) => visitId)).not.toContain(planned.visitId);
  });

  test("totals of a month that is over, without small numbers", async () => {
    const system = await aSystem(world, manager);
    const report = (month: string) => world.call("GET /api/feed/reports/{month}", { params: { month } }, system);
    expect(refusalOf(await report("2026-11"))).toBe("month-not-over");
    expect(await report("2026-10")).toMatchObject({ value: { month: "2026-10", visits: 0, counts: { registered: 0 } } });
    await aSeeker(world, visit.visitId);
    world.deps.clock.set("2027-01-04T01:00:00.000Z");
    const december = await report("2026-12");
    // A person or two had registered: a number below five is not told.
    expect(december).toMatchObject({ value: { month: "2026-12", visits: 1, counts: { registered: null } } });
    expect(refusalOf(await report("2027-01"))).toBe("month-not-over");
  });
});
