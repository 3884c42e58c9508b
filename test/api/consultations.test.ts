import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { aConsultation, aNextStep, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const noteKey = "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}" as const;
const notesKey = "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations" as const;
const openingKey = "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening" as const;
const strikeKey = "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking" as const;
const step = "/api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}" as const;
const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  manager = visit.manager;
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(start));

const aCounsellor = async (name = "권도경") => {
  const mail = `${anId("counsellor").toLowerCase()}@center.example.com`;
  const { accountId } = await world.get("PUT /api/staff/members", { body: { mail, name, roles: ["counsellor"] } }, manager);
  return { browser: await world.signIn(mail), accountId };
};
/** Somebody registered, and where staff find them. */
const aPerson = async (over: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, over);
  const { registrationId } = await registrationOf(world, visit, seeker);
  return { seeker, params: { visitId: visit.visitId, registrationId } };
};
const listOf = async (browser: Browser, query: Record<string, string> = {}) => world.get("GET /api/staff/follow-ups", { query }, browser);

describe("the note of a talk", () => {
  test("is written once with its next step, however often it is sent, and found by who wrote it; the look is logged", async () => {
    const [{ browser }, other] = [await aCounsellor(), await aCounsellor("오서린")];
    const { params } = await aPerson();
    const consultationId = anId("con");
    const body = aConsultation({ note: "첫째 줄\n둘째 줄", next: aNextStep() });
    const sent = { params: { ...params, consultationId }, body };
    expect(await world.call(noteKey, sent, browser)).toMatchObject({ ok: true, status: 201 });
    expect(await world.call(noteKey, sent, browser)).toMatchObject({ ok: true, status: 200 });
    const { name, consultations } = await world.get(openingKey, { params, body: { reason: "지금 상담 중" } }, other.browser);
    expect(name).toBe("김하늘");
    expect(consultations).toMatchObject([
      {
        consultationId,
        note: "첫째 줄\n둘째 줄",
        byName: "권도경",
        isMine: false,
        version: 1,
        next: { what: "이력서 다시 보기", state: "open" },
      },
    ]);
    expect((await listOf(browser)).followUps).toHaveLength(1);
    expect((await entriesOf(world, "consultations")).length).toBeGreaterThan(0);
  });

  test("is closed to a counsellor who is not theirs until they say why, which its person can read", async () => {
    const [writer, other] = [await aCounsellor(), await aCounsellor("오서린")];
    const { seeker, params } = await aPerson();
    await world.get(
      noteKey,
      { params: { ...params, consultationId: anId("con") }, body: aConsultation({ note: "적은 말" }) },
      writer.browser,
    );
    const closed = await world.get(notesKey, { params }, other.browser);
    expect(closed).toMatchObject({ consultations: [], closed: 1 });
    expect(JSON.stringify(closed)).not.toContain("적은 말");
    expect(refusalOf(await world.call(openingKey, { params, body: { reason: " " } }, other.browser))).toBe("invalid-fields");
    const opened = await world.get(openingKey, { params, body: { reason: "상담을 넘겨받음" } }, other.browser);
    expect(opened).toMatchObject({ consultations: [{ note: "적은 말", isMine: false }], closed: 0 });
    // Not for good: the next look takes a reason again, until they have talked with them.
    expect(await world.get(notesKey, { params }, other.browser)).toMatchObject({ closed: 1 });
    await world.get(noteKey, { params: { ...params, consultationId: anId("con") }, body: aConsultation() }, other.browser);
    expect(await world.get(notesKey, { params }, other.browser)).toMatchObject({ closed: 0 });
    const { records } = await world.get("GET /api/me/export", {}, seeker);
    const log = records.filter(({ what }) => what === "visit-log").map(({ content }) => content);
    expect(log).toMatchObject([{ did: "opened-notes", reason: "상담을 넘겨받음" }]);
  });

  test("held earlier and typed later is kept under when it was held, and corrected", async () => {
    const { browser } = await aCounsellor();
    const { params } = await aPerson();
    const at = { ...params, consultationId: anId("con") };
    await world.get(noteKey, { params: at, body: aConsultation({ heldAt: "2026-11-20T05:00:00.000Z" }) }, browser);
    const corrected = { params: at, body: aConsultation({ heldAt: "2026-11-20T06:30:00.000Z", seen: 1 }) };
    expect(await world.get(noteKey, corrected, browser)).toMatchObject({ heldAt: "2026-11-20T06:30:00.000Z" });
    const ahead = { params: at, body: aConsultation({ heldAt: "2026-11-24T06:30:00.000Z", seen: 2 }) };
    expect(refusalOf(await world.call(noteKey, ahead, browser))).toBe("in-future");
  });

  test("may be held up to ninety days before the visit; dated earlier it is refused in words, as new and as corrected", async () => {
    const { browser } = await aCounsellor();
    const { params } = await aPerson();
    const at = { ...params, consultationId: anId("con") };
    const write = (heldAt: string, over: object = {}) =>
      world.call(noteKey, { params: at, body: aConsultation({ heldAt, ...over }) }, browser);
    // 90 days before the visit of 3 December, and the moment before that day in Seoul.
    const [first, before] = ["2026-09-03T15:00:00.000Z", "2026-09-03T14:59:59.000Z"];
    const tooEarly = { ok: false, problem: { code: "invalid-fields", errors: [{ pointer: "/heldAt", code: "talk-too-early" }] } };
    for (const heldAt of [before, "2006-11-22T01:00:00.000Z"]) expect(await write(heldAt)).toMatchObject(tooEarly);
    expect((await world.get(notesKey, { params }, browser)).consultations).toEqual([]);
    expect(await write(first)).toMatchObject({ ok: true, status: 201 });
    expect(await write(before, { seen: 1 })).toMatchObject(tooEarly);
    expect((await world.get(notesKey, { params }, browser)).consultations).toMatchObject([{ heldAt: first, version: 1 }]);
  });

  test("is one of two that bear its number, and another's number is taken", async () => {
    const [one, other] = [await aCounsellor(), await aCounsellor()];
    const { params } = await aPerson();
    const sent = { params: { ...params, consultationId: anId("con") }, body: aConsultation() };
    const answers = await Promise.all([world.call(noteKey, sent, one.browser), world.call(noteKey, sent, other.browser)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok).map(refusalOf)).toEqual(["id-taken"]);
  });

  test("is corrected by who wrote it, on the version that they saw, and by nobody else", async () => {
    const [one, other] = [await aCounsellor(), await aCounsellor()];
    const { params } = await aPerson();
    const at = { ...params, consultationId: anId("con") };
    await world.get(noteKey, { params: at, body: aConsultation() }, one.browser);
    const correction = { params: at, body: aConsultation({ note: "고쳐 적음", seen: 1 }) };
    expect(refusalOf(await world.call(noteKey, correction, other.browser))).toBe("consultation-changed");
    expect(await world.get(noteKey, correction, one.browser)).toMatchObject({ note: "고쳐 적음", version: 2 });
    // Its answer was lost.
    expect(await world.get(noteKey, correction, one.browser)).toMatchObject({ note: "고쳐 적음", version: 2 });
    const stale = { params: at, body: aConsultation({ note: "옛 화면에서", seen: 1 }) };
    expect(refusalOf(await world.call(noteKey, stale, one.browser))).toBe("consultation-changed");
  });

  test("is the person's to read in their export, and gone with them", async () => {
    const { browser } = await aCounsellor();
    const { seeker, params } = await aPerson();
    await world.get(noteKey, { params: { ...params, consultationId: anId("con") }, body: aConsultation({ next: aNextStep() }) }, browser);
    const exported = JSON.stringify(await world.get("GET /api/me/export", {}, seeker));
    expect(exported).toContain("펌프 조립을 다시");
    expect(exported).toContain("이력서 다시 보기");
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
    expect((await listOf(browser)).followUps).toEqual([]);
    expect(refusalOf(await world.call(notesKey, { params }, browser))).toBe("not-found");
    const left = (await world.table.allItems()).filter(({ type }) => type === "consultation" || type === "follow-up");
    expect(JSON.stringify(left)).not.toContain(params.registrationId);
  });

  test.each([
    ["of tomorrow", { heldAt: "2026-11-24T01:00:00.000Z" }, "in-future"],
    ["with a next step in the past", { next: aNextStep({ dueOn: "2026-11-22" }) }, "invalid-fields"],
    ["with a next step in two years", { next: aNextStep({ dueOn: "2028-11-22" }) }, "invalid-fields"],
    ["with a resident number", { note: "번호 681123-1234567" }, "invalid-fields"],
    ["without an outcome", { outcomes: [] }, "invalid-fields"],
    ["with an outcome twice", { outcomes: ["closed", "closed"] }, "invalid-fields"],
  ])("%s is refused, and nothing is written", async (_, over, code) => {
    const { browser } = await aCounsellor();
    const { params } = await aPerson();
    const answer = await world.call(noteKey, { params: { ...params, consultationId: anId("con") }, body: aConsultation(over) }, browser);
    expect(refusalOf(answer)).toBe(code);
    expect((await world.get(notesKey, { params }, browser)).consultations).toEqual([]);
    expect((await listOf(browser)).followUps).toEqual([]);
  });
});

describe("what is to be done next", () => {
  const aTask = async (over: Record<string, unknown> = {}) => {
    const counsellor = await aCounsellor();
    const { params, seeker } = await aPerson();
    const consultationId = anId("con");
    const written = await world.get(
      noteKey,
      { params: { ...params, consultationId }, body: aConsultation({ next: aNextStep(over) }) },
      counsellor.browser,
    );
    return { ...counsellor, seeker, params: { ...params, followUpId: written.next?.followUpId ?? "" } };
  };

  test("is listed by day, over pages, with whom to call; the look is logged", async () => {
    const { browser } = await aCounsellor();
    const { params } = await aPerson({ phone: "010-0000-0177" });
    const days = Array.from({ length: 52 }, (_, n) => `2026-12-${String(1 + (n % 28)).padStart(2, "0")}`);
    for (const dueOn of days)
      await world.get(
        noteKey,
        { params: { ...params, consultationId: anId("con") }, body: aConsultation({ next: aNextStep({ dueOn }) }) },
        browser,
      );
    const first = await listOf(browser);
    const second = await listOf(browser, { after: first.next ?? "" });
    expect([first.followUps.length, second.followUps.length, second.next]).toEqual([50, 2, null]);
    const seen = [...first.followUps, ...second.followUps];
    expect(seen.map(({ dueOn }) => dueOn)).toEqual([...days].sort());
    expect(new Set(seen.map(({ followUpId }) => followUpId)).size).toBe(52);
    expect(seen[0]?.person).toMatchObject({ name: "김하늘", phone: "01000000177", hasMail: true });
    expect((await entriesOf(world, "follow-ups")).length).toBeGreaterThan(0);
  });

  test("leaves the list only with words, once, and goes on where there is a next step", async () => {
    const { browser, params } = await aTask();
    const settle = { how: "done", result: "이력서를 함께 고침", next: aNextStep({ what: "기업에 전화", waitingFor: "employer" }), seen: 1 };
    expect(refusalOf(await world.call(`POST ${step}/closing`, { params, body: { ...settle, result: " " } }, browser))).toBe(
      "invalid-fields",
    );
    const answers = await Promise.all([1, 2, 3].map(() => world.call(`POST ${step}/closing`, { params, body: settle }, browser)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const { followUps } = await listOf(browser);
    expect(followUps).toMatchObject([{ what: "기업에 전화", waitingFor: "employer" }]);
    const other = { how: "given-up", result: "연락이 안 됨", next: null, seen: 1 };
    expect(refusalOf(await world.call(`POST ${step}/closing`, { params, body: other }, browser))).toBe("follow-up-changed");
    const { consultations } = await world.get(
      notesKey,
      { params: { visitId: params.visitId, registrationId: params.registrationId } },
      browser,
    );
    expect(consultations[0]?.next).toMatchObject({ state: "done", result: "이력서를 함께 고침" });
  });

  test("is put off to another day with a reason, by the version that was seen", async () => {
    const { browser, params } = await aTask();
    const later = { dueOn: "2026-12-20", waitingFor: "us", reason: "연락을 기다림", seen: 1 };
    await world.get(`POST ${step}/postponement`, { params, body: later }, browser);
    await world.get(`POST ${step}/postponement`, { params, body: later }, browser);
    expect((await listOf(browser)).followUps).toMatchObject([{ dueOn: "2026-12-20", waitingFor: "us", version: 2 }]);
    const stale = { ...later, dueOn: "2026-12-24", reason: "옛 화면" };
    expect(refusalOf(await world.call(`POST ${step}/postponement`, { params, body: stale }, browser))).toBe("follow-up-changed");
    const past = { ...later, dueOn: "2026-11-20", seen: 2 };
    expect(refusalOf(await world.call(`POST ${step}/postponement`, { params, body: past }, browser))).toBe("invalid-fields");
  });

  test("is handed to who can do it, and to nobody else", async () => {
    const { browser, params } = await aTask();
    const other = await aCounsellor("오서린");
    const deskMail = `${anId("desk").toLowerCase()}@center.example.com`;
    const desk = await world.get("PUT /api/staff/members", { body: { mail: deskMail, name: "접수원", roles: ["desk"] } }, manager);
    const give = (to: string) => world.call(`POST ${step}/handing`, { params, body: { to, reason: "휴가", seen: 1 } }, browser);
    expect(refusalOf(await give(desk.accountId))).toBe("cannot-follow-up");
    expect(refusalOf(await give(anId("acc")))).toBe("cannot-follow-up");
    expect((await give(other.accountId)).ok).toBe(true);
    expect((await listOf(browser)).followUps).toEqual([]);
    expect((await listOf(other.browser)).followUps).toMatchObject([{ followUpId: params.followUpId }]);
  });

  test("of a colleague is seen by managers, and by nobody else", async () => {
    const { accountId, params } = await aTask();
    const other = await aCounsellor();
    expect((await listOf(manager, { owner: accountId })).followUps).toMatchObject([{ followUpId: params.followUpId }]);
    expect(refusalOf(await world.call("GET /api/staff/follow-ups", { query: { owner: accountId } }, other.browser))).toBe("not-allowed");
  });

  test("of somebody else is not found by another person's registration", async () => {
    const { browser, params } = await aTask();
    const stranger = await aPerson();
    const body = { how: "done", result: "끝", next: null, seen: 1 };
    const at = { ...stranger.params, followUpId: params.followUpId };
    expect(refusalOf(await world.call(`POST ${step}/closing`, { params: at, body }, browser))).toBe("not-found");
  });
});

describe("a note that was written about the wrong person", () => {
  /** One with a next step, by a counsellor. */
  const aNote = async () => {
    const counsellor = await aCounsellor();
    const { seeker, params } = await aPerson();
    const at = { ...params, consultationId: anId("con") };
    const sent = { params: at, body: aConsultation({ note: "다른 분의 말", next: aNextStep() }) };
    await world.get(noteKey, sent, counsellor.browser);
    return { ...counsellor, seeker, params, at, sent };
  };
  const strike = (at: Awaited<ReturnType<typeof aNote>>["at"], by: Browser, reason = "다른 분의 상담을 잘못 적음") =>
    world.call(strikeKey, { params: at, body: { reason } }, by);
  const countsOf = async () => {
    const { report } = await world.get("GET /api/staff/reports/visits/{visitId}", { params: { visitId: visit.visitId } }, manager);
    return [report.counts.consultations as number, report.people.consulted as number];
  };

  test("is struck by who wrote it: gone with what was to be done, and no longer counted; who and why is logged, and its person reads that", async () => {
    const before = await countsOf();
    const { browser, accountId, seeker, params, at } = await aNote();
    expect(await countsOf()).toEqual(before.map((count) => count + 1));
    for (const _ of ["once", "again"]) expect(await strike(at, browser)).toMatchObject({ ok: true, status: 204 });
    expect((await world.get(notesKey, { params }, browser)).consultations).toEqual([]);
    expect((await listOf(browser)).followUps).toEqual([]);
    expect(await countsOf()).toEqual(before);
    const entries = (await entriesOf(world, "note-struck")).filter((entry) => entry.registrationId === params.registrationId);
    expect(entries).toMatchObject([{ by: { accountId }, reason: "다른 분의 상담을 잘못 적음" }]);
    expect(JSON.stringify([await world.table.allItems(), entries])).not.toContain("다른 분의 말");
    const { rows } = await world.get("GET /api/me/access-log", {}, seeker);
    expect(rows.map(({ kind }) => kind)).toContain("note-struck");
  });

  test("is struck by a manager, with a reason, and by no other counsellor", async () => {
    const { browser, params, at } = await aNote();
    const other = await aCounsellor("오서린");
    expect(refusalOf(await strike(at, other.browser))).toBe("not-allowed");
    expect(refusalOf(await strike(at, browser, " "))).toBe("invalid-fields");
    expect(refusalOf(await strike(at, browser, "주민번호 900101-1234567"))).toBe("invalid-fields");
    expect(refusalOf(await strike({ ...at, consultationId: anId("con") }, manager))).toBe("not-found");
    expect(refusalOf(await strike({ ...(await aPerson()).params, consultationId: at.consultationId }, manager))).toBe("not-found");
    expect((await world.get(notesKey, { params }, browser)).consultations).toHaveLength(1);
    expect((await strike(at, manager)).ok).toBe(true);
    expect((await world.get(notesKey, { params }, browser)).consultations).toEqual([]);
  });

  test("does not come back when it is sent again, also in that moment; another one can be written", async () => {
    const { browser, params, at, sent } = await aNote();
    const answers = await Promise.all([strike(at, browser), world.call(noteKey, sent, browser), world.call(noteKey, sent, browser)]);
    expect(answers[0]?.ok).toBe(true);
    const again = await world.call(noteKey, sent, browser);
    expect(again).toMatchObject({ ok: false, status: 410, problem: { code: "note-struck" } });
    expect((await world.get(notesKey, { params }, browser)).consultations).toEqual([]);
    expect((await listOf(browser)).followUps).toEqual([]);
    const own = { params: { ...params, consultationId: anId("con") }, body: aConsultation({ note: "이분의 말" }) };
    expect((await world.call(noteKey, own, browser)).ok).toBe(true);
  });

  test("leaves what was settled, and takes what goes on because of it", async () => {
    const { browser, params, at } = await aNote();
    const followUpId = (await listOf(browser)).followUps[0]?.followUpId ?? "";
    const settle = { how: "done", result: "전화함", next: aNextStep({ what: "다시 전화" }), seen: 1 };
    await world.get(`POST ${step}/closing`, { params: { ...params, followUpId }, body: settle }, browser);
    expect((await strike(at, browser)).ok).toBe(true);
    expect((await listOf(browser)).followUps).toEqual([]);
    const left = (await world.table.allItems()).filter(
      ({ type, consultationId }) => type === "follow-up" && consultationId === at.consultationId,
    );
    expect(left).toMatchObject([{ followUpId, state: "done" }]);
  });
});
