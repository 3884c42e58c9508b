import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anId, aPlace, aPlan } from "../support/builders.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let manager: Browser;
let desk: Browser;
let ids: Record<"haneul" | "daon" | "sebyeol", string>;

beforeAll(async () => {
  world = await aWorld();
  manager = await world.staff("manager@center.example.com", ["manager"]);
  const { placeId, ...place } = aPlace;
  await world.get("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place }, manager);
  const named = async (name: string, roles: ("desk" | "counsellor")[]) => {
    const mail = `${anId("team").toLowerCase()}@center.example.com`;
    return (await world.get("PUT /api/staff/members", { body: { mail, name, roles } }, manager)).accountId;
  };
  ids = { haneul: await named("강하늘", ["counsellor"]), daon: await named("백다온", ["desk"]), sebyeol: await named("오세별", ["desk"]) };
  desk = await world.staff("desk@center.example.com", ["desk"]);
});
afterAll(() => world.close());

const aVisit = async (date: string, bus: number) => {
  const visitId = anId("vis");
  await world.get("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: aPlan({ date, bus }) }, manager);
  return visitId;
};
const aDuty = (accountId: string, over: Record<string, unknown> = {}) => ({
  ...{ accountId, roles: ["desk"], specialities: ["resume"], deskId: "d1", from: "10:00", to: "17:00" },
  ...{ rest: { from: "12:00", to: "13:00" }, clashSettled: false },
  ...over,
});
const put = (visitId: string, members: readonly Record<string, unknown>[], seen = 0, contacts: readonly Record<string, unknown>[] = []) =>
  world.call("PUT /api/staff/visits/{visitId}/team", { params: { visitId }, body: { seen, team: { members, contacts } } }, manager);
const show = (visitId: string, browser = manager) => world.get("GET /api/staff/visits/{visitId}/team", { params: { visitId } }, browser);

test("the team has names, desks, times and whom to call, for everybody at the desk; choices are for managers", async () => {
  const visitId = await aVisit("2027-01-07", 1);
  expect(await show(visitId)).toMatchObject({ version: 0, members: [], contacts: [] });
  const contacts = [{ what: "전기", name: "관리사무소", phone: "02-000-0009" }];
  expect(await put(visitId, [aDuty(ids.haneul, { roles: ["counsellor"] }), aDuty(ids.daon)], 0, contacts)).toMatchObject({ status: 200 });
  const shown = await show(visitId, desk);
  expect(shown).toMatchObject({
    version: 1,
    members: [
      { name: "강하늘", rights: ["counsellor"], roles: ["counsellor"], deskId: "d1", rest: { from: "12:00", to: "13:00" }, clashes: [] },
      { name: "백다온", rights: ["desk"] },
    ],
    contacts: [{ what: "전기", name: "관리사무소", phone: "020000009" }],
    choices: [],
  });
  expect((await show(visitId)).choices.map(({ name }) => name)).toEqual(expect.arrayContaining(["강하늘", "백다온", "오세별"]));
});

describe("somebody who works elsewhere that day", () => {
  test("is refused until replaced or settled, and stays marked on both sides", async () => {
    const [one, other] = [await aVisit("2027-01-14", 1), await aVisit("2027-01-14", 2)];
    await put(one, [aDuty(ids.haneul)]);
    expect(await put(other, [aDuty(ids.daon), aDuty(ids.haneul)])).toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: "/team/members/1/clashSettled", code: "works-elsewhere" }] },
    });
    expect((await show(other)).version).toBe(0);
    // Replaced by somebody else.
    expect(await put(other, [aDuty(ids.daon), aDuty(ids.sebyeol)])).toMatchObject({ status: 200 });
    // Or settled.
    expect(await put(other, [aDuty(ids.haneul, { clashSettled: true })], 1)).toMatchObject({ status: 200 });
    expect((await show(one)).members[0]?.clashes.map(({ visitId }) => visitId)).toEqual([other]);
    expect((await show(other)).members[0]?.clashes.map(({ visitId }) => visitId)).toEqual([one]);
  });

  test("is none on another day", async () => {
    const [one, other] = [await aVisit("2027-01-21", 1), await aVisit("2027-01-28", 1)];
    await put(one, [aDuty(ids.haneul)]);
    expect(await put(other, [aDuty(ids.haneul)])).toMatchObject({ status: 200 });
  });
});

test("of two who change a team at once the second is asked to look again; the same request sent twice answers the same", async () => {
  const visitId = await aVisit("2027-02-04", 1);
  expect(await put(visitId, [aDuty(ids.daon)])).toMatchObject({ status: 200, value: { version: 1 } });
  expect(await put(visitId, [aDuty(ids.daon)])).toMatchObject({ status: 200, value: { version: 1 } });
  expect(await put(visitId, [aDuty(ids.sebyeol)])).toMatchObject({ status: 409, problem: { code: "team-changed" } });
  const answers = await Promise.all([ids.sebyeol, ids.haneul].map((id) => put(visitId, [aDuty(id)], 1)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("what cannot be is refused at its field, and nothing is written", async () => {
  const visitId = await aVisit("2027-02-11", 1);
  const refused = async (members: readonly Record<string, unknown>[]) => {
    const answer = await put(visitId, members);
    return answer.ok ? answer.status : answer.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  expect(await refused([aDuty(anId("acc"))])).toEqual(["/team/members/0/accountId not-a-choice"]);
  expect(await refused([aDuty(ids.daon, { deskId: "d77" })])).toEqual(["/team/members/0/deskId not-a-choice"]);
  expect(await refused([aDuty(ids.daon, { to: "09:00", rest: null })])).toEqual(["/team/members/0/to outside-visit-hours"]);
  expect(await refused([aDuty(ids.daon, { rest: { from: "16:30", to: "17:30" } })])).toEqual([
    "/team/members/0/rest/from outside-visit-hours",
  ]);
  expect(await refused([aDuty(ids.daon), aDuty(ids.daon)])).toEqual(["/team/members twice"]);
  expect(await refused([aDuty(ids.daon, { roles: [] })])).toEqual(["/team/members/0/roles required"]);
  expect((await show(visitId)).version).toBe(0);
});
