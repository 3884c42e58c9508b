import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addToLedger } from "../../functions/ledger/ledger-writes.ts";
import { kindWords } from "../../shared/copy/access-log.ts";
import { staffRoleLabels } from "../../shared/copy/codes.ts";
import { AccountId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** 10:05 in Seoul on the day of the visit. */
const now = Instant.parse("2026-12-03T01:05:00.000Z");

let world: World;
let visit: OpenVisit;
let manager: Browser;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(now);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  // A list of nobody is no look.
  await aSeeker(world, visit.visitId);
  manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(now);
  desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
});

const read = (query: Record<string, string> = {}, by = manager) => world.get("GET /api/staff/access-log", { query }, by);
const accountOf = async (browser: Browser) => (await world.get("GET /api/me", {}, browser)).accountId;
const lookAtDay = (by = desk) => world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, by);
const toMe = async (seeker: Browser, query: Record<string, string> = {}) => world.get("GET /api/me/access-log", { query }, seeker);

describe("the manager reads the log", () => {
  test("of a day, of one of the staff, of one kind, about one person: newest first, in names that the manager knows", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    world.deps.clock.forward(1);
    await scan(world, visit, ticket, desk);
    world.deps.clock.forward(1);
    await lookAtDay();
    const accountId = await accountOf(desk);
    const { rows } = await read({ accountId });
    // How they signed in, in which order within one moment, is nothing to this.
    expect(rows.slice(0, 2).map(({ kind }) => kind)).toEqual(["day", "check-in"]);
    expect(new Set(rows.slice(2).map(({ kind }) => kind))).toEqual(new Set(["signed-in", "factor-added"]));
    expect(rows[1]).toMatchObject({
      ...{ kind: "check-in", at: addMinutes(now, 1), who: { who: "staff", accountId, name: "권도경", role: "desk" }, ip: desk.ip },
      ...{ visit: { visitId: visit.visitId, date: "2026-12-03", placeNameKo: "청량리역 광장" }, people: 1 },
      person: { personId: expect.stringMatching(/^psn_/), maskedName: "선○○온" },
    });
    const personId = rows[1]?.person?.personId ?? "";
    // Others look at the visit, too.
    const aboutThem = (await read({ personId })).rows.filter(({ who }) => "accountId" in who && who.accountId === accountId);
    expect(aboutThem).toEqual(rows.slice(0, 2));
    expect((await read({ kind: "check-in" })).rows.map(({ entryId }) => entryId)).toContain(rows[1]?.entryId);
    const day = await read({ day: "2026-12-03" });
    expect(day.rows.map(({ at }) => at)).toEqual(
      day.rows
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect((await read()).today).toBe("2026-12-03");
    expect(await world.get("POST /api/staff/access-log/person", { body: { mail: ticket.seeker.mail } }, manager)).toEqual({
      personId,
      maskedName: "선○○온",
    });
  });

  test("of a firm's members by who they are, too: the contact by name, a colleague by address; whose data it was reads the firm alone", async () => {
    const { employerId, visitId } = visit;
    // As the profile of the firm has it.
    const contactMail = "hr@solbeodeul.example.com";
    const invited = { employerId, invitationId: anId("inv") };
    await world.get(
      "PUT /api/employers/{employerId}/invitations/{invitationId}",
      { params: invited, body: { mail: contactMail } },
      visit.employer,
    );
    const contact = await world.signIn(contactMail);
    await world.get("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params: invited }, contact);
    const seeker = await aSeeker(world, visitId);
    const booked = await bookSlot(world, visit, visit.slots[5] ?? "", seeker);
    expect(booked.ok).toBe(true);
    const looked = { params: { employerId, visitId } };
    for (const by of [visit.employer, await world.signIn(contactMail)])
      await world.get("GET /api/employers/{employerId}/visits/{visitId}/interviews", looked, by);
    const of = async (browser: Browser) => (await read({ accountId: await accountOf(browser) })).rows[0]?.who;
    const firm = { who: "member", employerNameKo: "㈜솔버들정밀" };
    expect(await of(contact)).toMatchObject({ ...firm, name: "윤다래" });
    expect(await of(visit.employer)).toMatchObject({ ...firm, name: visit.employerMail });
    const { lookers } = await world.get("GET /api/staff/access-log/months/{month}", { params: { month: "2026-12" } }, manager);
    expect(lookers.map(({ who }) => ("name" in who ? who.name : null))).toEqual(expect.arrayContaining(["윤다래", visit.employerMail]));
    const theirs = (await toMe(seeker)).rows.filter(({ by }) => by.as === "employer").map(({ by }) => by);
    expect(theirs).toHaveLength(2);
    for (const by of theirs) expect(by).toEqual({ as: "employer", nameKo: "㈜솔버들정밀", nameEn: "Solbeodeul Precision" });
  });

  test("page by page, each entry once", async () => {
    const accountId = AccountId.parse(await accountOf(desk));
    for (let i = 0; i < 120; i++) {
      const entry = { at: addMinutes(now, Math.floor(i / 3)), kind: "day", by: { accountId, role: "desk" }, people: i } as const;
      await addToLedger(world.table.ledger, entry, `page-${accountId}-${i}`);
    }
    const seen: string[] = [];
    let before: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read({ accountId, ...(before && { before }) });
      seen.push(...page.rows.map(({ entryId }) => entryId));
      before = page.next;
      pages += 1;
    } while (before);
    // Three pages of 120 looks, the sign-in and the factor that came with it.
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(122);
    expect(seen).toHaveLength(122);
  });

  test("by one thing at a time", async () => {
    const answer = await world.call("GET /api/staff/access-log", { query: { kind: "day", day: "2026-12-03" } }, manager);
    expect(refusalOf(answer)).toBe("invalid-fields");
  });

  test("and is in it", async () => {
    await read({ kind: "signed-in" });
    const accountId = await accountOf(manager);
    expect((await entriesOf(world, "access-log")).some(({ by }) => "accountId" in by && by.accountId === accountId)).toBe(true);
  });
});

describe("a month", () => {
  test("is signed off once it is over, once, with a note; until then it is shown as open", async () => {
    const later = "2027-01-05T01:00:00.000Z";
    world.deps.clock.set(later);
    const [first, second] = await Promise.all(
      ["one", "two"].map((name) => world.staff(`${anId(name).toLowerCase()}@center.example.com`, ["manager"])),
    );
    const months = async () => (await world.get("GET /api/staff/access-log/months", {}, first)).months;
    expect((await months()).map(({ month, isOver, review }) => [month, isOver, review])).toEqual([
      ["2027-01", false, null],
      ["2026-12", true, null],
    ]);
    const sign = (month: string, note: string, by: Browser | undefined) =>
      world.call("PUT /api/staff/access-log/months/{month}/review", { params: { month }, body: { note } }, by);
    expect(refusalOf(await sign("2027-01", "이상 없음", first))).toBe("review-too-early");
    const review = { at: later, byName: "권도경", note: "밤에 본 기록 2건 확인" };
    expect(await sign("2026-12", review.note, first)).toMatchObject({ status: 200, value: { month: "2026-12", review } });
    expect(await sign("2026-12", "다른 말", second)).toMatchObject({ status: 200, value: { review } });
    expect((await months())[1]?.review).toEqual(review);
    expect(await entriesOf(world, "month-reviewed")).toMatchObject([
      { reason: review.note, days: { from: "2026-12-01", to: "2026-12-31" } },
    ]);
  });

  test("at a glance says who looked how often, at how many, and at night", async () => {
    const accountId = AccountId.parse(await accountOf(desk));
    const by = { accountId, role: "desk" } as const;
    const entries = [
      { at: "2026-10-31T15:00:00.000Z", people: 40 }, // 1 November, 00:00 in Seoul
      { at: "2026-11-15T03:00:00.000Z", people: 2 },
      { at: "2026-11-30T14:59:00.000Z", people: 5 }, // 30 November, 23:59
      { at: "2026-11-30T15:00:00.000Z", people: 1000 }, // December
    ];
    for (const [i, { at, people }] of entries.entries())
      await addToLedger(world.table.ledger, { at: Instant.parse(at), kind: "day", by, people }, `month-${accountId}-${i}`);
    const summary = await world.get("GET /api/staff/access-log/months/{month}", { params: { month: "2026-11" } }, manager);
    expect(summary).toMatchObject({ month: "2026-11", isOver: true, entries: 3, kinds: [{ kind: "day", entries: 3 }] });
    expect(summary.lookers).toEqual([
      { who: { who: "staff", accountId, name: "권도경", role: "desk" }, entries: 3, people: 47, atNight: 2 },
    ]);
  });
});

describe("an export", () => {
  const exported = (body: Record<string, unknown>, by = manager) => world.call("POST /api/staff/access-log/exports", { body }, by);
  const period = { from: "2026-12-01", to: "2026-12-31" };

  const exports = async () => (await entriesOf(world, "exported")).map(({ reason }) => reason);

  test("needs a reason, and no more than 31 days", async () => {
    const before = await exports();
    for (const [body, pointer] of [
      [period, "/reason"],
      [{ ...period, reason: "  " }, "/reason"],
      [{ from: "2026-12-01", to: "2027-01-01", reason: "점검" }, "/to"],
      [{ from: "2026-12-02", to: "2026-12-01", reason: "점검" }, "/to"],
    ] as const)
      expect(await exported(body)).toMatchObject({ status: 422, problem: { errors: [{ pointer }] } });
    expect(await exports()).toEqual(before);
  });

  test("is a file that opens right in Excel, and stands in the log with its reason before it is given", async () => {
    await lookAtDay();
    const answer = await exported({ ...period, reason: "=분기 점검" });
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("access-log-2026-12-01-2026-12-31.csv");
    const text = String(answer.value);
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = text.slice(1).split("\r\n");
    expect(lines[0]).toMatch(/^시각\(서울\),누가,/);
    expect(lines.some((line) => line.includes("그날 오는 사람 명단"))).toBe(true);
    const [entry] = (await entriesOf(world, "exported")).filter(({ reason }) => reason === "=분기 점검");
    expect(entry).toMatchObject({ reason: "=분기 점검", days: period, people: lines.length - 2 });
    // The next export tells of this one, and its reason runs nothing.
    const again = await exported({ ...period, reason: "다시 점검" });
    if (!again.ok) throw new Error(again.problem.code);
    expect(String(again.value)).toContain(",'=분기 점검,");
  });

  test("says roles and members in words, as the page does", async () => {
    await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
    await world.settle();
    const answer = await exported({ from: "2026-11-15", to: "2026-12-15", reason: "권한 점검" });
    if (!answer.ok) throw new Error(answer.problem.code);
    const lines = String(answer.value).split("\r\n");
    const of = (kind: "roles-changed" | "member-added") => lines.filter((line) => line.includes(kindWords[kind].ko));
    expect(of("roles-changed").some((line) => line.includes(`,없음,${staffRoleLabels.desk.ko},`))).toBe(true);
    expect(of("roles-changed").join()).not.toMatch(/\b(desk|counsellor|manager)\b/);
    expect(of("member-added").length).toBeGreaterThan(0);
    for (const line of of("member-added")) expect(line).toMatch(/,기업 구성원 acc_\w+,,,/);
  });
});

describe("people read who saw their data", () => {
  test("what names them, and lists they were in, as what and what for, and nothing of others", async () => {
    await lookAtDay();
    world.deps.clock.forward(60);
    const ticket = await aTicket(world, visit, { name: "마루한" });
    const { seeker } = ticket;
    expect(await toMe(seeker)).toEqual({ rows: [], next: null });

    await scan(world, visit, ticket, desk);
    world.deps.clock.forward(1);
    await bookSlot(world, visit, visit.slots.at(-1) ?? "", seeker);
    await world.get(
      "GET /api/employers/{employerId}/visits/{visitId}/interviews",
      { params: { employerId: visit.employerId, visitId: visit.visitId } },
      visit.employer,
    );
    world.deps.clock.forward(1);
    await lookAtDay();
    const { rows } = await toMe(seeker);
    expect(rows.map(({ kind, by, people }) => ({ kind, by, people }))).toEqual([
      { kind: "day", by: { as: "staff", role: "desk" }, people: expect.any(Number) },
      { kind: "interviews", by: { as: "employer", nameKo: "㈜솔버들정밀", nameEn: "Solbeodeul Precision" }, people: expect.any(Number) },
      { kind: "check-in", by: { as: "staff", role: "desk" }, people: null },
    ]);
    expect(rows[2]?.visit).toMatchObject({ placeNameKo: "청량리역 광장", placeNameEn: "Cheongnyangni Station Plaza" });
    expect(JSON.stringify(rows)).not.toMatch(/권도경|acc_|psn_|198\.51/);
  });

  test("a list that goes on within its hour shows whoever registers meanwhile", async () => {
    await lookAtDay();
    world.deps.clock.forward(30);
    const seeker = await aSeeker(world, visit.visitId, { name: "다솜이" });
    // Since they are there, and not since before: the list was open already.
    expect((await toMe(seeker)).rows.map(({ kind, at, isBetween, until }) => ({ kind, at, isBetween, until }))).toContainEqual({
      ...{ kind: "day", at: addMinutes(now, 30), isBetween: true, until: addMinutes(now, 55) },
    });
    expect((await toMe(seeker)).rows.every(({ at }) => at >= addMinutes(now, 30))).toBe(true);
  });

  test("whoever was found by somebody else's name is not told of it", async () => {
    const [found, other] = await Promise.all([
      aTicket(world, visit, { name: "하나뿐인이름" }),
      aTicket(world, visit, { name: "다른사람이름" }),
    ]);
    await world.get(
      "POST /api/staff/visits/{visitId}/people-search",
      { params: { visitId: visit.visitId }, body: { text: "하나뿐인이름" } },
      desk,
    );
    const kinds = async (seeker: Browser) => (await toMe(seeker)).rows.map(({ kind }) => kind);
    expect(await kinds(found.seeker)).toContain("found");
    expect(await kinds(other.seeker)).not.toContain("found");
  });

  test("page by page over all that they were in, each once and in order", async () => {
    const { seeker } = await aTicket(world, visit, { name: "나두리" });
    const [mine] = (await world.get("GET /api/me/registrations", {}, seeker)).registrations;
    const [registrationId, visitId] = [RegistrationId.parse(mine?.registrationId), VisitId.parse(visit.visitId)];
    const by = { accountId: AccountId.parse(await accountOf(desk)), role: "desk" } as const;
    const before = (await toMe(seeker)).rows.length;
    for (let i = 0; i < 60; i++) {
      const at = addMinutes(now, 60 + i);
      const whose = [{ visitId, registrationId }, { visitId, among: [registrationId] }, { among: [registrationId] }, { visitId }][i % 4];
      await addToLedger(world.table.ledger, { at, kind: "ticket", by, people: 1, ...whose }, `mine-${registrationId}-${i}`);
    }
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof toMe>> = await toMe(seeker, next ? { before: next } : {});
      seen.push(...page.rows.map(({ at }) => at));
      next = page.next;
    } while (next);
    // What names nobody, and is no list of the whole visit, is not about them.
    expect(seen).toHaveLength(before + 45);
    expect(seen).toEqual([...seen].sort().reverse());
  });
});
