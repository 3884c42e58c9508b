import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anEnrolment, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
const written = "2026-11-23T01:00:00.000Z";
const ending = "구직등록 기간이 곧 끝납니다";
const proposed = "추천하는 일자리가 있습니다";

let world: World;
let visit: OpenVisit;
let counsellor: Browser;
beforeEach(async () => {
  world = await aWorld(written);
  visit = await anOpenVisit(world);
  counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
});
afterEach(() => world.close());

/** Somebody whose enrolment is accepted: until 23 February 2027. */
const anEnrolled = async (form: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, form);
  const { registrationId } = await registrationOf(world, visit, seeker);
  const params = { visitId: visit.visitId, registrationId };
  await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment() }, counsellor);
  await world.settle();
  return { seeker, params, told: (subject: string) => newsTo(world, seeker.mail).filter((mail) => mail.subject === subject).length };
};
/** Runs the task twice at once at a moment, and delivers all that it did more than once. */
const remindAt = async (instant: string): Promise<void> => {
  world.deps.clock.set(instant);
  await Promise.all([world.fire("remind-of-enrolments"), world.fire("remind-of-enrolments")]);
  const records = await world.table.newRecords();
  for (let i = 0; i < 3; i++) await world.deliver(records);
};

describe("who has an enrolment that ends", () => {
  test("is told once, two weeks before, in office hours, and again for its next last day", async () => {
    const { seeker, told } = await anEnrolled();
    await remindAt("2027-02-08T01:00:00.000Z");
    expect(told(ending)).toBe(0);
    await remindAt("2027-02-08T22:00:00.000Z");
    expect(told(ending)).toBe(0);
    await remindAt("2027-02-09T01:00:00.000Z");
    await remindAt("2027-02-10T01:00:00.000Z");
    expect(told(ending)).toBe(1);
    const { text } = await lastNews(world, seeker.mail);
    expect(text).toContain("2월 23일(화)에 끝납니다");
    expect(text).toContain("/my/data?enrolment");
    const again = await world.signIn(seeker.mail);
    await world.get("POST /api/me/enrolment/renewal", {}, again);
    await remindAt("2027-02-11T01:00:00.000Z");
    expect(told(ending)).toBe(1);
    await remindAt("2027-05-10T01:00:00.000Z");
    expect(told(ending)).toBe(2);
  });

  test("and ended it themselves is left alone", async () => {
    const { seeker, told } = await anEnrolled();
    await world.get("DELETE /api/me/enrolment", {}, seeker);
    await remindAt("2027-02-15T01:00:00.000Z");
    expect(told(ending)).toBe(0);
  });
});

describe("a job that is proposed", () => {
  test("is told in one mail, with what it is and that the employer knows nothing yet; the answer leads to none", async () => {
    const { seeker, params, told } = await anEnrolled();
    const referralId = anId("ref");
    const proposal = { params: { ...params, referralId }, body: { at: { visitId: visit.visitId, postingId: visit.postingId } } };
    for (const _ of ["once", "again"]) await world.get(`PUT ${here}/referrals/{referralId}`, proposal, counsellor);
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    expect(told(proposed)).toBe(1);
    const { text } = await lastNews(world, seeker.mail);
    expect(text).toContain("동의하시기 전에는 기업에 아무 정보도 주지 않습니다.");
    expect(text).toMatch(/- 임금: \S/);
    await world.get("POST /api/me/referrals/{referralId}/answer", { params: { referralId }, body: { agrees: false } }, seeker);
    await world.settle();
    expect(told(proposed)).toBe(1);
  });

  test("to somebody who reads English is told in English", async () => {
    const { seeker, params } = await anEnrolled({ locale: "en" });
    const body = { at: { visitId: visit.visitId, postingId: visit.postingId } };
    await world.get(`PUT ${here}/referrals/{referralId}`, { params: { ...params, referralId: anId("ref") }, body }, counsellor);
    await world.settle();
    expect((await lastNews(world, seeker.mail)).subject).toBe("A job for you");
  });
});
