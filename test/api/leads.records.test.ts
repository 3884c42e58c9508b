import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, aProfile, aSeeker } from "../support/builders.ts";
import { aBusinessNumber, aFinder, aFoundFirm, aLeadContact, aLeadSource } from "../support/leads.ts";
import { registrationOf } from "../support/registrations.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { signInAgain } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let finder: Browser & { accountId: string };
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set("2026-11-23T01:00:00.000Z");
  finder = await aFinder(world);
});

type Cells = Record<string, string>;
const send = (rows: readonly { line: number; cells: Cells }[], browser: Browser = finder) =>
  world.get("POST /api/office/lead-imports", { body: { rows } }, browser);

describe("a list", () => {
  test("of 1,000 rows with 50 bad ones: 950 are in, 50 explained by line and column; sent again nothing is there twice", {
    timeout: 120_000,
  }, async () => {
    const isBad = (n: number): boolean => n % 20 === 7;
    const bad: Cells[] = [
      { nameKo: "" },
      { nameKo: "틀린 번호", businessNumber: "123-45-67890" },
      { nameKo: "틀린 전화", phone: "12" },
      { nameKo: "틀린 구", district: "없는구" },
      { nameKo: '=HYPERLINK("https://example.com")' },
    ];
    const columns = ["nameKo", "businessNumber", "phone", "district", "nameKo"];
    const rows = Array.from({ length: 1000 }, (_, n) => ({
      line: n + 2,
      cells: isBad(n)
        ? (bad[Math.floor(n / 20) % bad.length] as Cells)
        : { nameKo: `가상기업 ${n}`, phone: `02-000-${String(n).padStart(4, "0")}` },
    }));
    const sendAll = async () => {
      const answers: Awaited<ReturnType<typeof send>>["rows"] = [];
      for (let i = 0; i < rows.length; i += 40) answers.push(...(await send(rows.slice(i, i + 40))).rows);
      return answers;
    };
    const first = await sendAll();
    const count = (all: typeof first) => ["added", "known", "refused"].map((how) => all.filter((row) => row.how === how).length);
    expect(count(first)).toEqual([950, 0, 50]);
    const refused = first.filter(({ how }) => how === "refused");
    expect(refused.map(({ line }) => line)).toEqual(rows.filter((_, n) => isBad(n)).map(({ line }) => line));
    expect(refused.map(({ errors }) => errors[0]?.column)).toEqual(refused.map((_, n) => columns[n % columns.length]));
    expect(refused.every(({ errors }) => errors.every(({ detail }) => detail.length > 5))).toBe(true);
    expect(count(await sendAll())).toEqual([0, 950, 50]);
    const leads = (await world.table.allItems()).filter((item) => item.type === "lead" && JSON.stringify(item).includes("가상기업"));
    expect(leads).toHaveLength(950);
  });

  test("whose row has a business number that another firm has finds it known", async () => {
    const { draft } = await aFoundFirm(world, finder);
    const { rows } = await send([{ line: 2, cells: { nameKo: "이름은 달라도", businessNumber: String(draft.businessNumber) } }]);
    expect(rows).toEqual([{ line: 2, how: "known", errors: [] }]);
  });

  test("that is too long for one request, or of no known source, is refused as a whole", async () => {
    const rows = Array.from({ length: 41 }, (_, n) => ({ line: n + 2, cells: { nameKo: `너무 긴 명단 ${n}` } }));
    expect(refusalOf(await world.call("POST /api/office/lead-imports", { body: { rows } }, finder))).toBe("invalid-fields");
    const body = { rows: rows.slice(0, 1), sourceId: anId("lso") };
    expect(refusalOf(await world.call("POST /api/office/lead-imports", { body }, finder))).toBe("invalid-fields");
  });
});

describe("how far firms came", () => {
  const funnelOf = (from: string, to: string) => world.get("GET /api/office/lead-funnel", { query: { from, to } }, finder);
  test("is counted of those that were found in the time, by source, from the first call to the employer's posting", async () => {
    world.deps.clock.set("2026-12-20T01:00:00.000Z");
    finder = await aFinder(world);
    const sourceId = anId("lso");
    const source = { params: { sourceId }, body: aLeadSource(finder.accountId, { nameKo: "자치구 추천 명단" }) };
    await world.get("PUT /api/office/lead-sources/{sourceId}", source, finder);
    const note = (leadId: string, kind: string) =>
      world.get(
        "PUT /api/office/leads/{leadId}/contacts/{contactId}",
        { params: { leadId, contactId: anId("lco") }, body: aLeadContact(finder.accountId, { kind, heldOn: "2026-12-20" }) },
        finder,
      );
    await aFoundFirm(world, finder);
    await note((await aFoundFirm(world, finder, { sourceId })).leadId, "call");
    await note((await aFoundFirm(world, finder, { sourceId })).leadId, "visit");
    const { leadId, version } = await aFoundFirm(world, finder, { sourceId });
    const employer = {
      how: "new",
      employerId: anId("emp"),
      invitationId: anId("inv"),
      profile: aProfile({ businessNumber: aBusinessNumber() }),
    };
    const body = { employer, posting: { postingId: anId("pst"), draft: aDraft() }, seen: version };
    await world.get("PUT /api/office/leads/{leadId}/agreement", { params: { leadId }, body } as never, finder);
    const none = { interviewed: 0, hired: 0, stayed: 0 };
    expect(await funnelOf("2026-12-20", "2026-12-20")).toEqual({
      all: { found: 4, contacted: 3, visited: 1, agreed: 1, posted: 1, ...none },
      sources: [
        { nameKo: "자치구 추천 명단", counts: { found: 3, contacted: 3, visited: 1, agreed: 1, posted: 1, ...none } },
        { nameKo: null, counts: { found: 1, contacted: 0, visited: 0, agreed: 0, posted: 0, ...none } },
      ],
    });
    expect((await funnelOf("2026-12-21", "2026-12-31")).all.found).toBe(0);
  });

  test("goes on to the interview and the hire that the employer reports", async () => {
    world.deps.clock.set("2027-01-04T01:00:00.000Z");
    finder = await aFinder(world);
    const visit = await anOpenVisit(world, { plan: { date: "2027-01-14" } });
    const businessNumber = aBusinessNumber();
    await world.get(
      "PUT /api/employers/{employerId}",
      { params: { employerId: visit.employerId }, body: aProfile({ businessNumber }) },
      visit.employer,
    );
    await world.get(
      "POST /api/staff/employers/{employerId}/decision",
      { params: { employerId: visit.employerId }, body: { decision: "approve" } },
      visit.manager,
    );
    const { leadId, version } = await aFoundFirm(world, finder, { businessNumber });
    const body = { employer: { how: "known", employerId: visit.employerId }, seen: version };
    await world.get("PUT /api/office/leads/{leadId}/agreement", { params: { leadId }, body } as never, finder);
    expect((await funnelOf("2027-01-04", "2027-01-04")).all).toMatchObject({ found: 1, agreed: 1, posted: 1, interviewed: 0, hired: 0 });
    const { visitId, employerId } = visit;
    const seeker = await aSeeker(world, visitId);
    const bookingId = anId("bkg");
    expect((await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId)).ok).toBe(true);
    const { registrationId } = await registrationOf(world, visit, seeker);
    world.deps.clock.set("2027-01-14T01:05:00.000Z");
    await signInAgain(world, seeker);
    const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId } }, seeker);
    await scan(world, visit, ticket, await aDesk(world));
    await world.settle();
    world.deps.clock.set("2027-01-14T03:00:00.000Z");
    finder = await aFinder(world);
    expect((await funnelOf("2027-01-04", "2027-01-04")).all).toMatchObject({ interviewed: 1, hired: 0 });
    const member = await world.signIn(visit.employerMail);
    await world.get(
      "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome",
      { params: { employerId, visitId, registrationId, bookingId }, body: { outcome: "hired", seen: 0 } },
      member,
    );
    expect((await funnelOf("2027-01-04", "2027-01-04")).all).toMatchObject({ interviewed: 1, hired: 1 });
  });

  test.for([
    ["ends before it begins", "2026-12-03", "2026-12-01"],
    ["is longer than a season", "2026-01-01", "2027-12-31"],
  ] as const)("is refused for a time that %s", async ([, from, to]) => {
    expect(refusalOf(await world.call("GET /api/office/lead-funnel", { query: { from, to } }, finder))).toBe("invalid-fields");
  });
});

describe("who is to be asked for at a firm", () => {
  const kinds = async () => (await world.table.allEntries()).map(({ kind }) => kind as string);
  const contactOf = async (leadId: string) => {
    const params = { leadId, contactId: anId("lco") };
    const { today } = await world.get("GET /api/office/lead-sources", {}, finder);
    const body = aLeadContact(finder.accountId, { heldOn: today });
    return world.get("PUT /api/office/leads/{leadId}/contacts/{contactId}", { params, body }, finder);
  };
  const itemsOf = async (leadId: string) => (await world.table.allItems()).filter((item) => JSON.stringify(item).includes(leadId));

  test("is logged with each look", async () => {
    finder = await aFinder(world);
    const { leadId } = await aFoundFirm(world, finder);
    const before = await kinds();
    await world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
    await world.get("GET /api/office/leads", { query: {} }, finder);
    const after = await kinds();
    const more = (kind: string) => after.filter((one) => one === kind).length - before.filter((one) => one === kind).length;
    expect([more("lead"), more("leads")]).toEqual([1, 1]);
  });

  test("is logged with which it was, each by itself, and those of a list", async () => {
    finder = await aFinder(world);
    const [one, other] = [await aFoundFirm(world, finder), await aFoundFirm(world, finder)];
    for (const { leadId } of [one, other, one]) await world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
    const { leads } = await world.get("GET /api/office/leads", { query: {} }, finder);
    // Entries later, or it could stand on another page of those of one instant.
    world.deps.clock.forward(1);
    const third = await aFoundFirm(world, finder);
    await world.get("GET /api/office/leads", { query: {} }, finder);
    const { accountId } = await world.get("GET /api/me", {}, finder);
    const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    const { rows } = await world.get("GET /api/staff/access-log", { query: { accountId } }, manager);
    const recordsOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ records }) => records?.join(" "));
    for (const { leadId } of [one, other]) expect(recordsOf("lead").filter((records) => records === leadId).length).toBeGreaterThan(0);
    const listed = leads.map(({ leadId }) => leadId).sort();
    expect(recordsOf("leads")).toContain(listed.join(" "));
    // Whoever came into the list within the hour is in the log, too.
    expect(recordsOf("leads").some((records) => records?.includes(third.leadId))).toBe(true);
  });

  test("is deleted on their wish with every note, and why stands in the log; the count stays and the number is free", async () => {
    const { leadId, draft } = await aFoundFirm(world, finder);
    await contactOf(leadId);
    const erase = () =>
      world.call("POST /api/office/leads/{leadId}/erasure", { params: { leadId }, body: { reason: "담당자 요청" } }, finder);
    expect((await erase()).ok).toBe(true);
    expect(refusalOf(await erase())).toBe("not-found");
    expect((await itemsOf(leadId)).map(({ type }) => type)).toEqual(["lead-count"]);
    expect(await kinds()).toContain("lead-erased");
    await aFoundFirm(world, finder, { businessNumber: draft.businessNumber });
  });

  test("is deleted with what is written of it in that moment", async () => {
    for (let round = 0; round < 6; round++) {
      const { leadId } = await aFoundFirm(world, finder);
      const erasing = world.call(
        "POST /api/office/leads/{leadId}/erasure",
        { params: { leadId }, body: { reason: "담당자 요청" } },
        finder,
      );
      const noting = [1, 2, 3].map(() => contactOf(leadId).catch(() => undefined));
      expect((await erasing).ok).toBe(true);
      await Promise.all(noting);
      expect((await itemsOf(leadId)).map(({ type }) => type)).toEqual(["lead-count"]);
    }
  });

  test("is kept for a year after the last that was written, and not a day longer", async () => {
    world.deps.clock.set("2027-03-01T01:00:00.000Z");
    finder = await aFinder(world);
    const { leadId } = await aFoundFirm(world, finder);
    world.deps.clock.set("2027-06-01T01:00:00.000Z");
    finder = await aFinder(world);
    await contactOf(leadId);
    const typesOn = async (day: string) => {
      world.deps.clock.set(`${day}T01:00:00.000Z`);
      await world.fire("purge-data");
      return (await itemsOf(leadId)).map(({ type }) => type).sort();
    };
    expect(await typesOn("2028-06-01")).toEqual(["lead", "lead-contact", "lead-count", "lead-listed", "lead-number"]);
    expect(await typesOn("2028-06-02")).toEqual(["lead-count"]);
  });
});
