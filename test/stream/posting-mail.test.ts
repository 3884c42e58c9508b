import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aDraft, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aWorld, type World } from "../support/world.ts";

const written = "2026-11-23T01:00:00.000Z";
const ending = "구인공고가 곧 끝납니다";

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld(written);
  visit = await anOpenVisit(world);
  await put("2026-12-31");
  await world.settle();
});
afterEach(() => world.close());

const onPosting = () => ({ params: { employerId: visit.employerId, postingId: visit.postingId } });
const put = (validUntil: string, over: object = {}) =>
  world.get(
    "PUT /api/employers/{employerId}/postings/{postingId}",
    { ...onPosting(), body: aDraft({ validUntil, ...over }) },
    visit.employer,
  );
const told = () => newsTo(world, "hr@solbeodeul.example.com").filter(({ subject }) => subject.startsWith(ending));
/** Runs the task twice at once at a moment, and delivers all that it did more than once. */
const remindAt = async (instant: string): Promise<void> => {
  world.deps.clock.set(instant);
  await Promise.all([world.fire("remind-of-postings"), world.fire("remind-of-postings")]);
  const records = await world.table.newRecords();
  for (let i = 0; i < 3; i++) await world.deliver(records);
};
const signInAgain = async () => {
  const employer = await world.signIn(visit.employerMail);
  await world.takeSecondStep(employer);
  visit = { ...visit, employer };
};

describe("an employer whose posting ends", () => {
  test("is told once, a week before, in office hours, with the page on which it is renewed; looking renews nothing", async () => {
    await remindAt("2026-12-23T01:00:00.000Z");
    await remindAt("2026-12-24T22:00:00.000Z");
    expect(told()).toHaveLength(0);
    await remindAt("2026-12-24T01:00:00.000Z");
    await remindAt("2026-12-28T01:00:00.000Z");
    const [mail, ...more] = told();
    expect(more).toEqual([]);
    expect(mail?.text).toContain("12월 31일(목)에 끝납니다");
    expect(mail?.text).toContain(`/console/employers/${visit.employerId}/postings/${visit.postingId}`);
    await signInAgain();
    const { postings } = await world.get(
      "GET /api/employers/{employerId}/postings",
      { params: { employerId: visit.employerId } },
      visit.employer,
    );
    expect(postings[0]?.draft.validUntil).toBe("2026-12-31");
  });

  test("is not told again when its words are changed, and is for the last day that a renewal gives it", async () => {
    await remindAt("2026-12-24T01:00:00.000Z");
    await signInAgain();
    await put("2026-12-31", { titleKo: "펌프 조립원" });
    await world.settle();
    await remindAt("2026-12-28T01:00:00.000Z");
    expect(told()).toHaveLength(1);
    await signInAgain();
    await world.get("POST /api/employers/{employerId}/postings/{postingId}/renewal", onPosting(), visit.employer);
    await world.settle();
    await remindAt("2026-12-29T01:00:00.000Z");
    expect(told()).toHaveLength(1);
    await remindAt("2027-02-24T01:00:00.000Z");
    expect(told()).toHaveLength(2);
  });

  test("that was renewed between the look and the note is not told", async () => {
    await put("2027-01-10");
    await remindAt("2026-12-24T01:00:00.000Z");
    expect(told()).toHaveLength(0);
  });
});
