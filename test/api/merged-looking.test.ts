import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { refusalOf } from "../support/booking.ts";
import { anEnrolment, anId, anOpenVisit, aSeeker, type OpenVisit, someStatistics } from "../support/builders.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** What two people look for whom somebody took for one, once it is known better. */
const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
const agreed = { agrees: true, consentVersion: currentConsentVersion.to_employer };

let world: World;
let visit: OpenVisit;
let counsellor: Browser;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  counsellor = await world.staff("counsellor@center.example.com", ["counsellor", "desk"]);
});
afterAll(() => world.close());

const careersOf = (what: string) => anEnrolment({ careers: [{ what, years: 3 }] });
const personIdOf = async (browser: Browser): Promise<string> => {
  const { accountId } = await world.get("GET /api/me", {}, browser);
  return (await world.table.allItems()).find((item) => item.type === "account" && item.accountId === accountId)?.personId as string;
};
/** Two who bear one name. */
const two = async () => {
  const name = anId("이름");
  const someone = async () => {
    const seeker = await aSeeker(world, visit.visitId, { name });
    const { registrationId } = await registrationOf(world, visit, seeker);
    return { seeker, personId: await personIdOf(seeker), params: { visitId: visit.visitId, registrationId } };
  };
  const [one, other] = [await someone(), await someone()];
  const params = { visitId: visit.visitId };
  const body = { one: one.personId, other: other.personId, reason: "이름과 태어난 해가 같음" };
  return {
    ...{ one, other },
    merge: () => world.get("POST /api/staff/visits/{visitId}/same-people/merges", { params, body }, counsellor),
    separate: () => world.get("POST /api/staff/visits/{visitId}/same-people/separations", { params, body }, counsellor),
  };
};
const enrolmentOf = async (seeker: Browser) => (await world.get("GET /api/me/enrolment", {}, seeker)).enrolment;
const refer = async ({ seeker, params }: { seeker: Browser; params: { visitId: string; registrationId: string } }) => {
  const referralId = anId("ref");
  const body = { at: { visitId: visit.visitId, postingId: visit.postingId } };
  await world.get(`PUT ${here}/referrals/{referralId}`, { params: { ...params, referralId }, body }, counsellor);
  await world.get("POST /api/me/referrals/{referralId}/answer", { params: { referralId }, body: agreed }, seeker);
  return referralId;
};
const seenByEmployer = async () =>
  JSON.stringify(
    (
      await world.get(
        "GET /api/employers/{employerId}/visits/{visitId}/referrals",
        { params: { employerId: visit.employerId, visitId: visit.visitId } },
        visit.employer,
      )
    ).referrals,
  );

test("while they are one, the newest word counts; apart, each has their own, and what is erased is erased", async () => {
  const { one, other, merge, separate } = await two();
  await world.get(`PUT ${here}/enrolment`, { params: other.params, body: careersOf("둘째의 경력") }, counsellor);
  await merge();
  world.deps.clock.forward(1);
  expect(await enrolmentOf(one.seeker)).toMatchObject({ standing: "accepted", draft: { careers: [{ what: "둘째의 경력" }] } });
  const body = { ...careersOf("첫째의 경력"), seen: 1 };
  for (const _ of ["once", "its answer was lost"])
    expect(await world.get("PUT /api/me/enrolment", { body }, one.seeker)).toMatchObject({
      standing: "accepted",
      acceptedOn: "2026-11-23",
    });
  expect(await enrolmentOf(other.seeker)).toMatchObject({ draft: { careers: [{ what: "첫째의 경력" }] } });
  const stale = { body: { ...careersOf("늦은 말"), seen: 9 } };
  expect(refusalOf(await world.call("PUT /api/me/enrolment", stale, other.seeker))).toBe("enrolment-changed");

  await separate();
  expect(await enrolmentOf(one.seeker)).toMatchObject({ draft: { careers: [{ what: "첫째의 경력" }] } });
  expect(await enrolmentOf(other.seeker)).toMatchObject({ standing: "accepted", draft: { careers: [{ what: "둘째의 경력" }] } });
  await world.get("POST /api/me/erasure", {}, one.seeker);
  await world.settle();
  expect(JSON.stringify(await world.table.allItems())).not.toContain("첫째의 경력");
  expect(await enrolmentOf(other.seeker)).toMatchObject({ draft: { careers: [{ what: "둘째의 경력" }] } });
});

test("what either gave for reports is gone under both records once one of them takes it back", async () => {
  const { one, other, merge, separate } = await two();
  const given = async ({ seeker }: { seeker: Browser }) => (await world.get("GET /api/me/statistics", {}, seeker)).statistics;
  await world.get("PUT /api/me/statistics", { body: someStatistics({ sex: "female" }) as never }, other.seeker);
  await merge();
  await world.get("DELETE /api/me/statistics", {}, one.seeker);
  await separate();
  expect([await given(one), await given(other)]).toEqual([null, null]);
});

test("no employer goes on seeing one by what the other wrote, whichever of both records it stands under", async () => {
  const { one, other, merge, separate } = await two();
  await world.get(`PUT ${here}/enrolment`, { params: one.params, body: careersOf("섞인 경력") }, counsellor);
  await merge();
  const mixed = await refer(other);
  expect(await seenByEmployer()).toContain("섞인 경력");
  const before = (await world.table.allItems()).find((item) => item.referralId === mixed && item.type === "referral");
  await separate();
  await world.settle();
  expect(await seenByEmployer()).not.toContain("섞인 경력");
  const tasks = (await world.table.allItems()).filter((item) => item.type === "follow-up" && item.referralId === mixed);
  expect(tasks.map(({ state }) => state).sort()).toEqual(["done", "given-up"]);
  // As if they had said yes in the moment in which the records were taken apart.
  const after = (await world.table.allItems()).find((item) => item.referralId === mixed && item.type === "referral");
  for (const Item of [before, after]) {
    await world.table.doc.send(new PutCommand({ TableName: world.table.db.table, Item }));
    expect(await seenByEmployer()).not.toContain("섞인 경력");
  }
  expect((await world.get("GET /api/me/referrals", {}, other.seeker)).referrals).toMatchObject([{ referralId: mixed, state: "withdrawn" }]);
  // What is theirs alone goes on.
  const own = await refer(one);
  expect((await world.get("GET /api/me/referrals", {}, one.seeker)).referrals).toMatchObject([{ referralId: own, state: "sent" }]);
  await merge();
  await separate();
  expect(await seenByEmployer()).toContain("섞인 경력");
});
