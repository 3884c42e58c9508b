import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aPattern, aPlace, aPlan } from "../support/builders.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld();
  manager = await world.staff("manager@center.example.com", ["manager"]);
  const { placeId, ...place } = aPlace;
  await world.get("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place }, manager);
});
afterAll(() => world.close());

const plan = (deadlines: Record<string, string>) =>
  world.call(
    "PUT /api/staff/visits/{visitId}",
    {
      params: { visitId: anId("vis") },
      body: aPlan({
        date: "2026-12-03",
        deadlines: {
          bookingClosesAt: "2026-11-30T09:00:00.000Z",
          listAt: "2026-12-01T06:00:00.000Z",
          reminderAt: "2026-12-02T07:00:00.000Z",
          ticketMailAt: "2026-12-02T23:00:00.000Z",
          ...deadlines,
        },
      }),
    },
    manager,
  );

test("mail is planned for the hours when nobody is woken", async () => {
  expect(await plan({})).toMatchObject({ status: 201 });
  // 20:00 and 07:59 in Seoul
  expect(await plan({ reminderAt: "2026-12-02T11:00:00.000Z" })).toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: "/deadlines/reminderAt", code: "mail-hours" }] },
  });
  expect(await plan({ ticketMailAt: "2026-12-02T22:59:00.000Z" })).toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: "/deadlines/ticketMailAt", code: "mail-hours" }] },
  });
});

test("the reminder speaks of tomorrow, so it goes out before the day", async () => {
  expect(await plan({ reminderAt: "2026-12-03T01:00:00.000Z" })).toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: "/deadlines/reminderAt", code: "not-day-before-visit" }] },
  });
});

test("every answer tells the time of the API, so that pages need not trust the device", async () => {
  const answer = await world.call("GET /api/public/visits");
  expect(answer.headers.get("jobstop-now")).toBe(world.deps.clock.now());
  expect((await world.call("GET /api/me")).headers.get("jobstop-now")).toBe(world.deps.clock.now());
});

test("once times stand on it, also the centre's own, its day and desks stay", async () => {
  const visit = await anOpenVisit(world, { opened: false });
  const { visitId, manager } = visit;
  const bare = anId("vis");
  const put = (id: string, over: Record<string, unknown>) =>
    world.call("PUT /api/staff/visits/{visitId}", { params: { visitId: id }, body: aPlan(over) }, manager);
  expect(refusalOf(await put(visitId, { date: "2026-12-10" }))).toBe("visit-already-open");
  await put(bare, {});
  expect(await put(bare, { date: "2026-12-10" })).toMatchObject({ status: 200 });
  const body = { service: "resume", host: "오서린", deskId: "d2", pattern: aPattern({ from: "12:00", to: "13:00", minutes: 30 }) };
  const params = { visitId: bare, slotRequestId: anId("srq") };
  await world.get("PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}", { params, body }, manager);
  expect(refusalOf(await put(bare, {}))).toBe("visit-already-open");
});
