import { afterAll, beforeAll, expect, test } from "vitest";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aPairedDevice } from "../support/pairing.ts";
import { admissionOf, deskEventOf, idxOf, loadPack, sendEvents } from "../support/phones.ts";
import { aDesk, anEventId, aTicket, scan, type Ticket, withByte } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
let table: Browser;
const phone = "phone-at-desk-1";
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
  desk = await aDesk(world);
  table = await aPairedDevice(world, visit, desk);
  await loadPack(world, visit, desk, phone);
});
afterAll(() => world.close());

let used = 1;
/** Somebody with an interview, and what their employer at the table sees of them. */
const aGuest = async () => {
  const ticket = await aTicket(world, visit, { name: "선우라온" });
  used += 1;
  const bookingId = anId("bkg");
  await bookSlot(world, visit, visit.slots[used] ?? "", ticket.seeker, bookingId);
  await world.settle();
  const { registrations } = await world.get("GET /api/me/registrations", {}, ticket.seeker);
  const registrationId = registrations[0]?.registrationId ?? "";
  const look = () =>
    world.call("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params: { registrationId, bookingId } }, table);
  const arrivedAt = async () => (await world.get("GET /api/me/registrations", {}, ticket.seeker)).registrations[0]?.arrivedAt;
  /** Nobody says that they are here, before the stream has settled anything and after it. */
  const isNotHere = async () => {
    for (const settle of [async () => undefined, world.settle]) {
      await settle();
      expect(await arrivedAt()).toBeNull();
      expect(refusalOf(await look())).toBe("not-arrived");
    }
  };
  return { ticket, arrivedAt, isNotHere };
};
const admitted = (ticket: Ticket, id: string) => admissionOf(world, visit, desk, phone, ticket, { id });
const undoOf = async (ticket: Ticket, ref: string) =>
  deskEventOf(world, visit, desk, phone, { kind: "undo", of: await idxOf(ticket), ref });
const upload = async (...events: unknown[]) => sendEvents(world, visit, desk, phone, events);
/** The slow request of a scan that the phone has judged by itself. */
const late = (ticket: Ticket, eventId: string, read: { token: string } = ticket) =>
  scan(world, visit, read, desk, { eventId, deviceId: phone });

test("a scan that was handed in and taken back does not come back with its own slow request", async () => {
  const { ticket, isNotHere } = await aGuest();
  const id = anEventId();
  await upload(await admitted(ticket, id), await undoOf(ticket, id));
  expect(refusalOf(await late(ticket, id))).toBe("scan-again");
  await isNotHere();
});

test("nor does one that was taken back before anything was heard of it", async () => {
  const { ticket, isNotHere } = await aGuest();
  const id = anEventId();
  await upload(await undoOf(ticket, id));
  expect(refusalOf(await late(ticket, id))).toBe("scan-again");
  await isNotHere();
  await upload(await admitted(ticket, id));
  await isNotHere();
});

test("nor one that the server had judged, when it is sent again", async () => {
  const { ticket, isNotHere, arrivedAt } = await aGuest();
  const id = anEventId();
  expect(await late(ticket, id)).toMatchObject({ value: { verdict: "admitted" } });
  await upload(await undoOf(ticket, id));
  expect(refusalOf(await late(ticket, id))).toBe("scan-again");
  await isNotHere();
  expect(await late(ticket, anEventId())).toMatchObject({ value: { verdict: "admitted" } });
  expect(await arrivedAt()).toBe(duringVisit);
});

test("an id that stands for a forged ticket admits nobody by the true one", async () => {
  const { ticket, isNotHere } = await aGuest();
  const id = anEventId();
  const forged = { token: withByte(ticket.token, 60, (byte) => byte ^ 1) };
  expect(await late(ticket, id, forged)).toMatchObject({ value: { verdict: "forged" } });
  expect(refusalOf(await late(ticket, id))).toBe("scan-again");
  await isNotHere();
});

test("a slow request after the upload of the same scan is the same arrival", async () => {
  const { ticket, arrivedAt } = await aGuest();
  const id = anEventId();
  await upload(await admitted(ticket, id));
  expect(await late(ticket, id)).toMatchObject({ value: { verdict: "admitted" } });
  expect(await arrivedAt()).toBe(duringVisit);
});
