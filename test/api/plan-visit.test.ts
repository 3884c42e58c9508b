import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type LocalDate } from "../../shared/domain/seoul-time.ts";
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

test("visits that were are listed from the newest on, a page at a time, and one is found on whichever day it was", async () => {
  const own = await aWorld("2026-11-23T01:00:00.000Z");
  try {
    const manager = await own.staff("manager@center.example.com", ["manager"]);
    const { visitId, manager: planner } = await anOpenVisit(own, { opened: false });
    const asked = async (query: Record<string, string>, by = manager) =>
      (await own.get("GET /api/staff/visits", { query }, by)).visits.map((one) => one.visit);
    const [visit] = await asked({ visitId });
    if (!visit) throw new Error("no visit");
    expect(await asked({ before: visit.date })).toEqual([]);
    const item = (await own.table.allItems()).find(({ type }) => type === "visit");
    // As many as two pages, two on each day.
    for (let n = 0; n < 50; n++) {
      const [id, date] = [anId("vis"), addDays("2026-09-01" as LocalDate, Math.floor(n / 2))];
      const copy = { ...item, pk: `VISIT#${id}`, gsi1sk: `${date}#${id}`, visit: { ...(item?.visit as object), visitId: id, date } };
      await own.table.doc.send(new PutCommand({ TableName: own.deps.db.table, Item: copy }));
    }
    const first = await own.get("GET /api/staff/visits", { query: { before: "2026-11-23" } }, planner);
    const second = await own.get("GET /api/staff/visits", { query: { before: first.next ?? "" } }, planner);
    const listed = [...first.visits, ...second.visits].map((one) => one.visit);
    expect([first.visits.length, second.visits.length, second.next]).toEqual([40, 10, undefined]);
    expect(new Set(listed.map((one) => one.visitId)).size).toBe(50);
    expect(listed.map(({ date }) => date)).toEqual(
      listed
        .map(({ date }) => date)
        .toSorted()
        .toReversed(),
    );
    expect((await asked({ visitId: listed.at(-1)?.visitId ?? "" })).map(({ date }) => date)).toEqual(["2026-09-01"]);
  } finally {
    await own.close();
  }
});
