import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { postingKey } from "../../functions/platform/keys.ts";
import { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import { refusalOf } from "../support/booking.ts";
import { aDraft, anEnrolment, anId, anOpenVisit, aPattern, aSeeker, type OpenVisit } from "../support/builders.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWorld, type World } from "../support/world.ts";

const writeKey = "PUT /api/employers/{employerId}/postings/{postingId}";
const renewKey = "POST /api/employers/{employerId}/postings/{postingId}/renewal";
const askKey = "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}";
const decideKey = "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision";
const start = "2026-11-10T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(start);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(start);
  visit = await anOpenVisit(world);
});

/** At noon of a day; whoever is signed in signs in anew. */
const goTo = async (day: string) => {
  world.deps.clock.set(`${day}T03:00:00.000Z`);
  visit.employer = await world.signIn(visit.employerMail);
  visit.manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
};
const write = (over: object = {}, { postingId = visit.postingId, locale = "ko" as "ko" | "en" } = {}) =>
  world.call(writeKey, { params: { employerId: visit.employerId, postingId }, body: aDraft(over) }, { ...visit.employer, locale });
const renew = (postingId = visit.postingId) =>
  world.call(renewKey, { params: { employerId: visit.employerId, postingId } }, visit.employer);
const postings = async () =>
  (await world.get("GET /api/employers/{employerId}/postings", { params: { employerId: visit.employerId } }, visit.employer)).postings;
const ask = (slotRequestId = anId("srq"), postingId = visit.postingId) =>
  world.call(
    askKey,
    {
      params: { employerId: visit.employerId, slotRequestId },
      body: {
        ...{ visitId: visit.visitId, postingId, mode: "open", interviewers: [anId("한")] },
        pattern: aPattern({ from: "15:00", to: "16:00" }),
      },
    },
    visit.employer,
  );
const approve = (slotRequestId: string) =>
  world.call(
    decideKey,
    { params: { employerId: visit.employerId, slotRequestId }, body: { decision: "approve", deskIds: ["d2"] } },
    visit.manager,
  );

describe("a posting is valid", () => {
  test("for two months unless said, from 15 days on; what is shorter or longer is refused with the law, and nothing is kept", async () => {
    expect(await postings()).toMatchObject([{ validFrom: "2026-11-10", draft: { validUntil: "2027-01-10" } }]);
    const before = await world.table.allItems();
    const short = await write({ validUntil: "2026-11-24" });
    expect(short).toMatchObject({
      problem: { errors: [{ pointer: "/validUntil", code: "valid-too-short", detail: expect.stringContaining("15일") }] },
    });
    const long = await write({ validUntil: "2027-01-11" }, { locale: "en" });
    expect(long).toMatchObject({ problem: { errors: [{ code: "valid-too-long", detail: expect.stringContaining("two months") }] } });
    expect(await world.table.allItems()).toEqual(before);
    expect(await write({ validUntil: "2026-11-25" })).toMatchObject({ value: { draft: { validUntil: "2026-11-25" } } });
  });

  test("as long as before when its words are changed; renewed, for two months from that day, and once however often", async () => {
    await goTo("2026-12-20");
    expect(await write({ titleKo: "조립원" })).toMatchObject({
      value: { validFrom: "2026-11-10", draft: { titleKo: "조립원", validUntil: "2027-01-10" } },
    });
    const renewed = { validFrom: "2026-12-20", draft: { titleKo: "조립원", validUntil: "2027-02-20" }, version: 4 };
    for (const _ of ["once", "again"]) expect(await renew()).toMatchObject({ status: 200, value: renewed });
    expect(refusalOf(await renew(anId("pst")))).toBe("not-found");
  });

  test("anew only if it is lawful in the year of the renewal", async () => {
    world.deps.clock.set("2025-12-22T01:00:00.000Z");
    const old = await anOpenVisit(world, { plan: { date: "2026-01-15" } });
    const params = { employerId: old.employerId, postingId: old.postingId };
    await world.get(writeKey, { params, body: aDraft({ pay: { type: "H", min: 10_100, max: 10_100 } }) }, old.employer);
    world.deps.clock.set("2026-02-10T01:00:00.000Z");
    const employer = await world.signIn(old.employerMail);
    expect(refusalOf(await world.call(renewKey, { params }, employer))).toBe("posting-unlawful");
  });
});

describe("a posting that is no longer valid", () => {
  test("gets no times: not when it has ended, not when it ends before the visit; renewed, it does", async () => {
    await write({ validUntil: "2026-11-25" });
    // Valid today, and not on the day of the visit.
    expect(refusalOf(await ask())).toBe("posting-expired");
    await goTo("2026-11-26");
    expect(refusalOf(await ask())).toBe("posting-expired");
    expect((await renew()).status).toBe(200);
    const slotRequestId = anId("srq");
    expect((await ask(slotRequestId)).status).toBe(201);
    expect((await approve(slotRequestId)).status).toBe(200);
  });

  test("is not approved, also when it is cut short in the very moment of that", async () => {
    const [earlier, racing] = [anId("srq"), anId("srq")];
    expect((await ask(earlier)).status).toBe(201);
    expect((await ask(racing)).status).toBe(201);
    let cut = false;
    const stop = world.table.wire.tap(async ({ operation }, next) => {
      if (operation !== "TransactWriteItems" || cut) return next();
      cut = true;
      await write({ validUntil: "2026-11-25" });
      return next();
    });
    expect(refusalOf(await approve(racing))).toBe("posting-expired");
    stop();
    expect(cut).toBe(true);
    expect(refusalOf(await approve(earlier))).toBe("posting-expired");
    const { requests } = await world.get(
      "GET /api/employers/{employerId}/slot-requests",
      { params: { employerId: visit.employerId } },
      visit.employer,
    );
    expect(requests.filter(({ request }) => request.state === "requested")).toHaveLength(2);
  });

  test("is matched with nobody and proposed to nobody, while what is booked stays; renewed, it is again", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const { registrationId } = await registrationOf(world, visit, seeker);
    await write({ validUntil: "2026-11-25" });
    await goTo("2026-11-26");
    const counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    const params = { visitId: visit.visitId, registrationId };
    const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
    await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment() }, counsellor);
    const matched = async () =>
      (await world.get(`GET ${here}/matches`, { params }, counsellor)).matches.some(({ postingId }) => postingId === visit.postingId);
    const propose = () =>
      world.call(
        `PUT ${here}/referrals/{referralId}`,
        { params: { ...params, referralId: anId("ref") }, body: { at: { visitId: visit.visitId, postingId: visit.postingId } } },
        counsellor,
      );
    expect(await matched()).toBe(false);
    expect(refusalOf(await propose())).toBe("posting-expired");
    const shown = await world.get("GET /api/public/visits/{visitId}", { params: { visitId: visit.visitId } });
    expect(shown.employers.flatMap((employer) => employer.postings)).toHaveLength(1);
    await renew();
    expect(await matched()).toBe(true);
    expect((await propose()).status).toBe(201);
  });
});

test("a posting from before there was a validity is read and used as it is, and has its days once it is written again", async () => {
  const [employerId, postingId] = [EmployerId.parse(visit.employerId), PostingId.parse(anId("pst"))];
  const posting = { postingId, employerId, state: "submitted", draft: aDraft({ titleKo: "예전 공고" }) };
  const Item = { ...postingKey(employerId, postingId), type: "posting", version: 1, posting };
  await world.table.doc.send(new PutCommand({ TableName: world.deps.db.table, Item }));
  const old = (await postings()).find((one) => one.postingId === postingId);
  expect(old).toMatchObject({ draft: { titleKo: "예전 공고" }, version: 1 });
  expect(old?.draft.validUntil).toBeUndefined();
  const slotRequestId = anId("srq");
  expect((await ask(slotRequestId, postingId)).status).toBe(201);
  expect((await approve(slotRequestId)).status).toBe(200);
  expect(await renew(postingId)).toMatchObject({ value: { state: "open", validFrom: "2026-11-10", draft: { validUntil: "2027-01-10" } } });
});

test("every text that job seekers read is judged, and none takes a resident number", async () => {
  const texts = ["occupationNameKo", "contractKo", "certificatesKo", "preferredKo", "legalCheckKo", "vehicleKo", "accessKo"];
  for (const name of [...texts, "workplaceKo", "stationKo", "documentsKo"]) {
    expect(await write({ [name]: "여직원 모집" })).toMatchObject({ problem: { errors: [{ pointer: `/${name}`, code: "no-sex" }] } });
    expect(await write({ [name]: "900101-1234567" })).toMatchObject({
      problem: { errors: [{ pointer: `/${name}`, code: "resident-number" }] },
    });
  }
});
