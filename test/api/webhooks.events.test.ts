import { afterAll, beforeAll, expect, test } from "vitest";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, aPlan, approvedSlots, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aReceiver, aSubscription, told } from "../support/feeds.ts";
import { deskEventOf, idxOf, loadPack, sendEvents } from "../support/phones.ts";
import { carriedOut } from "../support/plans.ts";
import { registrationOf, withdraw } from "../support/registrations.ts";
import { aDesk, anEventId, aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const phone = "phone-at-desk-1";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
  desk = await aDesk(world);
  await loadPack(world, visit, desk, phone);
});
afterAll(() => world.close());

/** A receiver of everything from now on: what it was told, by type, each time that it is asked. */
const aListener = async (events?: readonly string[]) => {
  const receiver = await aReceiver();
  const { webhookId } = await aSubscription(world, visit.manager, { url: receiver.url, ...(events && { events }) });
  return {
    told: async () => {
      await world.settle();
      await world.fire("deliver-feeds");
      const all = receiver.received.map(told).sort((a, b) => Number(a.data.sequence) - Number(b.data.sequence));
      return all.map(({ type, data }) => ({ type, ...data }) as { type: string } & Record<string, unknown>);
    },
    end: () => world.get("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId } }, visit.manager),
  };
};
let used = 2;
const aBooked = async (at = visit) => {
  const ticket = await aTicket(world, at);
  const [bookingId, slotId] = [anId("bkg"), at.slots[used++] ?? ""];
  const answer = await bookSlot(world, at, slotId, ticket.seeker, bookingId);
  if (!answer.ok) throw new Error(answer.problem.code);
  await world.settle();
  return { ...ticket, bookingId, slotId };
};
const at = (fields: Record<string, unknown>) => deskEventOf(world, visit, desk, phone, fields);

test("somebody who came without a registration is one visitor, who may be taken back", async () => {
  const listener = await aListener(["arrival"]);
  const walkIn = await at({ kind: "walk-in", number: "A-001", deskId: "d1" });
  await sendEvents(world, visit, desk, phone, [walkIn]);
  await sendEvents(world, visit, desk, phone, [await at({ kind: "call", of: walkIn.id, deskId: "d1" })]);
  expect(await listener.told()).toMatchObject([{ type: "arrival.made", registered: false, sequence: 1 }]);
  await sendEvents(world, visit, desk, phone, [await at({ kind: "undo", of: walkIn.id, ref: walkIn.id })]);
  const [made, undone, ...others] = await listener.told();
  expect(others).toEqual([]);
  expect(undone).toMatchObject({ type: "arrival.undone", registered: false, visitor: made?.visitor });
  await listener.end();
});

test("an arrival that is taken back, and comes again, is told each time", async () => {
  const ticket = await aTicket(world, visit);
  const listener = await aListener(["arrival"]);
  const eventId = anEventId();
  await scan(world, visit, ticket, desk, { eventId, deviceId: phone });
  await sendEvents(world, visit, desk, phone, [await at({ kind: "undo", of: await idxOf(ticket), ref: eventId })]);
  await world.settle();
  world.deps.clock.forward(1);
  await scan(world, visit, ticket, desk, { deviceId: phone });
  const all = await listener.told();
  expect(all.map(({ type }) => type)).toEqual(["arrival.made", "arrival.undone", "arrival.made"]);
  expect(new Set(all.map(({ visitor }) => visitor)).size).toBe(1);
  await listener.end();
});

test("somebody who missed their time is a result, and no cancellation", async () => {
  const guest = await aBooked();
  const listener = await aListener();
  const { registrationId } = await registrationOf(world, visit, guest.seeker);
  const at = "2026-12-03T06:00:00.000Z";
  world.deps.clock.set(at);
  await world.get(
    "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show",
    {
      params: { visitId: visit.visitId, registrationId, bookingId: guest.bookingId },
      body: { seen: { slotId: guest.slotId, sequence: 0 }, giveTo: { whom: "nobody" } },
    },
    desk,
  );
  expect(await listener.told()).toMatchObject([{ type: "result.noted", result: "no_show", sequence: Date.parse(at) }]);
  world.deps.clock.set(duringVisit);
  await listener.end();
});

test("a registration that is taken back cancels what was booked with it", async () => {
  const listener = await aListener();
  const guest = await aBooked();
  await withdraw(world, visit, guest.seeker);
  const all = await listener.told();
  expect(all.map(({ type }) => type)).toEqual(["booking.made", "booking.cancelled"]);
  expect(all[1]).toMatchObject({ by: "person", booking: all[0]?.booking });
  await listener.end();
});

test("a visit that is cancelled moves the bookings that it takes to another, under the same pseudonym, and cancels the others", async () => {
  const storm = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
  const near = { ...storm, visitId: anId("vis") };
  const params = { visitId: near.visitId };
  await world.get("PUT /api/staff/visits/{visitId}", { params, body: aPlan({ date: "2026-12-17" }) }, storm.manager);
  near.slots = await approvedSlots(world, near);
  await world.get("POST /api/staff/visits/{visitId}/opening", { params }, storm.manager);
  await world.settle();
  used = 0;
  const listener = await aListener(["booking.made", "booking.moved", "booking.cancelled"]);
  const [moved, cancelled] = [await aBooked(storm), await aBooked(storm)];
  const made = await listener.told();
  const choices = [
    { bookingId: moved.bookingId, choice: { do: "rebook", visitId: near.visitId, slotId: near.slots[0] } },
    { bookingId: cancelled.bookingId, choice: { do: "cancel" } },
  ];
  await carriedOut(world, storm, { change: { kind: "cancel-visit" }, reason: "태풍 예보", choices });
  await world.fire("run-plans");
  const later = (await listener.told()).filter(({ type }) => type !== "booking.made");
  expect(later).toHaveLength(2);
  expect(later).toContainEqual(
    expect.objectContaining({ type: "booking.moved", visit: expect.objectContaining({ visitId: near.visitId }) }),
  );
  expect(later).toContainEqual(expect.objectContaining({ type: "booking.cancelled", by: "centre" }));
  expect(new Set(later.map(({ booking }) => booking))).toEqual(new Set(made.map(({ booking }) => booking)));
  await listener.end();
});
