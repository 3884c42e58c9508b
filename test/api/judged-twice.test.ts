import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { admissionOf, decideAbout, deskEventOf, idxOf, loadPack, reconciliationOf, sendEvents } from "../support/phones.ts";
import { withdraw } from "../support/registrations.ts";
import { aDesk, anEventId, aTicket, scan, type Ticket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/*
 * One scan, judged by the server and, since its answer came too late to be waited for, by the phone, too. Whoever was let in is in. And what staff took back, or
 * wrote about somebody, is where the lead looks.
 */

let world: World;
let visit: OpenVisit;
let desk: Browser;
const [phoneA, phoneB] = ["phone-a-0001", "phone-b-0002"];
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
  desk = await aDesk(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  for (const phone of [phoneA, phoneB]) await loadPack(world, visit, desk, phone);
});

const send = (deviceId: string, ...events: unknown[]) => sendEvents(world, visit, desk, deviceId, events);
const conflictOf = async (ticket: Ticket) => {
  const idx = await idxOf(ticket);
  return (await reconciliationOf(world, visit, desk)).conflicts.find((one) => one.idx === idx);
};
const admission = (deviceId: string, ticket: Ticket, over: object = {}) => admissionOf(world, visit, desk, deviceId, ticket, { ...over });
const arrivedAt = async ({ seeker }: Ticket) =>
  (await world.get("GET /api/me/registrations", {}, seeker)).registrations[0]?.arrivedAt ?? null;
/** Scanned on B, refused by the server too late, and let in by the phone under the same id. */
const letInOnB = async (ticket: Ticket) => {
  const eventId = anEventId();
  const judged = await scan(world, visit, ticket, desk, { deviceId: phoneB, eventId });
  return { judged, local: await admission(phoneB, ticket, { id: eventId }) };
};

describe("a scan that the server refused and the phone let in", () => {
  test("is stored beside it, once: both who came in on one ticket are shown to the lead", async () => {
    const ticket = await aTicket(world, visit);
    await scan(world, visit, ticket, desk, { deviceId: phoneA });
    const { judged, local } = await letInOnB(ticket);
    expect(judged).toMatchObject({ value: { verdict: "already-arrived" } });
    expect(await Promise.all([send(phoneB, local), send(phoneB, local)])).toContainEqual([{ id: local.id, result: "stored" }]);
    expect(await send(phoneB, local)).toEqual([{ id: local.id, result: "duplicate" }]);
    const conflict = await conflictOf(ticket);
    expect(conflict?.flags).toEqual(["two-devices"]);
    expect(conflict?.admissions.map(({ deviceId }) => deviceId)).toEqual([phoneA, phoneB]);
  });

  test("is an arrival where there was none, and no longer once it is taken back", async () => {
    const ticket = await aTicket(world, visit);
    // the arrival that the server knew was taken back since
    const first = anEventId();
    await scan(world, visit, ticket, desk, { deviceId: phoneA, eventId: first });
    const { local } = await letInOnB(ticket);
    const idx = await idxOf(ticket);
    const undo = (ref: string) => deskEventOf(world, visit, desk, phoneA, { kind: "undo", of: idx, ref, reason: "다른 분" });
    await send(phoneA, await undo(first));
    expect(await arrivedAt(ticket)).toBeNull();
    await send(phoneB, local);
    expect(await arrivedAt(ticket)).toBe(local.at);
    await send(phoneA, await undo(local.id));
    expect(await arrivedAt(ticket)).toBeNull();
  });

  test("of a phone that was reported lost meanwhile can be counted by the lead", async () => {
    const ticket = await aTicket(world, visit);
    await scan(world, visit, ticket, desk, { deviceId: phoneA });
    const phone = "phone-l-0009";
    // Whoever used it is signed out with it.
    const holder = await aDesk(world);
    await loadPack(world, visit, holder, phone);
    const eventId = anEventId();
    await scan(world, visit, ticket, holder, { deviceId: phone, eventId });
    const local = await admission(phone, ticket, { id: eventId });
    const params = { visitId: visit.visitId, deviceId: phone };
    await world.get(
      "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation",
      { params, body: { reason: "분실" } },
      await aDesk(world),
    );
    expect(await send(phone, local)).toEqual([{ id: local.id, result: "quarantined" }]);
    const { quarantined } = await reconciliationOf(world, visit, desk);
    const waits = quarantined.find(({ event }) => event?.id === local.id);
    expect(waits?.mayCount).toBe(true);
    expect((await decideAbout(world, visit, desk, waits?.hash ?? "", "accept")).status).toBe(204);
    expect((await conflictOf(ticket))?.admissions.map(({ deviceId }) => deviceId)).toEqual([phoneA, phone]);
    expect(await send(phone, local)).toEqual([{ id: local.id, result: "duplicate" }]);
  });
});

describe("somebody let in by a ticket that was cancelled", () => {
  test("is called on the public board, too, as on every phone", async () => {
    const ticket = await aTicket(world, visit);
    expect((await withdraw(world, visit, ticket.seeker)).ok).toBe(true);
    await world.settle();
    const of = await idxOf(ticket);
    const called = async () =>
      JSON.stringify((await world.get("GET /api/public/visits/{visitId}/board", { params: { visitId: visit.visitId } })).desks);
    const call = () => deskEventOf(world, visit, desk, phoneA, { kind: "call", of, deskId: "d1" });
    await send(phoneA, await call());
    expect(await called()).not.toContain(ticket.code.slice(0, 4));
    await send(phoneA, await admission(phoneA, ticket, { kind: "override", verdict: "cancelled", reason: "현장에 계심" }));
    expect(await called()).toContain(ticket.code.slice(0, 4));
  });
});

describe("what the lead sees", () => {
  test("a check-in that was taken back, with who and why, also when the ticket was used again", async () => {
    const ticket = await aTicket(world, visit);
    const first = anEventId();
    await scan(world, visit, ticket, desk, { deviceId: phoneA, eventId: first });
    const of = await idxOf(ticket);
    await send(phoneB, await deskEventOf(world, visit, desk, phoneB, { kind: "undo", of, ref: first, reason: "표를 빌려 온 분" }));
    expect(await scan(world, visit, ticket, desk, { deviceId: phoneB })).toMatchObject({ value: { verdict: "admitted" } });
    const { takenBack } = await reconciliationOf(world, visit, desk);
    expect(takenBack.filter(({ code }) => code === ticket.code)).toMatchObject([
      { admittedAt: duringVisit, at: duringVisit, deviceId: phoneB, reason: "표를 빌려 온 분", maskedName: expect.stringContaining("○") },
    ]);
  });

  test("whom the check-in was of is in the access log of that look", async () => {
    const ticket = await aTicket(world, visit);
    const first = await admission(phoneA, ticket);
    const of = await idxOf(ticket);
    await send(phoneA, first, await deskEventOf(world, visit, desk, phoneA, { kind: "undo", of, ref: first.id }));
    const { registrations } = await world.get("GET /api/me/registrations", {}, ticket.seeker);
    const lead = await aDesk(world);
    expect(await reconciliationOf(world, visit, lead)).toMatchObject({
      takenBack: expect.arrayContaining([expect.objectContaining({ code: ticket.code })]),
    });
    const looks = (await entriesOf(world, "reconciliation")).filter(({ ip }) => ip === lead.ip);
    expect(JSON.stringify(looks)).toContain(registrations[0]?.registrationId);
  });

  test("but not a scan that had let nobody in, whoever takes that back", async () => {
    const ticket = await aTicket(world, visit);
    const refused = await admission(phoneA, ticket, { verdict: "superseded" });
    const of = await idxOf(ticket);
    await send(phoneA, refused, await deskEventOf(world, visit, desk, phoneA, { kind: "undo", of, ref: refused.id }));
    const { takenBack } = await reconciliationOf(world, visit, desk);
    expect(takenBack.filter(({ code }) => code === ticket.code)).toEqual([]);
  });

  test("somebody let in as coming in again whom no check had let in before", async () => {
    const ticket = await aTicket(world, visit);
    await send(phoneA, await admission(phoneA, ticket, { verdict: "unknown-version", reentry: true }));
    expect((await conflictOf(ticket))?.flags).toEqual(["override"]);
  });

  test("a reason that no key opens", async () => {
    const ticket = await aTicket(world, visit);
    const payload = "A".repeat(120);
    const let1 = await admission(phoneA, ticket, { kind: "override", verdict: "superseded", reason: "-", payload });
    await send(phoneA, let1);
    await world.settle();
    const { unread } = await reconciliationOf(world, visit, desk);
    expect(unread).toContainEqual(expect.objectContaining({ what: "reason", eventId: let1.id }));
  });
});

describe("about somebody whose data was erased", () => {
  const erase = async ({ seeker }: Ticket) => {
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
  };
  const storedWith = async (text: string) => (await world.table.allItems()).filter((item) => JSON.stringify(item).includes(text));

  test("what the lead had left uncounted stays so, however late it comes again", async () => {
    const ticket = await aTicket(world, visit);
    const at = addMinutes(world.deps.clock.now(), 30);
    const ahead = await admission(phoneA, ticket, { kind: "override", verdict: "superseded", reason: "앞선 까닭", at });
    expect(await send(phoneA, ahead)).toEqual([{ id: ahead.id, result: "quarantined" }]);
    const waits = (await reconciliationOf(world, visit, desk)).quarantined.find(({ event }) => event?.id === ahead.id);
    await decideAbout(world, visit, desk, waits?.hash ?? "", "leave");
    await erase(ticket);
    world.deps.clock.set(addMinutes(at, 5));
    expect(await send(phoneA, ahead)).toEqual([{ id: ahead.id, result: "quarantined" }]);
    const { quarantined } = await reconciliationOf(world, visit, desk);
    expect(quarantined.filter(({ event }) => event?.id === ahead.id)).toHaveLength(1);
    expect(await storedWith("앞선 까닭")).toEqual([]);
  });

  test("words that arrive under the address of another visit are not kept either", async () => {
    const other = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
    await loadPack(world, other, desk, phoneA);
    const ticket = await aTicket(world, visit);
    await erase(ticket);
    const strayed = await admission(phoneA, ticket, { kind: "override", verdict: "superseded", reason: "길 잃은 까닭" });
    expect(await sendEvents(world, other, desk, phoneA, [strayed])).toEqual([{ id: strayed.id, result: "quarantined" }]);
    expect(await storedWith("길 잃은 까닭")).toEqual([]);
  });

  test("not even what this version cannot read keeps its words", async () => {
    const ticket = await aTicket(world, visit);
    await erase(ticket);
    const newer = await admission(phoneA, ticket, {
      v: 2,
      kind: "override",
      verdict: "superseded",
      reason: "새 앱의 까닭",
      more: "딸린 말",
    });
    expect(await send(phoneA, newer)).toEqual([{ id: newer.id, result: "quarantined" }]);
    expect(await storedWith("새 앱의 까닭")).toEqual([]);
    expect(await storedWith("딸린 말")).toEqual([]);
    expect(await storedWith(newer.id)).toHaveLength(1);
  });
});
