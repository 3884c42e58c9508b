import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { admissionOf, idxOf, loadPack, sendEvents } from "../support/phones.ts";
import { aDesk, anEventId, aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  desk = await aDesk(world);
});
// A visit a test: what a phone disagrees about in one is not in the other.
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterAll(() => world.close());

const params = () => ({ visitId: visit.visitId });
const reconciliation = () => world.get("GET /api/staff/visits/{visitId}/reconciliation", { params: params() }, desk);
const devices = async () => (await world.get("GET /api/staff/visits/{visitId}/devices", { params: params() }, desk)).devices;
const arrivedAt = async ({ seeker }: Awaited<ReturnType<typeof aTicket>>) =>
  (await world.get("GET /api/me/registrations", {}, seeker)).registrations.find((mine) => mine.visit.visitId === visit.visitId)
    ?.arrivedAt ?? null;

describe("what phones disagree about", () => {
  test("is shown in pairs with phone and time, and stays shown as settled once the lead has looked", async () => {
    await loadPack(world, visit, desk, "phone-a-0001");
    await loadPack(world, visit, desk, "phone-b-0002");
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    const a = await admissionOf(world, visit, desk, "phone-a-0001", ticket);
    const b = await admissionOf(world, visit, desk, "phone-b-0002", ticket, { at: addMinutes(duringVisit, 2) });
    await sendEvents(world, visit, desk, "phone-b-0002", [b]);
    expect((await reconciliation()).conflicts).toEqual([]);
    await sendEvents(world, visit, desk, "phone-a-0001", [a]);
    const { conflicts, scans } = await reconciliation();
    expect(scans).toBe(2);
    expect(conflicts).toMatchObject([
      {
        maskedName: "선○○온",
        flags: ["two-devices"],
        admissions: [
          { at: a.at, letter: "A" },
          { at: b.at, letter: "B" },
        ],
        settled: null,
      },
    ]);
    expect(await arrivedAt(ticket)).toBe(a.at);
    const settle = (note: string, lead = desk) =>
      world.call(
        "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement",
        { params: { ...params(), idx: conflicts[0]?.idx ?? "" }, body: { note, seen: conflicts[0]?.version ?? "" } },
        lead,
      );
    for (const _ of ["pressed", "pressed again"]) expect(await settle("같은 분입니다")).toMatchObject({ status: 204 });
    // Whoever comes second learns that theirs is not there, and reads the first.
    const other = await world.staff("other-lead@example.com", ["manager"]);
    expect(refusalOf(await settle("다른 분입니다"))).toBe("conflict-settled");
    expect(refusalOf(await settle("같은 분입니다", other))).toBe("conflict-settled");
    expect((await reconciliation()).conflicts).toMatchObject([{ settled: { note: "같은 분입니다", by: "권도경" } }]);
  });

  test("says what each phone sent, who has it and when it was last heard of; who was let in all the same is in it with the reason", async () => {
    await loadPack(world, visit, desk, "phone-a-0001");
    world.deps.clock.forward(7);
    await loadPack(world, visit, desk, "phone-b-0002");
    world.deps.clock.forward(2);
    await loadPack(world, visit, desk, "phone-b-0002");
    const [seen] = [world.deps.clock.now()];
    const [good, other] = [await aTicket(world, visit), await aTicket(world, visit, { name: "한가람" })];
    const refused = await admissionOf(world, visit, desk, "phone-a-0001", other, { verdict: "superseded" });
    const override = await admissionOf(world, visit, desk, "phone-a-0001", other, {
      ...{ kind: "override", verdict: "superseded", reason: "신분증을 봤습니다" },
    });
    await sendEvents(world, visit, desk, "phone-a-0001", [refused, override]);
    const admission = await admissionOf(world, visit, desk, "phone-b-0002", good);
    const { idx, gen: _, verdict: __, reentry: ___, ...base } = admission;
    const walkIn = { ...base, id: anEventId(), kind: "walk-in", number: "B-001", deskId: "d1", payload: "bm90LXNlYWxlZA" };
    const calls = [idx, walkIn.id].map((of) => ({ ...base, id: anEventId(), kind: "call", of, deskId: "d1" }));
    await sendEvents(world, visit, desk, "phone-b-0002", [admission, walkIn, ...calls]);
    // Other phones get that there was a reason, and not what was written.
    const { events } = await loadPack(world, visit, desk, "phone-b-0002");
    expect(events.flatMap(({ rows }) => rows).filter(({ kind }) => kind === "override")).toEqual([{ ...override, reason: "-" }]);
    world.deps.clock.set(duringVisit);
    const { sent, conflicts } = await reconciliation();
    expect(sent).toEqual([
      { deviceId: "phone-b-0002", letter: "B", people: 1, walkIns: 1, acts: 2, refused: 0, byOthers: 0 },
      { deviceId: "phone-a-0001", letter: "A", people: 1, walkIns: 0, acts: 0, refused: 0, byOthers: 0 },
    ]);
    await world.settle();
    expect(await world.get("GET /api/staff/visits/{visitId}/day", { params: params() }, desk)).toMatchObject({ walkIns: 1 });
    expect(conflicts).toMatchObject([{ maskedName: "한○람", flags: ["override"], admissions: [{ reason: "신분증을 봤습니다" }] }]);
    expect(await devices()).toMatchObject([
      { letter: "A", seenAt: duringVisit, heldBy: expect.any(String) },
      { letter: "B", seenAt: seen, leasedAt: addMinutes(duringVisit, 7) },
    ]);
  });

  test("cannot be settled before it is there; what came after the lead has looked is open again", async () => {
    for (const deviceId of ["phone-a-0001", "phone-b-0002", "phone-c-0003"]) await loadPack(world, visit, desk, deviceId);
    const ticket = await aTicket(world, visit);
    const idx = await idxOf(ticket);
    const settle = (seen: string, about: string = idx) =>
      world.call(
        "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement",
        { params: { ...params(), idx: about }, body: { note: "미리 봄", seen } },
        desk,
      );
    const admit = async (deviceId: string) =>
      sendEvents(world, visit, desk, deviceId, [await admissionOf(world, visit, desk, deviceId, ticket)]);
    const versionNow = async () => (await reconciliation()).conflicts[0]?.version ?? "";
    const invented = "x".repeat(22);
    for (const about of [idx, "AAAAAAAAAAAAAAAA"]) expect(refusalOf(await settle(invented, about))).toBe("conflict-changed");
    await admit("phone-a-0001");
    await admit("phone-b-0002");
    const first = await versionNow();
    expect(refusalOf(await settle(invented))).toBe("conflict-changed");
    expect(await settle(first)).toMatchObject({ status: 204 });
    await admit("phone-c-0003");
    expect((await reconciliation()).conflicts).toMatchObject([{ admissions: [{}, {}, {}], settled: null }]);
    expect(refusalOf(await settle(first))).toBe("conflict-changed");
    expect(await settle(await versionNow())).toMatchObject({ status: 204 });
    expect((await reconciliation()).conflicts).toMatchObject([{ settled: { note: "미리 봄" } }]);
  });

  test("says who handed a scan in, where that is another than who scanned", async () => {
    for (const deviceId of ["phone-a-0001", "phone-b-0002"]) await loadPack(world, visit, desk, deviceId);
    const ticket = await aTicket(world, visit);
    const colleague = await aDesk(world);
    const mine = await admissionOf(world, visit, desk, "phone-a-0001", ticket);
    const theirs = await admissionOf(world, visit, desk, "phone-b-0002", ticket, { at: addMinutes(duringVisit, 1) });
    await sendEvents(world, visit, desk, "phone-a-0001", [mine]);
    await sendEvents(world, visit, colleague, "phone-b-0002", [theirs]);
    const { sent, conflicts } = await reconciliation();
    expect(sent.map(({ letter, byOthers }) => [letter, byOthers]).toSorted()).toEqual([
      ["A", 0],
      ["B", 1],
    ]);
    const name = "권도경";
    expect(conflicts[0]?.admissions).toMatchObject([
      { letter: "A", scannedBy: name, sentBy: name, isByOther: false },
      { letter: "B", scannedBy: name, sentBy: name, isByOther: true },
    ]);
    const uploader = (await world.get("GET /api/me", {}, colleague)).accountId;
    const stored = (await world.table.allItems()).find(({ event }) => (event as { id?: string } | undefined)?.id === theirs.id);
    expect(stored).toMatchObject({ uploadedBy: uploader });
  });

  test("a code that was replaced is in it, with the time of the new one", async () => {
    await loadPack(world, visit, desk, "phone-a-0001");
    const old = await aTicket(world, visit);
    await world.call("POST /api/me/visits/{visitId}/ticket/renewal", { params: params(), body: { seen: 1 } }, old.seeker);
    await world.settle();
    await sendEvents(world, visit, desk, "phone-a-0001", [
      await admissionOf(world, visit, desk, "phone-a-0001", old, { at: addMinutes(duringVisit, 4) }),
    ]);
    expect((await reconciliation()).conflicts).toMatchObject([{ flags: ["superseded"], renewedAt: duringVisit }]);
  });

  test("a booking that was cancelled while a phone without a network let its person in is in it, and one cancelled knowingly is not", async () => {
    const { revision } = await loadPack(world, visit, desk, "phone-a-0001");
    const [first, after, known] = [await aTicket(world, visit), await aTicket(world, visit), await aTicket(world, visit)];
    const bookings: string[] = [];
    for (const [i, { seeker }] of [first, after, known].entries()) {
      bookings.push(anId("bkg"));
      expect(await bookSlot(world, visit, visit.slots[2 + i] ?? "", seeker, bookings[i] ?? "")).toMatchObject({ ok: true });
    }
    const pack = await loadPack(world, visit, desk, "phone-b-0002");
    const cancels = async (i: number, { seeker }: typeof first, minute: number) => {
      world.deps.clock.set(addMinutes(duringVisit, minute));
      await cancelBooking(world, visit, bookings[i] ?? "", seeker);
    };
    const letIn = (ticket: typeof first, minute: number) =>
      admissionOf(world, visit, desk, "phone-b-0002", ticket, { at: addMinutes(duringVisit, minute), packRevision: pack.revision });
    await cancels(0, first, 1);
    const events = [await letIn(first, 3), await letIn(after, 4), await letIn(known, 5)];
    await cancels(1, after, 6);
    world.deps.clock.set(addMinutes(duringVisit, 10));
    const stored = { result: "stored" };
    expect(await sendEvents(world, visit, desk, "phone-b-0002", events)).toMatchObject([stored, stored, stored]);
    await cancels(2, known, 11);
    const { conflicts } = await reconciliation();
    expect(conflicts).toMatchObject([
      { idx: await idxOf(first), flags: ["times-changed"], timesChangedAt: addMinutes(duringVisit, 1) },
      { idx: await idxOf(after), flags: ["times-changed"], timesChangedAt: addMinutes(duringVisit, 6) },
    ]);
    // the phone hears of it with the next pack
    const rows = (await loadPack(world, visit, desk, "phone-b-0002")).tickets.flatMap((bucket) => bucket.rows);
    expect(rows.find(({ idx }) => idx === events[0]?.idx)).toMatchObject({ timesChangedAt: addMinutes(duringVisit, 1), times: [] });
    expect(revision).toBeLessThanOrEqual(pack.revision);
  });

  test("a ticket that the centre never issued is in it", async () => {
    await loadPack(world, visit, desk, "phone-a-0001");
    const event = await admissionOf(world, visit, desk, "phone-a-0001", await aTicket(world, visit), {
      idx: "ZZZZZZZZZZZZZZZZ",
      verdict: "issued-since",
    });
    await sendEvents(world, visit, desk, "phone-a-0001", [event]);
    expect((await reconciliation()).conflicts).toMatchObject([{ idx: "ZZZZZZZZZZZZZZZZ", maskedName: null, flags: ["unknown-ticket"] }]);
  });
});

describe("a phone that is lost", () => {
  test("is signed out and gets no more packs; what it hands in waits for the lead, who counts it or leaves it", async () => {
    const [holder, next] = [await aDesk(world), await aDesk(world)];
    await loadPack(world, visit, holder, "phone-a-0001");
    const [before, after] = [await aTicket(world, visit), await aTicket(world, visit)];
    await sendEvents(world, visit, next, "phone-a-0001", [await admissionOf(world, visit, holder, "phone-a-0001", before)]);
    const isLost = () =>
      world.get("GET /api/public/visits/{visitId}/devices/{deviceId}", { params: { ...params(), deviceId: "phone-a-0001" } });
    expect(await isLost()).toEqual({ isLost: false });
    const revoke = () =>
      world.call(
        "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation",
        { params: { ...params(), deviceId: "phone-a-0001" }, body: { reason: "분실" } },
        desk,
      );
    const first = await revoke();
    world.deps.clock.forward(3);
    expect(await revoke()).toMatchObject({ value: first.ok ? first.value : {} });
    world.deps.clock.set(duringVisit);
    expect(await devices()).toMatchObject([{ letter: "A", revokedAt: duringVisit }]);
    for (const user of [holder, next]) expect(refusalOf(await world.call("GET /api/me", {}, user))).toBe("sign-in-needed");
    expect(await isLost()).toEqual({ isLost: true });
    const pack = await world.call("POST /api/staff/visits/{visitId}/packs", { params: params(), body: { deviceId: "phone-a-0001" } }, desk);
    expect(refusalOf(pack)).toBe("device-revoked");

    const event = await admissionOf(world, visit, desk, "phone-a-0001", after);
    expect(await sendEvents(world, visit, desk, "phone-a-0001", [event])).toEqual([{ id: event.id, result: "quarantined" }]);
    expect(await arrivedAt(before)).toBe(duringVisit);
    expect(await arrivedAt(after)).toBeNull();
    const scanned = await aTicket(world, visit);
    expect(refusalOf(await scan(world, visit, scanned, desk, { deviceId: "phone-a-0001" }))).toBe("device-revoked");
    expect(await arrivedAt(scanned)).toBeNull();
    const aside = (await reconciliation()).quarantined;
    expect(aside).toHaveLength(2);
    const waits = aside.find((one) => one.event?.id === event.id);
    expect(waits).toMatchObject({ reason: "device-revoked", settled: null });
    const decide = (decision: "accept" | "leave") =>
      world.call(
        "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement",
        { params: { ...params(), hash: waits?.hash ?? "" }, body: { decision, note: "현장에 계셨습니다" } },
        desk,
      );
    expect((await Promise.all([decide("accept"), decide("accept")])).map(({ status }) => status)).toEqual([204, 204]);
    expect(await arrivedAt(after)).toBe(event.at);
    expect(refusalOf(await decide("leave"))).toBe("already-decided");
    const { quarantined } = await reconciliation();
    expect(quarantined.map(({ settled }) => settled?.isAccepted).toSorted()).toEqual([true, undefined]);
    // whose it is, and who decided
    expect(quarantined.find(({ settled }) => settled)).toMatchObject({
      maskedName: expect.stringContaining("○"),
      settled: { by: "권도경" },
    });
    expect(await idxOf(after)).toBe(event.idx);
  });

  test("what no version of the app can read cannot be counted, only noted", async () => {
    await loadPack(world, visit, desk, "phone-a-0001");
    await sendEvents(world, visit, desk, "phone-a-0001", [{ v: 7, id: "later" }]);
    const [waits] = (await reconciliation()).quarantined;
    const decide = (decision: "accept" | "leave") =>
      world.call(
        "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement",
        { params: { ...params(), hash: waits?.hash ?? "" }, body: { decision, note: "읽을 수 없음" } },
        desk,
      );
    expect(refusalOf(await decide("accept"))).toBe("event-unreadable");
    expect(await decide("leave")).toMatchObject({ status: 204 });
  });
});
