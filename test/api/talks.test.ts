import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ConcernRow } from "../../shared/contract/talks.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aProfile, aVerifiedEmployer, type OpenVisit } from "../support/builders.ts";
import { aBusinessNumber, aFinder, aFoundFirm } from "../support/leads.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut } from "../support/plans.ts";
import { aConcern, aSignedUpFirm, aTalk } from "../support/talks.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const now = "2026-11-23T01:00:00.000Z";
const answerText = "서울고용센터의 채용 장려금을 안내해 드립니다.\n서류는 저희가 함께 봅니다.";

let world: World;
let visit: OpenVisit;
let finder: Browser & { accountId: string };
beforeAll(async () => {
  world = await aWorld(now);
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(now);
  finder = await aFinder(world);
});

const signUp = (body: unknown, talkId = anId("tlk"), { employerId, employer }: Pick<OpenVisit, "employerId" | "employer"> = visit) =>
  world.call("PUT /api/office/employers/{employerId}/talks/{talkId}", { params: { employerId, talkId }, body }, employer);
const ownTalks = async ({ employerId, employer }: Pick<OpenVisit, "employerId" | "employer"> = visit) =>
  (await world.get("GET /api/office/employers/{employerId}/talks", { params: { employerId } }, employer)).talks;
const talkOf = (talkId: string) => world.get("GET /api/office/talks/{talkId}", { params: { talkId } }, finder);
/** The whole list, page by page. */
const listed = async (list: "open" | "answered" = "open", after?: string): Promise<ConcernRow[]> => {
  const page = await world.get("GET /api/office/concerns", { query: { list, ...(after && { after }) } }, finder);
  return page.next ? [...page.concerns, ...(await listed(list, page.next))] : page.concerns;
};
type On = { talkId: string; concernId: string };
const give = (params: On, body: unknown) =>
  world.call("PUT /api/office/talks/{talkId}/concerns/{concernId}/owner", { params, body }, finder);
const answer = (params: On, body: unknown) =>
  world.call("PUT /api/office/talks/{talkId}/concerns/{concernId}/answer", { params, body }, finder);
type Corrected = { talkId: string; nameKo: string; visitId: string; contact: object; concerns: readonly unknown[]; version: number };
/** Corrects what was written down of a firm: what is not said stays as the talk has it. */
const correct = ({ talkId, nameKo, visitId, contact, concerns, version }: Corrected, over: Record<string, unknown> = {}) => {
  const known = concerns.map((one) => pick(one as Record<string, unknown>));
  const body = { nameKo, visitId, contact, concerns: known, seen: version, ...over };
  return world.call("PUT /api/office/talks/{talkId}/correction", { params: { talkId }, body }, finder);
};
const pick = ({ concernId, category, text }: Record<string, unknown>) => ({ concernId, category, text });
/** Another firm that signs in. */
const anotherFirm = async () => {
  const employer = await world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`);
  return { employer, ...(await aVerifiedEmployer(world, visit.manager, employer)) };
};
/** A firm without an account with one concern. */
const aFirm = async (over: Record<string, unknown> = {}) => {
  const talk = await aSignedUpFirm(world, visit.visitId, finder, over);
  return { talk, on: { talkId: talk.talkId, concernId: talk.concerns[0]?.concernId ?? "" } };
};
const kinds = async () => (await world.table.allEntries()).map(({ kind }) => kind as string);

describe("a firm that signs up by itself", () => {
  test("is there once, however often it is sent, and reads its answer, and who of the centre has it is not said", async () => {
    const firm = await anotherFirm();
    const talkId = anId("tlk");
    const body = aTalk(visit.visitId, { concerns: [aConcern(), aConcern({ category: "funding", text: "운전 자금이 모자랍니다." })] });
    expect((await signUp(body, talkId, firm)).ok).toBe(true);
    expect((await signUp(body, talkId, firm)).ok).toBe(true);
    expect(refusalOf(await signUp(aTalk(visit.visitId), talkId, firm))).toBe("id-taken");
    const [first] = (await talkOf(talkId)).concerns;
    const on = { talkId, concernId: first?.concernId ?? "" };
    await give(on, { ownerId: finder.accountId, dueOn: "2026-12-10", seen: 1 });
    await answer(on, { answer: answerText, seen: 2 });
    const talks = await ownTalks(firm);
    expect(talks).toMatchObject([{ talkId, visitId: visit.visitId, visitOn: "2026-12-03", contact: { name: "윤다래" } }]);
    expect(talks[0]?.concerns.map(({ state, answer: said }) => [state, said]).toSorted()).toEqual([
      ["answered", answerText],
      ["new", null],
    ]);
    expect(JSON.stringify(talks)).not.toContain(finder.accountId);
    expect((await ownTalks()).map((talk) => talk.talkId)).not.toContain(talkId);
  });

  test("is told by a mail that says what it is about, and not the answer, on a page that asks to sign in", async () => {
    const talkId = anId("tlk");
    const concern = aConcern({ text: "김심어 대리가 그만두었습니다." });
    await signUp(
      aTalk(visit.visitId, { contact: { name: "윤다래", phone: "02-000-0001", mail: "own@talks.example.com" }, concerns: [concern] }),
      talkId,
    );
    await answer({ talkId, concernId: concern.concernId }, { answer: answerText, seen: 1 });
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    expect(newsTo(world, "own@talks.example.com").map(({ subject }) => subject)).toEqual(["말씀해 주신 어려움에 답을 드립니다"]);
    const { text, html } = await lastNews(world, "own@talks.example.com");
    expect(text).toContain(`/console/employers/${visit.employerId}/talks`);
    expect(text).toContain("인력(구인난)");
    for (const hidden of ["장려금", "김심어", "윤다래"]) expect(text + html).not.toContain(hidden);
  });

  test("comes to a visit that is open, and no other", async () => {
    const planned = await anOpenVisit(world, { opened: false, plan: { date: "2026-12-08" } });
    expect(refusalOf(await signUp(aTalk(planned.visitId)))).toBe("visit-not-open");
    expect(refusalOf(await signUp(aTalk(anId("vis"))))).toBe("invalid-fields");
    world.deps.clock.set("2026-12-03T12:00:00.000Z");
    const later = await world.signIn(visit.employerMail);
    await world.takeSecondStep(later);
    expect(refusalOf(await signUp(aTalk(visit.visitId), anId("tlk"), { ...visit, employer: later }))).toBe("visit-over");
  });

  test("takes it back with everything that it wrote; nobody else can; how many there were stays", async () => {
    const firm = await anotherFirm();
    const talkId = anId("tlk");
    await signUp(aTalk(visit.visitId), talkId, firm);
    const withdraw = ({ employerId, employer }: Pick<OpenVisit, "employerId" | "employer">) =>
      world.call("POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal", { params: { employerId, talkId } }, employer);
    await withdraw(visit);
    expect(await ownTalks(firm)).toHaveLength(1);
    expect((await withdraw(firm)).ok).toBe(true);
    expect((await withdraw(firm)).ok).toBe(true);
    expect(await ownTalks(firm)).toEqual([]);
    expect((await listed()).map((row) => row.talkId)).not.toContain(talkId);
    expect((await world.table.allItems()).filter((item) => JSON.stringify(item).includes(talkId))).toEqual([]);
  });

  test("more than twenty times a day is refused, and when it may again is said", async () => {
    const firm = await anotherFirm();
    const answers: Awaited<ReturnType<typeof signUp>>[] = [];
    for (let n = 0; n < 21; n += 1) answers.push(await signUp(aTalk(visit.visitId), anId("tlk"), firm));
    expect(answers.slice(0, 20).every(({ ok }) => ok)).toBe(true);
    const [refused] = answers.slice(20) as [(typeof answers)[number]];
    expect(refusalOf(refused)).toBe("too-many-requests");
    // a day of the limit ends at 09:00 in Seoul
    const untilNine = Date.parse("2026-11-24T00:00:00.000Z") - Date.parse(world.deps.clock.now());
    expect(refused.headers.get("retry-after")).toBe(String(Math.ceil(untilNine / 1000)));
  });

  test.for([
    ["nothing that troubles it", { concerns: [] }, "/concerns required"],
    ["six concerns", { concerns: Array.from({ length: 6 }, () => aConcern()) }, "/concerns too-long"],
    ["a resident number in what it says", { concerns: [aConcern({ text: "직원 900101-1234567" })] }, "/concerns/0/text resident-number"],
    ["a resident number for who speaks", { contact: { name: "900101-1234567", phone: "02-000-0001" } }, "/contact/name resident-number"],
    [
      "a resident number for a post",
      { contact: { name: "윤다래", title: "900101-1234567", phone: "02-000-0001" } },
      "/contact/title resident-number",
    ],
    ["no number to call", { contact: { name: "윤다래" } }, "/contact/phone required"],
  ] as const)("is refused with %s, and nothing is written", async ([, over, refused]) => {
    await world.table.newRecords();
    const said = await signUp(aTalk(visit.visitId, over));
    expect(said.ok ? [] : (said.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([refused]);
    expect(await world.table.newRecords()).toEqual([]);
  });
});

describe("a firm that staff sign up", () => {
  test("needs no account: the mail says the answer itself, and nothing personal before it is opened", async () => {
    const { on } = await aFirm({ contact: { name: "노가람", phone: "02-000-0002", mail: "noacc@talks.example.com" } });
    await answer(on, { answer: answerText, seen: 1 });
    await world.settle();
    const { subject, text } = await lastNews(world, "noacc@talks.example.com");
    for (const line of answerText.split("\n")) expect(text).toContain(line);
    expect(text).not.toContain("/console");
    expect(subject).toBe("말씀해 주신 어려움에 답을 드립니다");
  });

  test("and that has no address is called: it stands among the calls with its number until somebody did", async () => {
    const { on } = await aFirm({ nameKo: "㈜전화만정공", contact: { name: "노가람", phone: "02-000-0004" } });
    await answer(on, { answer: answerText, seen: 1 });
    await world.settle();
    const desk = await aDesk(world);
    const mine = async () =>
      (await world.get("GET /api/staff/undelivered-mails", {}, desk)).mails.filter(
        ({ reader }) => reader.who === "firm" && reader.talkId === on.talkId,
      );
    const [call] = await mine();
    expect(call).toMatchObject({ phone: "020000004", maskedMail: null, state: "no-address", reader: { nameKo: "㈜전화만정공" } });
    await world.get("POST /api/staff/undelivered-mails/{mailId}/call", { params: { mailId: call?.mailId ?? "" } }, desk);
    expect(await mine()).toEqual([]);
  });

  test("whose mail comes back is called, too", async () => {
    const { on } = await aFirm({ contact: { name: "노가람", phone: "02-000-0005", mail: "bounce@talks.example.com" } });
    world.office.ses.faults.add({ kind: "Bounce", to: "bounce@talks.example.com" });
    await answer(on, { answer: answerText, seen: 1 });
    await world.settle();
    const { mails } = await world.get("GET /api/staff/undelivered-mails", {}, await aDesk(world));
    const found = mails.find(({ reader }) => reader.who === "firm" && reader.talkId === on.talkId);
    expect(found).toMatchObject({ state: "bounced", phone: "020000005", reader: { answer: answerText } });
  });

  test("by the number of an employer that was checked reads its answer there; one that only says it has the number does not", async () => {
    const businessNumber = aBusinessNumber();
    const stranger = await world.signIn(`${anId("stranger").toLowerCase()}@example.com`);
    const employerId = anId("emp");
    const put = { params: { employerId }, body: aProfile({ businessNumber }) };
    await world.get("PUT /api/employers/{employerId}", put, stranger);
    await world.takeSecondStep(stranger);
    await aFirm({ businessNumber });
    expect(await ownTalks({ employerId, employer: stranger })).toEqual([]);
    await world.get(
      "POST /api/staff/employers/{employerId}/decision",
      { params: { employerId }, body: { decision: "approve" } },
      visit.manager,
    );
    const { talk } = await aFirm({ businessNumber, visitId: (await anOpenVisit(world)).visitId });
    expect(talk.employerId).toBe(employerId);
    expect(await ownTalks({ employerId, employer: stranger })).toMatchObject([{ talkId: talk.talkId }]);
  });

  test("is signed up once for a visit by its business number, also by many at once; free again once that is deleted", async () => {
    const businessNumber = aBusinessNumber();
    const put = (over: object = {}, talkId = anId("tlk")) => {
      const body = { nameKo: "㈜가람정공", businessNumber, ...aTalk(visit.visitId), ...over };
      return world.call("PUT /api/office/talks/{talkId}", { params: { talkId }, body }, finder);
    };
    const ids = Array.from({ length: 4 }, () => anId("tlk"));
    const answers = await Promise.all(ids.map((talkId) => put({}, talkId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((one) => (one.ok ? [] : [refusalOf(one)]))).toEqual(new Array(3).fill("firm-signed-up"));
    expect((await put({ visitId: (await anOpenVisit(world)).visitId })).ok).toBe(true);
    const talkId = ids[answers.findIndex(({ ok }) => ok)] ?? "";
    const erasure = { params: { talkId }, body: { reason: "담당자 요청" } };
    await world.get("POST /api/office/talks/{talkId}/erasure", erasure, finder);
    expect((await put()).ok).toBe(true);
  });

  test("that was found is signed up from there for a visit to come, and the two lead to each other", async () => {
    const { leadId, draft } = await aFoundFirm(world, finder);
    const leadOf = () => world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
    const wish = aTalk(visit.visitId);
    const put = (over: object = {}, talkId = anId("tlk")) => {
      const body = { nameKo: draft.nameKo, businessNumber: draft.businessNumber, leadId, ...wish, ...over };
      return world.call("PUT /api/office/talks/{talkId}", { params: { talkId }, body }, finder);
    };
    const talkId = anId("tlk");
    for (const _ of ["once", "again"]) expect(await put({}, talkId)).toMatchObject({ ok: true, value: { leadId } });
    expect((await leadOf()).talks).toEqual([{ talkId, visitOn: "2026-12-03" }]);
    expect(refusalOf(await put())).toBe("firm-signed-up");
    expect(refusalOf(await put({ businessNumber: aBusinessNumber() }))).toBe("invalid-fields");
    expect(refusalOf(await put({ leadId: anId("lea") }))).toBe("invalid-fields");
    // The one that goes takes its half of the link along.
    const reason = { reason: "담당자 요청" };
    await world.get("POST /api/office/talks/{talkId}/erasure", { params: { talkId }, body: reason }, finder);
    expect((await leadOf()).talks).toEqual([]);
    const second = anId("tlk");
    await put({}, second);
    await world.get("POST /api/office/leads/{leadId}/erasure", { params: { leadId }, body: reason }, finder);
    expect((await talkOf(second)).leadId).toBeNull();
  });

  test("that was found is not signed up for a visit that is over", async () => {
    const { leadId, draft } = await aFoundFirm(world, finder);
    const past = await anOpenVisit(world);
    world.deps.clock.set("2026-12-03T10:00:00.000Z");
    finder = await aFinder(world);
    const body = { nameKo: draft.nameKo, businessNumber: draft.businessNumber, leadId, ...aTalk(past.visitId) };
    const sent = { params: { talkId: anId("tlk") }, body };
    expect(refusalOf(await world.call("PUT /api/office/talks/{talkId}", sent, finder))).toBe("visit-over");
  });

  test("is there once, and nothing else can be put in its place", async () => {
    const body = { nameKo: "㈜가람정공", ...aTalk(visit.visitId) };
    const params = { talkId: anId("tlk") };
    const put = (sent: unknown) => world.call("PUT /api/office/talks/{talkId}", { params, body: sent }, finder);
    expect([(await put(body)).status, (await put(body)).status]).toEqual([201, 200]);
    expect(refusalOf(await put({ ...body, nameKo: "다른 곳" }))).toBe("id-taken");
    expect(refusalOf(await put({ ...body, nameKo: "900101-1234567" }))).toBe("invalid-fields");
  });
});

describe("a concern", () => {
  test("is given to somebody by a day, and shown as overdue from the day after; who has none comes first", async () => {
    const [late, soon, nobodys] = [await aFirm(), await aFirm(), await aFirm()];
    expect((await give(late.on, { ownerId: finder.accountId, dueOn: "2026-11-30", seen: 1 })).ok).toBe(true);
    expect((await give(late.on, { ownerId: finder.accountId, dueOn: "2026-11-30", seen: 1 })).ok).toBe(true);
    expect((await give(soon.on, { ownerId: finder.accountId, dueOn: "2026-12-02", seen: 1 })).ok).toBe(true);
    const mine = [late, soon, nobodys].map(({ on }) => on.concernId);
    const shown = async () => (await listed()).filter(({ concernId }) => mine.includes(concernId));
    expect((await shown()).map(({ concernId }) => mine.indexOf(concernId))).toEqual([2, 0, 1]);
    expect((await shown())[1]).toMatchObject({ ownerName: "권도경", dueOn: "2026-11-30", isOverdue: false, state: "assigned" });
    world.deps.clock.set("2026-11-30T14:59:00.000Z");
    finder = { ...(await aFinder(world)), accountId: finder.accountId };
    expect((await shown()).map(({ isOverdue }) => isOverdue)).toEqual([false, false, false]);
    world.deps.clock.set("2026-11-30T15:00:00.000Z");
    expect((await shown()).map(({ isOverdue }) => isOverdue)).toEqual([false, true, false]);
    expect((await answer(late.on, { answer: answerText, seen: 2 })).ok).toBe(true);
    expect((await shown()).map(({ concernId }) => mine.indexOf(concernId))).toEqual([2, 1]);
    expect((await listed("answered"))[0]).toMatchObject({ concernId: late.on.concernId, isOverdue: false, answer: answerText });
  });

  test("goes to nobody but who answers firms, and to no day that is over or years away", async () => {
    const { on } = await aFirm();
    const { accountId } = await world.get("GET /api/me", {}, await aDesk(world));
    const refused = async (body: unknown) => {
      const said = await give(on, body);
      return said.ok ? [] : (said.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(await refused({ ownerId: accountId, dueOn: "2026-12-10", seen: 1 })).toEqual(["/ownerId not-a-choice"]);
    expect(await refused({ ownerId: finder.accountId, dueOn: "2026-11-22", seen: 1 })).toEqual(["/dueOn day-over"]);
    expect(await refused({ ownerId: finder.accountId, dueOn: "2029-11-22", seen: 1 })).toEqual(["/dueOn day-too-far"]);
  });

  test("is answered on the version that was seen; written anew it is told anew, sent again it is not", async () => {
    const { on } = await aFirm({ contact: { name: "노가람", phone: "02-000-0002", mail: "twice@talks.example.com" } });
    expect(refusalOf(await answer(on, { answer: "주민번호 900101-1234567", seen: 1 }))).toBe("invalid-fields");
    const both = await Promise.all(["첫째 답", "둘째 답"].map((text) => answer(on, { answer: text, seen: 1 })));
    expect(both.map((said) => (said.ok ? "ok" : refusalOf(said))).toSorted()).toEqual(["concern-changed", "ok"]);
    await world.settle();
    const { version, answer: said, ownerId } = (await talkOf(on.talkId)).concerns[0] ?? { version: 0, answer: null, ownerId: null };
    expect(ownerId).toBe(finder.accountId);
    expect((await answer(on, { answer: said, seen: 1 })).ok).toBe(true);
    await world.settle();
    expect(newsTo(world, "twice@talks.example.com")).toHaveLength(1);
    expect((await answer(on, { answer: "고친 답", seen: version })).ok).toBe(true);
    await world.settle();
    expect(newsTo(world, "twice@talks.example.com")).toHaveLength(2);
    expect((await lastNews(world, "twice@talks.example.com")).text).toContain("고친 답");
    expect(refusalOf(await give(on, { ownerId: finder.accountId, dueOn: "2026-12-10", seen: version + 1 }))).toBe("concern-changed");
  });

  test("is in the list once, in pages of 50", async () => {
    const made = new Set<unknown>();
    for (let n = 0; n < 11; n += 1) {
      const concerns = Array.from({ length: 5 }, () => aConcern());
      await aFirm({ concerns });
      for (const { concernId } of concerns) made.add(concernId);
    }
    const seen = (await listed()).map(({ concernId }) => concernId);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...made].filter((id) => !seen.some((one) => one === id))).toEqual([]);
  });
});

describe("what was written down of a firm", () => {
  const contact = { name: "윤다래", title: "대표", phone: "02-000-0009", mail: "right@talks.example.com" };

  test("is corrected, with the visit, who came and what troubles it; sent again it is the same", async () => {
    const { talk, on } = await aFirm({ contact: { name: "노가람", phone: "02-000-0002", mail: "wrong@talks.example.com" } });
    const other = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
    const own = { ...contact, mail: "corrected@talks.example.com" };
    const wish = {
      ...{ nameKo: "㈜나래정공", visitId: other.visitId, contact: own },
      concerns: [{ concernId: on.concernId, category: "funding", text: "운전 자금이 모자랍니다." }],
    };
    for (const _ of ["once", "again"]) expect((await correct(talk, wish)).ok).toBe(true);
    expect(await talkOf(on.talkId)).toMatchObject({
      ...{ nameKo: "㈜나래정공", visitOn: "2026-12-10", version: talk.version + 1, contact: { ...own, phone: "020000009" } },
      concerns: [{ category: "funding", text: "운전 자금이 모자랍니다.", state: "new", version: 2 }],
    });
    // Who it is told to is who stands there now, and it is counted in its field.
    await answer(on, { answer: answerText, seen: 2 });
    await world.settle();
    expect(newsTo(world, own.mail)).toHaveLength(1);
    expect(newsTo(world, "wrong@talks.example.com")).toEqual([]);
    const count = (await world.table.allItems()).find(({ type, concernId }) => type === "concern-count" && concernId === on.concernId);
    expect(count).toMatchObject({ category: "funding", state: "answered" });
  });

  test("that is answered is not told anew, and keeps its answer", async () => {
    const { on } = await aFirm({ contact: { name: "노가람", phone: "02-000-0002", mail: "kept@talks.example.com" } });
    await answer(on, { answer: answerText, seen: 1 });
    await world.settle();
    const concerns = [{ concernId: on.concernId, category: "site", text: "공장 터를 찾습니다." }];
    expect((await correct(await talkOf(on.talkId), { concerns })).ok).toBe(true);
    await world.settle();
    expect(newsTo(world, "kept@talks.example.com")).toHaveLength(1);
    expect((await talkOf(on.talkId)).concerns).toMatchObject([{ text: "공장 터를 찾습니다.", state: "answered", answer: answerText }]);
  });

  test("takes another concern, up to five; what is left out stays, and who signed up by themselves read it, too", async () => {
    const firm = await anotherFirm();
    const talkId = anId("tlk");
    await signUp(aTalk(visit.visitId), talkId, firm);
    const talk = await talkOf(talkId);
    const more = aConcern({ category: "labour", text: "주 52시간을 묻습니다." });
    for (const _ of ["once", "again"]) expect((await correct(talk, { concerns: [more] })).ok).toBe(true);
    const [own] = await ownTalks(firm);
    expect(own?.concerns.map(({ category }) => category).toSorted()).toEqual(["hiring", "labour"]);
    expect((await listed()).filter((row) => row.talkId === talkId)).toHaveLength(2);
    const tooMany = await correct(await talkOf(talkId), { concerns: Array.from({ length: 4 }, () => aConcern()) });
    expect(tooMany.ok ? [] : tooMany.problem.errors).toMatchObject([{ pointer: "/concerns", code: "too-long" }]);
    expect((await talkOf(talkId)).concerns).toHaveLength(2);
  });

  test("is corrected on the version that was seen: also what was done with a concern meanwhile is not passed over", async () => {
    const { talk, on } = await aFirm();
    const both = await Promise.all(["02-000-0003", "02-000-0004"].map((phone) => correct(talk, { contact: { ...contact, phone } })));
    expect(both.map((said) => (said.ok ? "ok" : refusalOf(said))).toSorted()).toEqual(["ok", "talk-changed"]);
    const seen = await talkOf(on.talkId);
    expect((await answer(on, { answer: answerText, seen: 1 })).ok).toBe(true);
    const concerns = [{ concernId: on.concernId, category: "site", text: "공장 터를 찾습니다." }];
    expect(refusalOf(await correct(seen, { concerns }))).toBe("talk-changed");
    // And who answers what they no longer see is told.
    const { talk: second, on: third } = await aFirm();
    await correct(second, { concerns: [{ concernId: third.concernId, category: "site", text: "공장 터를 찾습니다." }] });
    expect(refusalOf(await answer(third, { answer: answerText, seen: 1 }))).toBe("concern-changed");
    expect(refusalOf(await correct({ ...talk, talkId: anId("tlk") }))).toBe("not-found");
  });

  test("goes to no visit that is cancelled or unknown, nor to one for which the firm is signed up; its number is free where it was", async () => {
    const businessNumber = aBusinessNumber();
    const [other, off] = [await anOpenVisit(world), await anOpenVisit(world)];
    await carriedOut(world, off, aPlanOf({ kind: "cancel-visit" }));
    const { talk } = await aFirm({ businessNumber });
    const { talk: there } = await aFirm({ businessNumber, visitId: other.visitId });
    expect(refusalOf(await correct(talk, { visitId: other.visitId }))).toBe("firm-signed-up");
    expect(refusalOf(await correct(talk, { visitId: off.visitId }))).toBe("visit-not-open");
    expect(refusalOf(await correct(talk, { visitId: anId("vis") }))).toBe("invalid-fields");
    await world.get(
      "POST /api/office/talks/{talkId}/erasure",
      { params: { talkId: there.talkId }, body: { reason: "담당자 요청" } },
      finder,
    );
    expect((await correct(talk, { visitId: other.visitId })).ok).toBe(true);
    await aFirm({ businessNumber });
    const again = { params: { talkId: anId("tlk") }, body: { nameKo: "㈜가람정공", businessNumber, ...aTalk(other.visitId) } };
    expect(refusalOf(await world.call("PUT /api/office/talks/{talkId}", again, finder))).toBe("firm-signed-up");
  });

  test("from a firm that was found leads to it at the visit where it is now, and nothing comes back of one that is deleted", async () => {
    const { leadId, draft } = await aFoundFirm(world, finder);
    const other = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
    const { nameKo, businessNumber } = draft;
    const body = { nameKo, businessNumber, leadId, ...aTalk(visit.visitId) };
    const talk = await world.get("PUT /api/office/talks/{talkId}", { params: { talkId: anId("tlk") }, body }, finder);
    expect((await correct(talk, { visitId: other.visitId })).ok).toBe(true);
    const { talks } = await world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
    expect(talks).toEqual([{ talkId: talk.talkId, visitOn: "2026-12-10" }]);
    await world.get("POST /api/office/leads/{leadId}/erasure", { params: { leadId }, body: { reason: "담당자 요청" } }, finder);
    expect((await correct(await talkOf(talk.talkId), { visitId: visit.visitId })).ok).toBe(true);
    expect((await world.table.allItems()).filter(({ type, talkId }) => type === "lead-talk" && talkId === talk.talkId)).toEqual([]);
  });

  test.for([
    ["a resident number in a concern", { concerns: [aConcern({ text: "직원 900101-1234567" })] }, "/concerns/0/text resident-number"],
    ["a resident number for who came", { contact: { ...contact, name: "900101-1234567" } }, "/contact/name resident-number"],
    ["a resident number for the firm", { nameKo: "900101-1234567" }, "/nameKo resident-number"],
    ["no concern", { concerns: [] }, "/concerns required"],
  ] as const)("is not corrected with %s", async ([, over, refused]) => {
    const { talk } = await aFirm();
    const said = await correct(talk, over);
    expect(said.ok ? [] : (said.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([refused]);
  });
});

const countsOf = (from: string, to: string) => world.get("GET /api/office/concern-counts", { query: { from, to } }, finder);

describe("how many concerns there were", () => {
  test("is told by field and by where they stand today, for those that were brought in the time", async () => {
    const other = await aWorld("2026-12-01T01:00:00.000Z");
    const place = await anOpenVisit(other);
    let staff = await aFinder(other);
    const counts = (from: string, to: string) => other.get("GET /api/office/concern-counts", { query: { from, to } }, staff);
    const firms: Awaited<ReturnType<typeof aSignedUpFirm>>[] = [];
    for (const category of ["hiring", "hiring", "hiring", "funding"])
      firms.push(await aSignedUpFirm(other, place.visitId, staff, { concerns: [aConcern({ category })] }));
    const params = (n: number) => ({ talkId: firms[n]?.talkId ?? "", concernId: firms[n]?.concerns[0]?.concernId ?? "" });
    const owner = (n: number, dueOn: string) =>
      other.get(
        "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner",
        { params: params(n), body: { ownerId: staff.accountId, dueOn, seen: 1 } },
        staff,
      );
    await owner(0, "2026-12-01");
    await owner(1, "2026-12-20");
    const body = { answer: answerText, seen: 1 };
    await other.get("PUT /api/office/talks/{talkId}/concerns/{concernId}/answer", { params: params(3), body }, staff);
    other.deps.clock.set("2026-12-02T01:00:00.000Z");
    staff = await aFinder(other);
    const none = { new: 0, assigned: 0, overdue: 0, answered: 0, withdrawn: 0 };
    const told = {
      all: { brought: 4, ...none, new: 1, assigned: 1, overdue: 1, answered: 1 },
      categories: [
        { category: "hiring", counts: { brought: 3, ...none, new: 1, assigned: 1, overdue: 1 } },
        { category: "funding", counts: { brought: 1, ...none, answered: 1 } },
      ],
    };
    expect(await counts("2026-12-01", "2026-12-01")).toEqual(told);
    expect((await counts("2026-11-01", "2026-11-30")).all.brought).toBe(0);
    await other.get(
      "POST /api/office/talks/{talkId}/erasure",
      { params: { talkId: params(2).talkId }, body: { reason: "담당자 요청" } },
      staff,
    );
    expect((await counts("2026-12-01", "2026-12-31")).all).toEqual({ ...told.all, new: 0, withdrawn: 1 });
    await other.close();
  });

  test.for([
    ["2026-12-02", "2026-12-01"],
    ["2026-01-01", "2027-12-01"],
  ] as const)("is not told from %s to %s", async ([from, to]) => {
    expect(refusalOf(await world.call("GET /api/office/concern-counts", { query: { from, to } }, finder))).toBe("invalid-fields");
  });
});

describe("who speaks for a firm", () => {
  const itemsOf = async (talkId: string) =>
    (await world.table.allItems())
      .filter((item) => JSON.stringify(item).includes(talkId))
      .map(({ type }) => type)
      .sort();

  test("is logged with each look, by staff and by colleagues", async () => {
    const { on } = await aFirm();
    await signUp(aTalk(visit.visitId));
    const before = await kinds();
    await talkOf(on.talkId);
    await world.get("GET /api/office/concerns", {}, finder);
    const more = async (kind: string) => (await kinds()).filter((one) => one === kind).length - before.filter((one) => one === kind).length;
    expect([await more("talk"), await more("talks")]).toEqual([1, 1]);
    world.deps.clock.set("2026-11-23T05:00:00.000Z");
    const member = await world.signIn(visit.employerMail);
    await world.takeSecondStep(member);
    const employers = await more("employer");
    await ownTalks({ ...visit, employer: member });
    expect((await more("employer")) - employers).toBe(1);
  });

  test("is deleted on their wish with all that they brought, and why stands in the log", async () => {
    const { on } = await aFirm();
    const erase = () =>
      world.call("POST /api/office/talks/{talkId}/erasure", { params: { talkId: on.talkId }, body: { reason: "담당자 요청" } }, finder);
    expect((await erase()).ok).toBe(true);
    expect(refusalOf(await erase())).toBe("not-found");
    expect(await itemsOf(on.talkId)).toEqual([]);
    expect(await kinds()).toContain("talk-erased");
  });

  test("is deleted with what is written of it in that moment", async () => {
    for (let round = 0; round < 6; round++) {
      const { on } = await aFirm();
      const erasing = world.call(
        "POST /api/office/talks/{talkId}/erasure",
        { params: { talkId: on.talkId }, body: { reason: "담당자 요청" } },
        finder,
      );
      const answering = answer(on, { answer: answerText, seen: 1 });
      expect((await erasing).ok).toBe(true);
      // Which of the two came first, the count tells.
      const { ok } = await answering;
      expect(await itemsOf(on.talkId)).toEqual([]);
      const left = (await world.table.allItems()).filter((item) => item.concernId === on.concernId);
      expect(left.map(({ type, state }) => [type, state])).toEqual([["concern-count", ok ? "answered" : "withdrawn"]]);
    }
  });

  test("is kept for a year after the last that was written, with the mail, and not a day longer", async () => {
    const later = async (instant: string) => {
      world.deps.clock.set(instant);
      finder = await aFinder(world);
    };
    await later("2027-03-01T01:00:00.000Z");
    const { on } = await aFirm();
    await later("2027-06-01T01:00:00.000Z");
    await answer(on, { answer: answerText, seen: 1 });
    await world.settle();
    const typesOn = async (day: string) => {
      world.deps.clock.set(`${day}T01:00:00.000Z`);
      await world.fire("purge-data");
      return itemsOf(on.talkId);
    };
    expect(await typesOn("2028-06-01")).toEqual(["concern", "mail", "talk"]);
    expect(await typesOn("2028-06-02")).toEqual([]);
    await later("2028-06-02T01:00:00.000Z");
    expect((await countsOf("2027-03-01", "2027-03-01")).all).toMatchObject({ brought: 1, answered: 1 });
  });
});
