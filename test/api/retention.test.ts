import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Item } from "../../functions/platform/db.ts";
import type { ItemType } from "../../shared/wiring.ts";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aWholeSeason, must, planted, signInAgain, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** 10:00 in Seoul on a day. The visit is on 3 December 2026. */
const on = (day: string): string => `${day}T01:00:00.000Z`;
const text = (items: readonly Item[]): string => JSON.stringify(items, (_, value) => (value instanceof Set ? [...value] : value));
const typesIn = (items: readonly Item[], types: readonly ItemType[]): ItemType[] =>
  types.filter((type) => items.some((item) => item.type === type));

const checkIns = [
  ...(["check-in-event", "walk-in", "ticket", "notice", "mail", "mail-again", "device", "look-up-key"] as const),
  ...(["settled-conflict", "quarantined-event", "table-pairing"] as const),
];

const support: readonly ItemType[] = ["support-needs", "support-groups", "support-share"];

describe("a season, as time goes by", () => {
  let world: World;
  let season: WholeSeason;
  beforeAll(async () => {
    world = await aWorld();
    season = await aWholeSeason(world);
  });
  afterAll(() => world.close());
  const purgedOn = async (day: string): Promise<Item[]> => {
    world.deps.clock.set(on(day));
    await world.fire("purge-data");
    return world.table.allItems();
  };
  const destroyed = async () => (await world.table.allEntries()).filter((entry) => String(entry.type) === "destroyed");
  /** What each step destroyed, by category and kind. */
  const countsOf = async (day: string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { at, category, what, count } of await destroyed())
      if (String(at).startsWith(day)) counts[`${category} ${what}`] = (counts[`${category} ${what}`] ?? 0) + Number(count);
    return counts;
  };
  const sightOf = (items: readonly Item[]) => {
    const agenda = items.find((item) => item.type === "agenda" && item.registrationId === season.registrationId);
    const application = items.find((item) => item.type === "application" && item.registrationId === season.registrationId);
    return {
      consents: Object.values(agenda?.bookings as Record<string, { consent?: object; state: string }>).filter(
        ({ consent, state }) => consent && state === "confirmed",
      ).length,
      summary: (application?.application as { summary?: object } | undefined)?.summary !== undefined,
    };
  };

  // One test, in the order of time: each day goes on from what the days before have left.
  test("each kind goes when its limit is over, and not a day before; nobody is named in the log of it", { timeout: 300_000 }, async () => {
    let items = await purgedOn("2026-12-17");
    expect(sightOf(items)).toEqual({ consents: 3, summary: true });
    // 30 days after the visit, since no decision was reported.
    items = await purgedOn("2027-01-02");
    expect(sightOf(items)).toEqual({ consents: 3, summary: true });
    expect(await destroyed()).toEqual([]);
    items = await purgedOn("2027-01-03");
    expect(sightOf(items)).toEqual({ consents: 0, summary: false });
    expect(await countsOf("2027-01-03")).toMatchObject({ "employer-sight-open sight": expect.any(Number) });

    // A year after the visit: the queue and what lies with it, of walk-ins, too.
    items = await purgedOn("2027-12-03");
    expect(typesIn(items, checkIns)).toEqual([...checkIns].filter((type) => type !== "look-up-key" || typesIn(items, [type]).length > 0));
    expect(text(items)).toContain(planted["walk-in"].name);
    items = await purgedOn("2027-12-04");
    const left = typesIn(items, checkIns);
    // What the mails of sign-in codes and employers left says of nobody.
    expect(left).toEqual(["mail"]);
    expect(items.filter(({ type, pk }) => type === "mail" && pk.startsWith("MAIL#reg_"))).toEqual([]);
    for (const mark of Object.values(planted["walk-in"])) expect(text(items)).not.toContain(mark);
    expect(items.find(({ type }) => type === "visit-totals")).toMatchObject({
      counts: { registered: 3, arrived: 1, walkIns: 1 },
    });
    expect(items.filter(({ type, ticketCode }) => type === "registration" && ticketCode !== undefined)).toEqual([]);
    expect(text(items)).toContain(planted.seeker.name);
    expect(await countsOf("2027-12-04")).toMatchObject({ "check-in walk-in": 1, "check-in ticket": 3 });

    // Three months of validity and a year after the last visit: who it was.
    items = await purgedOn("2028-03-03");
    expect(text(items)).toContain(planted.seeker.name);
    expect(typesIn(items, support)).toEqual(support);
    const mails = newsTo(world, season.seeker.mail).length;
    items = await purgedOn("2028-03-04");
    const people = items.filter(({ type }) => type !== "challenge" && type !== "visit-log");
    for (const mark of [planted.seeker.name, planted.seeker.phone, planted.seeker.mail, planted.seeker.words, planted.seeker.remarks])
      expect(text(people)).not.toContain(mark);
    expect(typesIn(items, ["locked-form", "erasure", ...support])).toEqual([]);
    expect(await countsOf("2028-03-04")).toMatchObject({ "seeker-record person": 3 });
    expect(
      newsTo(world, season.seeker.mail)
        .slice(mails)
        .map(({ subject }) => subject),
    ).toEqual(["개인정보를 지웠습니다"]);
    // Counts stay.
    expect(items.filter(({ type }) => type === "interview-outcome")).toHaveLength(1);
    expect(items.filter(({ type, arrival }) => type === "registration" && arrival)).toHaveLength(1);

    items = await purgedOn("2028-12-03");
    expect(typesIn(items, ["visit-log"])).toEqual(["visit-log"]);
    items = await purgedOn("2028-12-04");
    expect(typesIn(items, ["visit-log"])).toEqual([]);

    const log = JSON.stringify(await destroyed());
    expect(log).not.toMatch(/psn_|reg_|acc_|bkg_|@|심은별|걸어온별/);
    for (const entry of await destroyed())
      expect(entry).toMatchObject({ at: expect.any(String), run: expect.stringMatching(/^run_/), count: expect.any(Number) });
    const before = (await destroyed()).length;
    expect(await purgedOn("2028-12-04")).toEqual(items);
    expect(await destroyed()).toHaveLength(before);
  });
});

describe("the purge", () => {
  let world: World;
  let visit: OpenVisit;
  const start = on("2026-11-23");
  // How far a purge has come stays, so each test has a world of its own.
  beforeEach(async () => {
    world = await aWorld(start);
    visit = await anOpenVisit(world);
  });
  afterEach(() => world.close());
  const purge = async (day: string) => {
    world.deps.clock.set(on(day));
    await world.fire("purge-data");
  };
  const has = async (mark: string): Promise<boolean> =>
    text((await world.table.allItems()).filter(({ type }) => type !== "challenge")).includes(mark);
  const register = ({ visitId }: OpenVisit, by: Browser, name: string) =>
    world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: aRegistration({ name }) }, by);

  test("takes the codes that led to a ticket, too", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    await world.settle();
    const params = { visitId: visit.visitId };
    await world.get("POST /api/me/visits/{visitId}/ticket/renewal", { params, body: { seen: 1 } }, seeker);
    await world.settle();
    const codes = async () => typesIn(await world.table.allItems(), ["ticket", "ticket-code"]);
    expect(await codes()).toEqual(["ticket", "ticket-code"]);
    await purge("2027-12-04");
    expect(await codes()).toEqual([]);
  });

  test("leaves alone who came again: their time counts from the last visit", async () => {
    const seeker = await aSeeker(world, visit.visitId, { name: "다시온별" });
    const next = await anOpenVisit(world, { plan: { date: "2027-01-14" } });
    await register(next, seeker, "다시온별");
    await purge("2028-03-10");
    expect(await has("다시온별")).toBe(true);
    await purge("2028-04-15");
    expect(await has("다시온별")).toBe(false);
  });

  test("takes who was decided on two weeks after that, before anybody else of the visit", async () => {
    const season = await aWholeSeason(world);
    const { registrationId, interviews } = season;
    const params = { registrationId, bookingId: interviews.over.bookingId };
    const body = { outcome: "not_hired", seen: 1 };
    await must(world.call("PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome", { params, body }, season.device));
    const seen = async (bookingId: string): Promise<boolean> => {
      const agenda = (await world.table.allItems()).find((item) => item.type === "agenda" && item.registrationId === registrationId);
      return "consent" in ((agenda?.bookings as Record<string, object> | undefined)?.[bookingId] ?? {});
    };
    await purge("2026-12-17");
    expect(await seen(interviews.over.bookingId)).toBe(true);
    await purge("2026-12-18");
    expect(await seen(interviews.over.bookingId)).toBe(false);
    expect(await seen(interviews.byStaff.bookingId)).toBe(true);
  });

  test("takes the address of somebody who never registered after a year, and of nobody else", async () => {
    const mails = ["new", "came"].map((name) => `${name}-${anId("x").toLowerCase()}@example.com`);
    const [stranger, came] = await world.signInAll(mails);
    if (!stranger || !came) throw new Error("Nobody signed in.");
    await register(visit, came, "온별");
    const works = (await world.get("GET /api/me", {}, visit.employer)).mail;
    await purge("2027-11-23");
    expect(await has(mails[0] ?? "")).toBe(true);
    await purge("2027-11-24");
    expect(await has(mails[0] ?? "")).toBe(false);
    expect(await has(mails[1] ?? "")).toBe(true);
    expect(await has(works)).toBe(true);
    await purge("2027-11-24");
    expect((await world.table.allItems()).filter(({ gsi1pk }) => gsi1pk === "NEWCOMERS").map(({ mail }) => mail)).not.toContain(mails[1]);
  });

  test("takes what was locked apart after its year", async () => {
    const seeker = await aSeeker(world, visit.visitId, { name: "잠근별" });
    await must(world.call("POST /api/me/erasure", {}, seeker));
    await purge("2027-11-23");
    expect(await has("잠근별")).toBe(true);
    await purge("2027-11-24");
    expect(await has("잠근별")).toBe(false);
  });

  test("tells nobody at night that their time is over: they go in the morning", async () => {
    await aSeeker(world, visit.visitId, { name: "밤별" });
    world.deps.clock.set("2028-03-03T20:00:00.000Z");
    await world.fire("purge-data");
    expect(await has("밤별")).toBe(true);
    await purge("2028-03-04");
    expect(await has("밤별")).toBe(false);
  });

  test("broken off at any write goes on, and each thing is counted once", async () => {
    const seeker = await aSeeker(world, visit.visitId, { name: "끊긴별" });
    await must(bookSlot(world, visit, visit.slots[0] ?? "", seeker));
    await world.settle();
    const tickets = (await world.table.allItems()).filter((item) => item.type === "ticket" && item.visitId === visit.visitId).length;
    world.deps.clock.set(on("2027-12-05"));
    // Each write is where a run dies once: nothing of that run is written from there on.
    const diedAt = new Set<string>();
    let runs = 0;
    for (let isDead = true; isDead; runs++) {
      expect(runs).toBeLessThan(100);
      isDead = false;
      const stop = world.table.wire.tap(async ({ operation, input }, next) => {
        if (operation === "Query" || operation === "GetItem" || operation === "BatchGetItem") return next();
        const write = JSON.stringify(input).replaceAll(/run_\w+|"ClientRequestToken":"[^"]*"/g, "");
        if (!isDead && diedAt.has(write)) return next();
        if (!isDead) diedAt.add(write);
        isDead = true;
        throw new Error("a test said: dead");
      });
      await world.fire("purge-data").catch(() => {});
      stop();
    }
    expect(diedAt.size).toBeGreaterThan(6);
    const items = await world.table.allItems();
    expect(items.filter((item) => item.type === "ticket" && item.visitId === visit.visitId)).toEqual([]);
    const counted = (await world.table.allEntries()).filter(({ what, visitId }) => what === "ticket" && visitId === visit.visitId);
    expect(counted.reduce((sum, { count }) => sum + Number(count), 0)).toBe(tickets);
    await signInAgain(world, seeker);
    expect((await world.get("GET /api/me/export", {}, seeker)).records.map(({ what }) => what)).not.toContain("ticket");
  });
});
