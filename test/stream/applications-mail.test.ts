import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { visitKey } from "../../functions/platform/keys.ts";
import { accept, applicationsOf, applied, apply, decline, myApplications, withdraw } from "../support/application.ts";
import { liveBookingsOf, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aProfile, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aWorld, type World } from "../support/world.ts";

/** The visit is on Thursday 3 December 2026; employers decide until Tuesday at 15:00 in Seoul. */
const tenDaysBefore = "2026-11-23T01:00:00.000Z";
const listAt = "2026-12-01T06:00:00.000Z";
const dayBeforeListAt = "2026-11-30T06:00:00.000Z";
const employerMail = (aProfile().contact as { mail: string }).mail;

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world, { pattern: { to: "17:00" }, mode: "screened" });
  await world.settle();
});
afterEach(() => world.close());

const at = (instant: string): void => world.deps.clock.set(instant);
const subjectsTo = (mail: string): string[] => newsTo(world, mail).map(({ subject }) => subject);
const settle = () => world.fire("settle-applications");
/** Runs the task twice at once at each of these moments, and delivers all that it did three times. */
const settleAt = async (...moments: string[]): Promise<void> => {
  for (const moment of moments) {
    at(moment);
    await Promise.all([settle(), settle()]);
  }
};
/** The employer as it is signed in at this moment: sessions of other days are over. */
const employerNow = async (of: OpenVisit = visit): Promise<OpenVisit> => ({ ...of, employer: await world.signIn(mailOf.get(of) ?? "") });
const mailOf = new Map<OpenVisit, string>();
const rememberMail = async (of: OpenVisit) => mailOf.set(of, (await world.get("GET /api/me", {}, of.employer)).mail);
beforeEach(() => rememberMail(visit));

const received = "면접 지원을 받았습니다";
const outcome = "면접 지원 결과를 알려 드립니다";
const waiting = "답을 기다리는 면접 지원이 있습니다";

describe("when somebody applies", () => {
  test("one mail says that it is not booked yet and until when there is an answer, however often the stream repeats", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    await world.settle();
    const applicationId = await applied(world, visit, seeker);
    expect(newsTo(world, seeker.mail)).toEqual([]);
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    for (const record of records) await world.deliver([record]);
    expect(subjectsTo(seeker.mail)).toEqual([received]);
    const { text } = await lastNews(world, seeker.mail);
    for (const words of [
      "김하늘 님",
      "㈜솔버들정밀",
      "펌프 부품 조립원",
      "12월 3일(목)",
      "12월 1일(화) 오후 3시까지",
      `/my?visit=${visit.visitId}`,
    ])
      expect(text).toContain(words);
    await withdraw(world, visit, applicationId, seeker);
    await world.settle();
    await settleAt("2026-11-23T02:00:00.000Z", listAt);
    expect(subjectsTo(seeker.mail)).toEqual([received, "면접 지원을 취소했습니다"]);
  });

  test("in English for somebody who reads English, up to the outcome", async () => {
    const seeker = await aSeeker(world, visit.visitId, { name: "Anna Berg", locale: "en" });
    await applied(world, visit, seeker);
    await world.settle();
    const { subject, text } = await lastNews(world, seeker.mail);
    expect(subject).toBe("We received your application");
    for (const words of ["Anna Berg", "Solbeodeul Precision", "Pump part assembler", `/en/my?visit=${visit.visitId}`])
      expect(text).toContain(words);
    await settleAt(listAt);
    expect((await lastNews(world, seeker.mail)).text).toContain("The employer has not turned you down.");
  });

  test("two people who minted the same id, with two employers, are both told", async () => {
    const other = await anotherEmployer(world, visit, {}, "screened");
    const [one, two] = [await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    const applicationId = anId("apl");
    await apply(world, visit, one, applicationId);
    await apply(world, other, two, applicationId);
    await world.settle();
    expect([subjectsTo(one.mail), subjectsTo(two.mail)]).toEqual([[received], [received]]);
  });
});

describe("when the employer accepts", () => {
  test("the person gets the confirmation with its calendar entry, and nothing else", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    await accept(world, visit, applicationId, visit.slots[0]);
    await world.settle();
    await settleAt(dayBeforeListAt, listAt, "2026-12-02T02:00:00.000Z");
    expect(subjectsTo(seeker.mail)).toEqual([received, "현장면접 예약이 확정되었습니다"]);
    expect((await lastNews(world, seeker.mail)).calendarMethod).toBe("REQUEST");
    expect(subjectsTo(employerMail)).not.toContain(waiting);
  });

  test("a time that does not fit the person's day: they are asked to choose, once for each time, and stay among the applicants", async () => {
    const other = await anotherEmployer(world, visit, { to: "17:00" }, "screened");
    const seeker = await aSeeker(world, visit.visitId);
    await accept(world, other, await applied(world, other, seeker), other.slots[0]);
    const applicationId = await applied(world, visit, seeker);
    await world.settle();
    const before = subjectsTo(seeker.mail).length;
    for (let i = 0; i < 3; i++) expect(refusalOf(await accept(world, visit, applicationId, visit.slots[0]))).toBe("times-overlap");
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    const asked = "면접 시각을 골라 주세요";
    expect(subjectsTo(seeker.mail).slice(before)).toEqual([asked]);
    const { text } = await lastNews(world, seeker.mail);
    expect(text).toContain("㈜솔버들정밀");
    expect(text).toContain(`/visits/${visit.visitId}`);
    await accept(world, visit, applicationId, visit.slots[1]);
    await world.settle();
    expect(subjectsTo(seeker.mail).slice(before)).toEqual([asked, asked]);
    expect(await myApplications(world, seeker)).toContainEqual(expect.objectContaining({ applicationId, state: "applied" }));
    expect(await accept(world, visit, applicationId, visit.slots[2])).toMatchObject({ status: 200 });
  });
});

describe("when the employer declines", () => {
  test.for([
    ["on a Monday morning before ten", "2026-11-23T00:30:00.000Z", "2026-11-23T00:59:59.999Z", "2026-11-23T01:00:00.000Z"],
    ["on a Monday after six", "2026-11-23T09:00:00.000Z", "2026-11-24T00:59:59.999Z", "2026-11-24T01:00:00.000Z"],
    ["on a Friday night", "2026-11-27T13:00:00.000Z", "2026-11-30T00:59:59.999Z", "2026-11-30T01:00:00.000Z"],
    ["on a Saturday noon", "2026-11-28T03:00:00.000Z", "2026-11-29T05:00:00.000Z", "2026-11-30T01:00:00.000Z"],
  ] as const)("%s, the person is told at the next office hour and once", async ([, decidedAt, tooEarly, told]) => {
    at("2026-11-23T00:00:00.000Z");
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    at(decidedAt);
    await decline(world, await employerNow(), applicationId);
    await settleAt(decidedAt, tooEarly);
    expect(subjectsTo(seeker.mail)).toEqual([received]);
    await settleAt(told, listAt, "2026-12-10T02:00:00.000Z");
    expect(subjectsTo(seeker.mail)).toEqual([received, outcome]);
    expect((await lastNews(world, seeker.mail)).text).toContain("이번에 함께하지 못하게 되었습니다");
  });
});

describe("when the employer does not answer", () => {
  test("it is reminded once, a day before the deadline and in mail hours; people are told once after it; it can still decide", async () => {
    const [one, two] = [await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    const ids = [await applied(world, visit, one), await applied(world, visit, two)];
    await settleAt("2026-11-30T05:59:59.999Z");
    expect(subjectsTo(employerMail)).not.toContain(waiting);
    await settleAt(dayBeforeListAt, "2026-11-30T07:00:00.000Z", "2026-11-30T12:00:00.000Z", "2026-12-01T05:59:59.999Z");
    expect(subjectsTo(employerMail).filter((subject) => subject === waiting)).toHaveLength(1);
    const { text } = await lastNews(world, employerMail);
    for (const words of ["면접 지원 2건", "펌프 부품 조립원", "12월 1일(화) 오후 3시까지", `/slot-requests/applicants/${visit.visitId}`])
      expect(text).toContain(words);
    expect(text).not.toContain("김하늘");
    expect(subjectsTo(one.mail)).toEqual([received]);

    await settleAt(listAt, "2026-12-01T07:00:00.000Z", "2026-12-02T02:00:00.000Z");
    for (const { mail } of [one, two]) expect(subjectsTo(mail)).toEqual([received, outcome]);
    expect((await lastNews(world, one.mail)).text).toContain("기업이 지원을 거절한 것은 아닙니다.");
    const employer = await employerNow();
    const { applications } = await applicationsOf(world, employer);
    expect(applications).toMatchObject(ids.map((applicationId) => ({ applicationId, state: "undecided", summary: { years: 12 } })));

    expect(await accept(world, employer, ids[0] ?? "", visit.slots[0])).toMatchObject({ value: { state: "accepted" } });
    expect(await liveBookingsOf(world, await world.signIn(one.mail))).toHaveLength(1);
    await decline(world, employer, ids[1] ?? "");
    await settleAt("2026-12-02T03:00:00.000Z", "2026-12-02T03:05:00.000Z");
    expect(subjectsTo(two.mail)).toEqual([received, outcome, outcome]);
    expect(subjectsTo(one.mail)).toEqual([received, outcome, "현장면접 예약이 확정되었습니다"]);
  });

  test("the timer was down over the deadline until night: shown as undecided at once, told in the morning", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    await applied(world, visit, seeker);
    await settleAt("2026-12-01T11:00:00.000Z"); // 20:00 in Seoul
    const then = await world.signIn(seeker.mail);
    expect(await myApplications(world, then)).toMatchObject([{ state: "undecided" }]);
    expect(subjectsTo(seeker.mail)).toEqual([received]);
    await settleAt("2026-12-01T22:59:59.999Z", "2026-12-01T23:00:00.000Z", "2026-12-01T23:05:00.000Z");
    expect(subjectsTo(seeker.mail)).toEqual([received, outcome]);
  });

  test("the reminder waits for the morning, and is left out when all is decided by then", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    at("2026-11-30T11:30:00.000Z"); // 20:30 in Seoul
    await settle();
    expect(subjectsTo(employerMail)).not.toContain(waiting);
    await decline(world, await employerNow(), applicationId);
    await settleAt("2026-11-30T23:30:00.000Z");
    expect(subjectsTo(employerMail)).not.toContain(waiting);
  });

  test("of a visit that was cancelled it says nothing; what slipped past the plan ends when the visit would have been over", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    await world.settle();
    await world.table.doc.send(
      new UpdateCommand({
        TableName: world.deps.db.table,
        Key: visitKey(visit.visitId as never),
        UpdateExpression: "SET visit.#state = :cancelled",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":cancelled": "cancelled" },
      }),
    );
    await settleAt(dayBeforeListAt, listAt, "2026-12-03T07:59:59.999Z");
    const then = await world.signIn(seeker.mail);
    expect(await myApplications(world, then)).toMatchObject([{ state: "applied" }]);
    expect(refusalOf(await accept(world, await employerNow(), applicationId, visit.slots.at(-1)))).toBe("visit-not-open");
    await settleAt("2026-12-03T08:00:00.000Z");
    expect(await myApplications(world, then)).toMatchObject([{ state: "ended" }]);
    expect((await applicationsOf(world, await employerNow())).applications).toMatchObject([{ state: "ended", summary: null }]);
    expect(subjectsTo(seeker.mail)).toEqual([received]);
    expect(subjectsTo(employerMail)).not.toContain(waiting);
    const item = (await world.table.allItems()).find(({ type }) => type === "application");
    expect(item).not.toHaveProperty("gsi1pk");
  });

  test("withdrawn after it was left undecided, the summary is gone and the employer cannot accept", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    await settleAt(listAt);
    await withdraw(world, visit, applicationId, await world.signIn(seeker.mail));
    const employer = await employerNow();
    expect((await applicationsOf(world, employer)).applications).toMatchObject([{ state: "withdrawn", summary: null }]);
    expect(refusalOf(await accept(world, employer, applicationId, visit.slots[0]))).toBe("application-withdrawn");
  });
});
