import { afterAll, beforeAll, expect, test } from "vitest";
import { aBooking, anId, anOpenVisit, aProfile, aSeeker } from "../support/builders.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("whoever books and cancels in a loop is stopped before agenda and mailbox fill", async () => {
  const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
  const seeker = await aSeeker(world, visit.visitId);
  const statuses: number[] = [];
  for (let round = 0; round < 101; round++) {
    const params = { visitId: visit.visitId, bookingId: anId("bkg") };
    const answer = await world.call(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
      { params, body: aBooking(visit.slots[0] ?? "") },
      seeker,
    );
    statuses.push(answer.status);
    if (answer.ok) await world.get("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params }, seeker);
  }
  expect(statuses.slice(0, 100)).toEqual(new Array(100).fill(201));
  expect(statuses.at(-1)).toBe(429);
});

test("an account registers twenty employers and no more, and still signs in", async () => {
  const browser = await world.signIn("many@example.com");
  const register = () => world.call("PUT /api/employers/{employerId}", { params: { employerId: anId("emp") }, body: aProfile() }, browser);
  expect((await register()).status).toBe(201);
  await world.takeSecondStep(browser);
  for (let count = 1; count < 20; count++) expect((await register()).status).toBe(201);
  expect(await register()).toMatchObject({ status: 429, problem: { code: "too-many-requests" } });
  expect(await world.get("GET /api/me", {}, browser)).toMatchObject({ employers: { length: 20 } });
});

test("an employer with another name is checked anew", async () => {
  const manager = await world.staff("manager@center.example.com", ["manager"]);
  const employer = await world.signIn("hr@solbeodeul.example.com");
  const params = { employerId: anId("emp") };
  await world.get("PUT /api/employers/{employerId}", { params, body: aProfile() }, employer);
  await world.takeSecondStep(employer);
  await world.get("POST /api/staff/employers/{employerId}/decision", { params, body: { decision: "approve" } }, manager);
  const told = await world.get("PUT /api/employers/{employerId}", { params, body: aProfile({ aboutKo: "부품을 깎습니다." }) }, employer);
  expect(told.state).toBe("verified");
  const renamed = await world.get("PUT /api/employers/{employerId}", { params, body: aProfile({ nameKo: "다른이름㈜" }) }, employer);
  expect(renamed.state).toBe("registered");
  const { employers } = await world.get("GET /api/staff/approvals", {}, manager);
  expect(employers.map(({ employerId }) => employerId)).toContain(params.employerId);
});

test("a manager cannot leave the centre without one by taking the role from themselves", async () => {
  const manager = await world.staff("alone@center.example.com", ["manager"]);
  const body = { mail: "alone@center.example.com", name: "권도경", roles: ["desk"] };
  expect(await world.call("PUT /api/staff/members", { body }, manager)).toMatchObject({ status: 403 });
  expect(await world.get("GET /api/me", {}, manager)).toMatchObject({ staffRoles: ["manager"] });
});
