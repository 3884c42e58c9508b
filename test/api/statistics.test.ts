import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetListed } from "../../functions/entry/forget-listed.ts";
import { refusalOf } from "../support/booking.ts";
import { anEnrolment, anId, anOpenVisit, aSeeker, duringVisit, type OpenVisit, someStatistics } from "../support/builders.ts";
import { registrationOf } from "../support/registrations.ts";
import { restored } from "../support/restored.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const mine = "/api/me/statistics" as const;
const theirs = "/api/office/visits/{visitId}/people/{registrationId}/statistics" as const;

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set("2026-11-23T01:00:00.000Z"));

const give = (browser: Browser, draft: Record<string, unknown>) =>
  world.call(`PUT ${mine}`, { body: someStatistics(draft) as never }, browser);
const given = async (browser: Browser) => (await world.get(`GET ${mine}`, {}, browser)).statistics;
const aPerson = async (over: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, over);
  const { registrationId } = await registrationOf(world, visit, seeker);
  return { seeker, params: { visitId: visit.visitId, registrationId } };
};

describe("sex and education for reports", () => {
  test("are given by whoever wishes, either alone, changed as a whole, and gone once taken back", async () => {
    const { seeker } = await aPerson();
    expect(await given(seeker)).toBeNull();
    expect(await give(seeker, { sex: "female" })).toMatchObject({ status: 204 });
    expect(await given(seeker)).toEqual({ sex: "female" });
    expect(await give(seeker, { education: "03" })).toMatchObject({ status: 204 });
    expect(await given(seeker)).toEqual({ education: "03" });
    expect((await world.get("GET /api/me/consents", {}, seeker)).statistics).toMatchObject({ channel: "web", version: "2026-12" });
    for (const _ of ["once", "again"]) expect(await world.call(`DELETE ${mine}`, {}, seeker)).toMatchObject({ status: 204 });
    expect(await given(seeker)).toBeNull();
    expect((await world.get("GET /api/me/consents", {}, seeker)).statistics).toBeNull();
  });

  test.each([
    ["neither of them", {}, "invalid-fields"],
    ["a sex that is none of the choices", { sex: "f" }, "invalid-fields"],
    ["what only a posting can say of education", { education: "00" }, "invalid-fields"],
    ["something else", { sex: "male", religion: "x" }, "invalid-fields"],
  ])("are refused with %s", async (_, draft, refused) => {
    const { seeker } = await aPerson();
    expect(refusalOf(await give(seeker, draft))).toBe(refused);
    expect(await given(seeker)).toBeNull();
  });

  test("need their own consent, in today's text, and a person", async () => {
    const { seeker } = await aPerson();
    const body = { ...someStatistics(), consentVersion: "2026-11" } as never;
    expect(refusalOf(await world.call(`PUT ${mine}`, { body }, seeker))).toBe("consent-outdated");
    const nobody = await world.signIn(`${anId("nobody").toLowerCase()}@example.com`);
    expect(refusalOf(await give(nobody, { sex: "male" }))).toBe("not-registered");
  });

  test("are written down by the desk, which cannot read them; both acts are in the visit's log, without what was said", async () => {
    const { seeker, params } = await aPerson();
    const desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
    expect(await world.call(`PUT ${theirs}`, { params, body: someStatistics() as never }, desk)).toMatchObject({ status: 204 });
    expect(await given(seeker)).toEqual({ sex: "female", education: "03" });
    expect(await world.call(`DELETE ${theirs}`, { params }, desk)).toMatchObject({ status: 204 });
    expect(await given(seeker)).toBeNull();
    const acts = (await world.table.allItems()).filter(
      (item) => item.type === "visit-log" && item.registrationId === params.registrationId,
    );
    expect(acts.map(({ did }) => did)).toEqual(expect.arrayContaining(["wrote-statistics", "took-back-statistics"]));
    expect(JSON.stringify(acts)).not.toMatch(/female|education/);
  });

  test("are in what its person takes along, and go with them", async () => {
    const { seeker } = await aPerson();
    await give(seeker, { sex: "male", education: "05" });
    const { records } = await world.get("GET /api/me/export", {}, seeker);
    expect(records.find(({ what }) => what === "statistics")?.content).toMatchObject({ sex: "male", education: "05" });
    await world.get("POST /api/me/erasure", { body: {} } as never, await world.signIn(seeker.mail));
    await world.settle();
    await world.fire("finish-erasures");
    const left = (await world.table.allItems()).filter(({ type, education }) => type === "statistics" && education === "05");
    expect(left).toEqual([]);
  });

  test("that were taken back do not come back with a copy from before; what was given since stays", async () => {
    const [first, second] = [await aPerson(), await aPerson()];
    await give(first.seeker, { sex: "female", education: "07" });
    const before = await world.table.allItems();
    await world.get(`DELETE ${mine}`, {}, first.seeker);
    await give(second.seeker, { education: "07" });
    const copy = await restored(before, world.table);
    await forgetListed({ ...world.deps, db: copy.db });
    expect((await copy.allItems()).filter(({ type, education }) => type === "statistics" && education === "07")).toEqual([]);
    expect(await given(second.seeker)).toEqual({ education: "07" });
    await copy.close();
  });
});

test("a report tells people apart by them, by age and by the work they wish for, rounded to five where they are shown, beside the true sum", async () => {
  const own = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
  const people: { seeker: Browser & { mail: string }; registrationId: string }[] = [];
  for (let n = 0; n < 12; n++) {
    const seeker = await aSeeker(world, own.visitId, { birthYear: n < 6 ? 1960 : 1990 });
    people.push({ seeker, registrationId: (await registrationOf(world, own, seeker)).registrationId });
    if (n < 7) await give(seeker, { sex: "female" });
    else await give(seeker, { sex: "male", education: "03" });
  }
  await world.settle();
  world.deps.clock.set(duringVisit.replace("12-03", "12-10"));
  const desk = await aDesk(world);
  for (const [n, { seeker, registrationId }] of people.entries()) {
    const me = await world.signIn(seeker.mail);
    const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: own.visitId } }, me);
    expect(await scan(world, own, ticket, desk)).toMatchObject({ value: { verdict: "admitted" } });
    const params = { visitId: own.visitId, registrationId };
    if (n < 6)
      await world.get(
        "PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment",
        { params, body: anEnrolment({ occupations: [n < 5 ? "56" : "81"] }) },
        desk,
      );
  }
  const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
  const report = await world.get("GET /api/staff/reports/visits/{visitId}", { params: { visitId: own.visitId } }, manager);
  const { traits, people: all } = report.report;
  const column = (trait: keyof typeof traits, kind: "visitors" | "enrolled") =>
    Object.fromEntries(
      Object.entries(traits[trait])
        .map(([group, row]) => [group, row[kind]])
        .filter(([, n]) => n !== 0),
    );
  expect(all).toMatchObject({ visitors: 12, enrolled: 6 });
  expect(column("sex", "visitors")).toEqual({ female: 5, male: 5 });
  expect(column("education", "visitors")).toEqual({ "03": 5, unknown: 5 });
  expect(column("age", "visitors")).toEqual({ "30s": 5, "60p": 5 });
  expect(column("sex", "enrolled")).toEqual({ female: 5 });
  // Five wish for cleaning and one for machines: whether it was machines the sum does not tell, since nine other groups are hidden, too.
  const wished = Object.fromEntries(Object.keys(traits.occupation).map((group) => [group, group === "5" ? 5 : null]));
  expect(column("occupation", "enrolled")).toEqual(wished);
  expect(column("occupation", "visitors")).toEqual({ ...wished, unknown: 5 });
});
