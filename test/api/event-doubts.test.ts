import { PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkInEventKey } from "../../functions/platform/keys.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { refusalOf } from "../support/booking.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aPairedDevice } from "../support/pairing.ts";
import { admissionOf, decideAbout, deskEventOf, idxOf, loadPack, reconciliationOf, sendEvents } from "../support/phones.ts";
import { aDesk, anEventId, aTicket, scan, type Ticket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
let letter: string;
const phone = "phone-a-0001";
beforeAll(async () => {
  world = await aWorld(duringVisit);
});
// A visit a test: what is kept aside in one is not in the other.
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  desk = await aDesk(world);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
  ({ letter } = (await loadPack(world, visit, desk, phone)).lease);
});
afterAll(() => world.close());

const params = () => ({ visitId: visit.visitId });
const upload = async (events: unknown[], deviceId = phone, by = desk) =>
  (await sendEvents(world, visit, by, deviceId, events)).map(({ result }) => result);
const admitted = (ticket: Ticket, over: Record<string, unknown> = {}, deviceId = phone) =>
  admissionOf(world, visit, desk, deviceId, ticket, over);
const atDesk = (fields: Record<string, unknown>, deviceId = phone) => deskEventOf(world, visit, desk, deviceId, fields);
const found = () => reconciliationOf(world, visit, desk);
const asides = async () => (await found()).quarantined;
const arrivedAt = async ({ seeker }: Ticket) => (await world.get("GET /api/me/registrations", {}, seeker)).registrations[0]?.arrivedAt;
const board = () => world.get("GET /api/public/visits/{visitId}/board", { params: params() });
const labels = async () => (await board()).desks.flatMap((one) => [...one.waiting, ...one.called].map(({ label }) => label));

/** Everything that is made of the events of a day. */
const everythingShown = async (): Promise<unknown[]> => {
  const table = await aPairedDevice(world, visit, desk);
  const interviews = { employerId: visit.employerId, visitId: visit.visitId };
  return [
    await board(),
    await found(),
    await loadPack(world, visit, desk, "phone-b-0002"),
    await world.get("GET /api/staff/visits/{visitId}/day", { params: params() }, desk),
    await world.get("GET /api/table/day", {}, table),
    await world.get("GET /api/employers/{employerId}/visits/{visitId}/interviews", { params: interviews }, visit.employer),
  ];
};

describe("a time that no clock shows", () => {
  const offsets = [1e15, -1e15, 253_402_300_799_999, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
  const times = ["9999-12-31T23:59:59.999Z", "0000-01-01T00:00:00.000Z", "1969-12-31T23:59:58.000Z"];

  test("is kept aside, the rest of what came with it is stored, and the lead cannot let it take the day down", async () => {
    const [strange, good] = [await aTicket(world, visit), await aTicket(world, visit)];
    for (const over of [...offsets.map((clockOffset) => ({ clockOffset })), ...times.map((at) => ({ at, clockOffset: 1000 }))])
      expect(await upload([await admitted(strange, over), await admitted(good, { id: anEventId() })])).toEqual(["quarantined", "stored"]);
    expect(await arrivedAt(good)).toBe(duringVisit);
    for (const { hash } of await asides())
      expect(refusalOf(await decideAbout(world, visit, desk, hash, "accept"))).toBe("event-unreadable");
    expect(await everythingShown()).toHaveLength(6);
  });

  test("stored by an older server is skipped by all that counts, and shown to the lead", async () => {
    const ticket = await aTicket(world, visit);
    const walkIn = await atDesk({ kind: "walk-in", number: `${letter}-009`, deskId: "d1", clockOffset: 9e15 });
    const scanned = await admitted(ticket, { clockOffset: -9e15 });
    const visitId = VisitId.parse(visit.visitId);
    for (const [subject, event] of [
      [walkIn.id, walkIn],
      [scanned.idx, scanned],
      [undefined, { id: anEventId(), nothing: "of ours" }],
    ] as const)
      await world.table.doc.send(
        new PutCommand({
          TableName: world.deps.db.table,
          Item: { ...checkInEventKey(visitId, subject, event.id), type: "check-in-event", version: 1, event },
        }),
      );
    await world.settle();
    await everythingShown();
    expect((await found()).unread.map(({ what }) => what)).toEqual(["event", "event", "event"]);
    expect(await labels()).toEqual([]);
    expect(await scan(world, visit, ticket, desk)).toMatchObject({ value: { verdict: "admitted" } });
  });

  test("whatever numbers and instants a phone writes, each is answered, and all that is shown goes on", async () => {
    const idx = await idxOf(await aTicket(world, visit));
    const { accountId: staffId } = await world.get("GET /api/me", {}, desk);
    const anyEvent = fc
      .record({
        at: fc.date({ min: new Date("0000-01-01T00:00:00.000Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true }),
        clockOffset: fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: -60_000, max: 60_000 })),
        packRevision: fc.maxSafeNat(),
        near: fc.boolean(),
        what: fc.constantFrom(
          { kind: "admit", idx, gen: 1, verdict: "admitted", reentry: false },
          { kind: "walk-in", number: `${letter}-001`, deskId: "d1" },
          { kind: "serve", of: idx, deskId: "d1" },
          { kind: "undo", of: idx, ref: anEventId() },
        ),
      })
      .map(({ at, near, clockOffset, packRevision, what }) => ({
        ...{ v: 1, id: anEventId(), visitId: visit.visitId, deviceId: phone, staffId, packRevision, ...what },
        ...(near ? { at: duringVisit, clockOffset: clockOffset % 60_000 } : { at: at.toISOString(), clockOffset }),
      }));
    const events = fc.sample(anyEvent, 100);
    const answers = await upload(events);
    expect(answers).toHaveLength(100);
    expect(new Set(answers)).toEqual(new Set(["stored", "quarantined"]));
    await world.settle();
    for (const { hash, mayCount } of (await asides()).slice(0, 20))
      expect(await decideAbout(world, visit, desk, hash, mayCount ? "accept" : "leave")).toMatchObject({ status: 204 });
    await everythingShown();
  });

  test("on the phone that scans does not keep anybody out", async () => {
    for (const at of times) {
      const ticket = await aTicket(world, visit);
      const body = { eventId: anEventId(), deviceId: phone, at, read: { by: "camera", token: ticket.token } };
      const answer = await world.call("POST /api/staff/visits/{visitId}/check-ins", { params: params(), body }, desk);
      expect(answer).toMatchObject({ status: 200, value: { verdict: "admitted" } });
      expect(await arrivedAt(ticket)).toBe(duringVisit);
    }
  });
});

describe("a lease", () => {
  test("that had run out does not come back by a new pack: what was written in between waits for the lead", async () => {
    const [before, between, after] = [await aTicket(world, visit), await aTicket(world, visit), await aTicket(world, visit)];
    // Loaded at ten in the evening before: it runs out on the day.
    const lent = "phone-lent-01";
    const hours = (count: number) => addMinutes(Instant.parse("2026-12-02T13:00:00.000Z"), count * 60);
    world.deps.clock.set(hours(0));
    desk = await aDesk(world);
    await loadPack(world, visit, desk, lent);
    const events = [
      await admitted(before, { at: hours(17) }, lent),
      await admitted(between, { at: hours(19) }, lent),
      await admitted(after, { at: hours(21) }, lent),
    ] as const;
    world.deps.clock.set(hours(20));
    const evening = await aDesk(world);
    expect(await upload([events[1]], lent, evening)).toEqual(["quarantined"]);
    await loadPack(world, visit, evening, lent);
    world.deps.clock.set(hours(22));
    const { packRevision, ...rest } = events[1];
    const again = { packRevision, ...rest };
    const anew = { ...events[1], id: anEventId() };
    expect(await upload([events[0], events[1], again, anew, events[2]], lent, evening)).toEqual([
      ...["stored", "quarantined", "quarantined", "quarantined", "stored"],
    ]);
    const { quarantined } = await reconciliationOf(world, visit, evening);
    expect(quarantined.map(({ reason }) => reason)).toEqual(["outside-lease", "outside-lease"]);
    world.deps.clock.set(duringVisit);
    expect(await arrivedAt(between)).toBeNull();
  });

  test("is that of the visit: who was let in the evening before has not arrived, unless the lead says so", async () => {
    const eve = "2026-12-02T09:00:00.000Z";
    world.deps.clock.set(eve);
    desk = await aDesk(world);
    await loadPack(world, visit, desk, "phone-eve-01");
    const ticket = await aTicket(world, visit);
    const tried = await admitted(ticket, { at: eve }, "phone-eve-01");
    const refused = await admitted(ticket, { at: eve, verdict: "superseded" }, "phone-eve-01");
    const walkIn = { kind: "walk-in", number: "B-001", deskId: "d1", at: eve };
    expect(await upload([tried, refused, await atDesk(walkIn, "phone-eve-01")], "phone-eve-01")).toEqual([
      ...["quarantined", "stored", "quarantined"],
    ]);
    expect((await asides()).map(({ reason, mayCount }) => [reason, mayCount])).toEqual([
      ["other-day", true],
      ["other-day", true],
    ]);
    world.deps.clock.set(duringVisit);
    desk = await aDesk(world);
    expect(await scan(world, visit, ticket, desk)).toMatchObject({ value: { verdict: "admitted" } });
  });

  test("does not reach into the future: who was scanned in hours to come has not arrived", async () => {
    const ticket = await aTicket(world, visit);
    const event = await admitted(ticket, { at: addMinutes(duringVisit, 17 * 60) });
    expect(await upload([event, await admitted(ticket, { clockOffset: 17 * 3_600_000 })])).toEqual(["quarantined", "quarantined"]);
    expect((await asides()).map(({ reason }) => reason)).toEqual(["ahead", "ahead"]);
    expect(await arrivedAt(ticket)).toBeNull();
    world.deps.clock.set(addMinutes(duringVisit, 17 * 60));
    expect(await upload([event], phone, await aDesk(world))).toEqual(["quarantined"]);
  });
});

describe("what was kept aside", () => {
  test("and left uncounted by the lead stays so, also once its phone is known; what counts already is not left", async () => {
    const ticket = await aTicket(world, visit);
    const event = await admitted(ticket, {}, "phone-new-0001");
    expect(await upload([event], "phone-new-0001")).toEqual(["quarantined"]);
    const [waits] = await asides();
    await loadPack(world, visit, desk, "phone-new-0001");
    expect(await upload([event], "phone-new-0001")).toEqual(["quarantined"]);
    expect(await decideAbout(world, visit, desk, waits?.hash ?? "", "leave")).toMatchObject({ status: 204 });
    expect(await upload([event], "phone-new-0001")).toEqual(["quarantined"]);
    expect(await arrivedAt(ticket)).toBeNull();
  });

  test("is not asked about a second time once it counts, though its phone was lost since", async () => {
    const ticket = await aTicket(world, visit);
    const event = await admitted(ticket);
    expect(await upload([event])).toEqual(["stored"]);
    const lost = { params: { ...params(), deviceId: phone }, body: { reason: "잃어버림" } };
    await world.call("POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation", lost, desk);
    desk = await aDesk(world);
    expect(await upload([event, await admitted(ticket)])).toEqual(["duplicate", "quarantined"]);
    expect(await asides()).toHaveLength(1);
  });

  test("of another visit says so, is not offered to be counted, and is not", async () => {
    const other = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
    const event = await admitted(await aTicket(world, visit), { visitId: other.visitId });
    expect(await upload([event])).toEqual(["quarantined"]);
    const [waits] = await asides();
    expect(waits).toMatchObject({ reason: "other-visit", mayCount: false, event: { visitId: other.visitId } });
    expect(refusalOf(await decideAbout(world, visit, desk, waits?.hash ?? "", "accept"))).toBe("event-uncountable");
    expect(await decideAbout(world, visit, desk, waits?.hash ?? "", "leave")).toMatchObject({ status: 204 });
  });
});

describe("in the queue", () => {
  const walkIn = (number: string, over: Record<string, unknown> = {}, deviceId = phone) =>
    atDesk({ kind: "walk-in", number, deskId: "d1", ...over }, deviceId);

  test("a phone gives numbers of its own letter only", async () => {
    const b = (await loadPack(world, visit, desk, "phone-b-0002")).lease.letter;
    expect(await upload([await walkIn(`${letter}-001`)])).toEqual(["stored"]);
    const foreign = [await walkIn(`${letter}-002`, {}, "phone-b-0002"), await walkIn("ZZ-999", {}, "phone-b-0002")];
    expect(await upload(foreign, "phone-b-0002")).toEqual(["quarantined", "quarantined"]);
    expect(await upload([await walkIn(`${b}-001`, {}, "phone-b-0002")], "phone-b-0002")).toEqual(["stored"]);
    expect((await labels()).toSorted()).toEqual([`${letter}-001`, `${b}-001`].toSorted());
    expect((await asides()).map(({ reason }) => reason)).toEqual(["foreign-number", "foreign-number"]);
  });

  test("a desk that the visit does not have is no desk: the lead sees who was sent there", async () => {
    const idx = await idxOf(await aTicket(world, visit));
    const events = [await walkIn(`${letter}-001`, { deskId: "d99" }), await atDesk({ kind: "send-on", of: idx, deskId: "d98" })];
    expect(await upload(events)).toEqual(["quarantined", "quarantined"]);
    expect((await asides()).map(({ reason, mayCount }) => [reason, mayCount])).toEqual([
      ["unknown-desk", false],
      ["unknown-desk", false],
    ]);
  });

  test("nobody is called who does not exist, and a call that comes before its walk-in waits for it", async () => {
    const walk = await walkIn(`${letter}-001`);
    const events = [
      await atDesk({ kind: "call", of: "AAAAAAAAAAAAAAAA", deskId: "d1" }),
      await atDesk({ kind: "serve", of: anEventId(), deskId: "d2" }),
      await atDesk({ kind: "call", of: walk.id, deskId: "d1" }),
    ];
    expect(await upload(events)).toEqual(["quarantined", "stored", "stored"]);
    expect((await asides()).map(({ reason }) => reason)).toEqual(["unknown-ticket"]);
    expect((await board()).desks).toMatchObject([
      { serving: null, called: [] },
      { serving: null, called: [] },
    ]);
    expect(await upload([walk])).toEqual(["stored"]);
    expect((await board()).desks).toMatchObject([{ called: [{ label: `${letter}-001`, calls: 1 }] }, { serving: null }]);
  });
});
