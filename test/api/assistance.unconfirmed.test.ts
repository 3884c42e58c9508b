import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** The day before at 16:00 in Seoul. */
const reminderAt = "2026-12-02T07:00:00.000Z";
const before = "2026-12-02T06:59:59.000Z";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(before);
});
/** Looks that were noted in another test. */
let earlier: readonly string[];
beforeEach(async () => {
  world.deps.clock.set(before);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  desk = await aDesk(world);
  earlier = (await entriesOf(world, "unconfirmed")).map((entry) => JSON.stringify(entry));
});
afterAll(() => world.close());

const list = (by = desk) => world.get("GET /api/staff/visits/{visitId}/unconfirmed", { params: { visitId: visit.visitId } }, by);
const looks = async () => (await entriesOf(world, "unconfirmed")).filter((entry) => !earlier.includes(JSON.stringify(entry)));

test("from the reminder on, whoever has a time and has not answered can be called, by first time; each look is logged once an hour", async () => {
  world.deps.clock.set(before);
  const book = async (seeker: Browser, place: number, bookingId = anId("bkg")) => {
    expect(await bookSlot(world, visit, visit.slots[place] ?? "", seeker, bookingId)).toMatchObject({ status: 201 });
    return bookingId;
  };
  const second = await aSeeker(world, visit.visitId, { name: "나두리", phone: undefined });
  const secondId = await book(second, 2);
  const first = await aSeeker(world, visit.visitId, { name: "가온유", phone: "010-0000-0707" });
  const firstId = await book(first, 0);
  const confirmed = await aSeeker(world, visit.visitId, { name: "다솜이" });
  await book(confirmed, 3);
  const cancelled = await aSeeker(world, visit.visitId, { name: "라온빛" });
  await cancelBooking(world, visit, await book(cancelled, 4), cancelled);
  await aSeeker(world, visit.visitId, { name: "마루한" });
  const here = await aTicket(world, visit, { name: "바다솔" });
  await book(here.seeker, 5);
  await world.get("POST /api/me/visits/{visitId}/confirmation", { params: { visitId: visit.visitId } }, confirmed);

  expect(await list()).toEqual({ people: [] });
  expect(await looks()).toEqual([]);

  world.deps.clock.set(reminderAt);
  const { people } = await list();
  expect(people).toMatchObject([
    {
      name: "가온유",
      phone: "01000000707",
      bookings: [{ bookingId: firstId, startsAt: "2026-12-03T01:00:00.000Z", seen: { slotId: visit.slots[0], sequence: 0 } }],
    },
    { name: "나두리", phone: null, bookings: [{ bookingId: secondId, whatKo: "펌프 부품 조립원 (㈜솔버들정밀)" }] },
    { name: "바다솔" },
  ]);
  await Promise.all([list(), list()]);
  world.deps.clock.forward(0.5);
  await list();
  expect(await looks()).toHaveLength(1);
  await list(visit.manager);
  expect(await looks()).toHaveLength(2);
  world.deps.clock.forward(60);
  await list();
  expect(await looks()).toHaveLength(3);

  // A time that is over needs no call, nor does who is here.
  world.deps.clock.set("2026-12-03T01:20:00.000Z");
  const later = await aDesk(world);
  expect(await scan(world, visit, { token: here.token }, later)).toMatchObject({ status: 200 });
  expect((await list(later)).people.map(({ name }) => name)).toEqual(["나두리"]);
});

test("who says on the telephone that they come is off the list", async () => {
  world.deps.clock.set(before);
  const here = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await bookSlot(world, here, here.slots[0] ?? "", await aSeeker(world, here.visitId));
  world.deps.clock.set(reminderAt);
  const toCall = async () => {
    const { people } = await world.get("GET /api/staff/visits/{visitId}/unconfirmed", { params: { visitId: here.visitId } }, desk);
    return people.map(({ registrationId }) => registrationId);
  };
  const [registrationId = ""] = await toCall();
  const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation";
  for (const _ of ["once", "and again"]) {
    expect(await world.call(key, { params: { visitId: here.visitId, registrationId } }, desk)).toMatchObject({ status: 204 });
  }
  expect(await toCall()).toEqual([]);
});
