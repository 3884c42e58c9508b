import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Pack, PackRow } from "../../shared/contract/check-in.ts";
import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { judgeScan, type TicketPack, type Verdict } from "../../shared/domain/check-in.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { openRow } from "../../shared/domain/sealed-row.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { callNameOf, importTicketPublicKey, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { bookSlot } from "../support/booking.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { admissionOf, idxOf, loadPack, reconciliationOf, secretOf, sendEvents } from "../support/phones.ts";
import { aDesk, anEventId, aTicket, scan, type Ticket, withByte } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
  desk = await aDesk(world);
});
afterAll(() => world.close());

const params = () => ({ visitId: visit.visitId });
const load = (deviceId: string, has?: { tickets: string[]; events: string[] }) => loadPack(world, visit, desk, deviceId, has);
const rowsOf = (pack: Pack): PackRow[] => pack.tickets.flatMap(({ rows }) => rows);
const digestsOf = (pack: Pack) => {
  const of = (buckets: Pack["tickets"] | Pack["events"]) =>
    Array.from({ length: 32 }, (_, n) => buckets.find(({ bucket }) => bucket === n)?.digest ?? "");
  return { tickets: of(pack.tickets), events: of(pack.events) };
};
const send = async (deviceId: string, events: unknown[]) => ({ answers: await sendEvents(world, visit, desk, deviceId, events) });
const arrivalOf = async ({ seeker }: Ticket) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations[0]?.arrivedAt ?? null;
};

const anEvent = (deviceId: string, ticket: Ticket, over: Record<string, unknown> = {}) =>
  admissionOf(world, visit, desk, deviceId, ticket, over);

describe("a pack", () => {
  test("holds every ticket without a name, and the name opens with the ticket", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    await bookSlot(world, visit, visit.slots[3] ?? "", ticket.seeker);
    const pack = await load("phone-a-0001");
    expect(JSON.stringify(pack)).not.toMatch(/선우라온|선○○온|example\.com|0000-/);
    const idx = await idxOf(ticket);
    const row = rowsOf(pack).find((other) => other.idx === idx);
    expect(row).toMatchObject({ gen: 1, status: "valid", times: [{ at: "11:00", minutes: 20, deskId: "d1" }] });
    const at = { secret: secretOf(ticket), visitId: VisitId.parse(visit.visitId) };
    expect(JSON.parse(await openRow(row?.sealed ?? "", at))).toEqual({
      maskedName: "선○○온",
      whatKo: ["㈜솔버들정밀"],
    });
    const other = await aTicket(world, visit);
    await expect(openRow(row?.sealed ?? "", { ...at, secret: secretOf(other) })).rejects.toThrow();
  });

  test("says who receives people at each desk, and by what letters the phones are known", async () => {
    const mine = await load("phone-h-0008");
    expect(mine.hosts.find(({ deskId }) => deskId === "d1")).toEqual({
      ...{ deskId: "d1", whatKo: ["㈜솔버들정밀"], whatEn: ["Solbeodeul Precision"] },
      hasInterviews: true,
    });
    expect(mine.hosts.filter(({ whatKo }) => whatKo.length > 0)).toHaveLength(1);
    expect(mine.devices.find(({ deviceId }) => deviceId === "phone-h-0008")?.letter).toBe(mine.lease.letter);
  });

  test("judges without a network as the server does", async () => {
    const ticket = await aTicket(world, visit);
    const pack = await load("phone-a-0001");
    const keys = new Map(pack.keys.map(({ kid, publicKey }) => [kid, publicKey]));
    const rows = new Map(rowsOf(pack).map((row) => [row.idx, row]));
    const offline: TicketPack = {
      visitNo: pack.visit.visitNo,
      isWhole: false,
      findPublicKey: async (kid) => {
        const raw = keys.get(kid);
        return raw === undefined ? undefined : importTicketPublicKey(fromBase64Url(raw));
      },
      findTicket: (idx) => rows.get(idx),
      findTicketByCode: (code) => {
        const row = [...rows.values()].find(({ idx }) => ticketCodeOf(idx) === code);
        return row && { row, gen: 1 };
      },
    };
    const verdictOf = async (text: string): Promise<Verdict> => (await judgeScan({ by: "qr", text }, offline)).verdict;
    expect(await verdictOf(ticket.token)).toBe("admitted");
    expect((await judgeScan({ by: "code", text: ticket.code }, offline)).verdict).toBe("admitted-by-code");
    expect(await verdictOf(withByte(ticket.token, 60, (byte) => byte ^ 1))).toBe("forged");
    expect(await verdictOf(withByte(ticket.token, 1, () => 7))).toBe("refresh-pack");
  });

  test("asked again it brings only what changed, and heals whatever a phone has lost", async () => {
    const known = digestsOf(await load("phone-a-0001"));
    expect(await load("phone-a-0001", known)).toMatchObject({ tickets: [], events: [] });
    const ticket = await aTicket(world, visit);
    const idx = await idxOf(ticket);
    const changed = await load("phone-a-0001", known);
    expect(changed.tickets).toHaveLength(1);
    expect(rowsOf(changed).map((row) => row.idx as string)).toContain(idx);
    const broken = { ...known, tickets: known.tickets.map(() => "lost") };
    expect(rowsOf(await load("phone-a-0001", broken))).toHaveLength(rowsOf(await load("phone-a-0001")).length);
  });

  test("gives each phone a letter of its own, also in one moment, and the same one again", async () => {
    const other = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
    const ask = (n: number) =>
      world.get(
        "POST /api/staff/visits/{visitId}/packs",
        { params: { visitId: other.visitId }, body: { deviceId: `phone-many-${n}` } },
        desk,
      );
    const letters = (await Promise.all(Array.from({ length: 50 }, (_, i) => ask(i)))).map(({ lease }) => lease.letter);
    expect(new Set(letters).size).toBe(50);
    expect((await ask(2)).lease).toEqual({ letter: letters[2], until: addMinutes(world.deps.clock.now(), 18 * 60) });
  });

  test("carries keys from the opening of the visit on, before anybody has a ticket", async () => {
    const other = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
    await world.settle();
    const pack = await world.get(
      "POST /api/staff/visits/{visitId}/packs",
      { params: { visitId: other.visitId }, body: { deviceId: "phone-a-0001" } },
      desk,
    );
    expect(pack.keys).toMatchObject([{ kid: 0 }]);
    expect(pack.noteKey).toMatch(/^[A-Za-z0-9_-]{87}$/);
  });
});

describe("events that a phone hands in", () => {
  test("are stored once, whatever the order and however often, and are the arrival", async () => {
    await load("phone-a-0001");
    const ticket = await aTicket(world, visit);
    const event = await anEvent("phone-a-0001", ticket, { at: addMinutes(world.deps.clock.now(), 3) });
    expect(await send("phone-a-0001", [event, event])).toEqual({
      answers: [
        { id: event.id, result: "stored" },
        { id: event.id, result: "duplicate" },
      ],
    });
    expect(await send("phone-a-0001", [event])).toMatchObject({ answers: [{ result: "duplicate" }] });
    expect(await arrivalOf(ticket)).toBe(event.at);
  });

  test("an admission that was earlier, and is handed in later, is the arrival; an undo takes it back", async () => {
    await Promise.all([load("phone-a-0001"), load("phone-b-0002")]);
    const ticket = await aTicket(world, visit);
    await scan(world, visit, ticket, desk, { deviceId: "phone-b-0002" });
    const scannedAt = await arrivalOf(ticket);
    const earlier = await anEvent("phone-a-0001", ticket, { at: addMinutes(world.deps.clock.now(), 27), clockOffset: -30 * 60_000 });
    await send("phone-a-0001", [earlier]);
    expect(await arrivalOf(ticket)).toBe(addMinutes(world.deps.clock.now(), -3));
    const undo = { ...(await anEvent("phone-a-0001", ticket)), kind: "undo", of: await idxOf(ticket), ref: earlier.id };
    const { idx: _, gen: __, verdict: ___, reentry: ____, ...bare } = undo;
    await send("phone-a-0001", [bare]);
    expect(await arrivalOf(ticket)).toBe(scannedAt);
  });

  test("what cannot be read, or was written without a right to, is kept aside and safe", async () => {
    await load("phone-a-0001");
    const ticket = await aTicket(world, visit);
    const good = await anEvent("phone-a-0001", ticket);
    const later = addMinutes(world.deps.clock.now(), 19 * 60);
    const { answers } = await send("phone-a-0001", [
      { v: 2, id: "from the future", anything: true },
      "not even an object",
      await anEvent("phone-z-0009", ticket),
      await anEvent("phone-a-0001", ticket, { at: later }),
      good,
    ]);
    expect(answers).toEqual([
      { id: "from the future", result: "quarantined" },
      { id: null, result: "quarantined" },
      { id: expect.any(String), result: "quarantined" },
      { id: expect.any(String), result: "quarantined" },
      { id: good.id, result: "stored" },
    ]);
    const kept = (await world.table.allItems()).filter(({ type, deviceId }) => type === "quarantined-event" && deviceId === "phone-a-0001");
    expect(kept.map(({ reason }) => reason).toSorted()).toEqual(["other-device", "outside-lease", "unreadable", "unreadable"]);
    const unknown = await send("phone-never-1", [await anEvent("phone-never-1", ticket)]);
    expect(unknown.answers).toMatchObject([{ result: "quarantined" }]);
  });
});

test("whoever is checked in and has no time is on the board at no desk, until somebody sends them to one", async () => {
  const unplaced = async () => (await world.get("GET /api/public/visits/{visitId}/board", { params: params() })).unplaced;
  await load("phone-a-0001");
  const ticket = await aTicket(world, visit);
  const label = callNameOf(ticketCodeOf(await idxOf(ticket)));
  expect(await unplaced()).not.toContain(label);
  const event = await anEvent("phone-a-0001", ticket);
  await send("phone-a-0001", [event]);
  expect(await unplaced()).toContain(label);
  const { idx, gen: _, verdict: __, reentry: ___, ...base } = event;
  await send("phone-a-0001", [{ ...base, id: anEventId(), kind: "send-on", of: idx, deskId: "d1" }]);
  expect(await unplaced()).not.toContain(label);
});

describe("somebody who comes without a registration", () => {
  const sealed = (note: unknown) => sealedText(JSON.stringify(note));
  const sealedText = async (text: string) => {
    const pack = await load("phone-a-0001");
    const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey ?? ""));
    return sealNote(text, { visitId: VisitId.parse(visit.visitId), publicKey });
  };
  let letter = "";
  beforeEach(async () => {
    ({ letter } = (await load("phone-a-0001")).lease);
  });
  const walkIn = async (number: string, payload: string) => {
    const { idx: _, gen: __, verdict: ___, reentry: ____, ...base } = await anEvent("phone-a-0001", await aTicket(world, visit));
    return { ...base, kind: "walk-in", number, deskId: "d1", payload };
  };
  const board = () => world.get("GET /api/public/visits/{visitId}/board", { params: params() });
  const walkIns = () => world.get("GET /api/staff/visits/{visitId}/walk-ins", { params: params() }, desk);

  test("has a number at once, on every phone and on the board; who it is only the desk reads, and each look is logged", async () => {
    const note = { name: "마루한", isNickname: false, need: "resume", phone: "010-0000-0404" };
    const event = await walkIn(`${letter}-001`, await sealed(note));
    expect(JSON.stringify(event)).not.toContain("마루한");
    await send("phone-a-0001", [event]);
    await world.settle();
    const d1 = (await board()).desks.find(({ deskId }) => deskId === "d1");
    expect(d1?.waiting).toContainEqual({ label: `${letter}-001`, about: expect.stringMatching(/^1[0-9]:[0-5][0-9]$/) });
    const pack = await load("phone-b-0002");
    expect(pack.events.flatMap(({ rows }) => rows).some(({ id }) => id === event.id)).toBe(true);
    expect((await walkIns()).walkIns).toContainEqual({ walkInId: event.id, note: { ...note, phone: "01000000404" } });
    expect(JSON.stringify(await board())).not.toMatch(/마루한|0404/);
    expect((await entriesOf(world, "walk-ins")).filter(({ visitId }) => visitId === visit.visitId)).toHaveLength(1);
  });

  test("called, served and sent on, the board follows", async () => {
    const event = await walkIn(`${letter}-002`, await sealed({ name: "별명", isNickname: true, need: "other" }));
    const { number: _, payload: __, ...base } = event;
    const act = async (kind: string, deskId: string) => send("phone-a-0001", [{ ...base, id: anEventId(), kind, of: event.id, deskId }]);
    await send("phone-a-0001", [event]);
    const place = async () => (await board()).desks.flatMap((one) => (JSON.stringify(one).includes(`${letter}-002`) ? [one] : []));
    await act("call", "d1");
    expect(await place()).toMatchObject([{ deskId: "d1", called: [{ label: `${letter}-002`, calls: 1 }] }]);
    await act("serve", "d1");
    expect(await place()).toMatchObject([{ deskId: "d1", serving: `${letter}-002` }]);
    await act("done", "d1");
    expect(await place()).toEqual([]);
  });

  test("with a note that does not open still has a place in the queue", async () => {
    await send("phone-a-0001", [await walkIn(`${letter}-003`, "bm90LXNlYWxlZA")]);
    await world.settle();
    expect(JSON.stringify(await board())).toContain(`${letter}-003`);
  });

  test.for([
    ["does not open", () => Promise.resolve("bm90LXNlYWxlZA")],
    ["is no JSON", () => sealedText("마루한")],
    ["is none of our notes", () => sealed({ name: "마루한", rank: 7 })],
    ["nests too deep", () => sealedText("[".repeat(3000) + "]".repeat(3000))],
    ["is nothing", () => sealed(null)],
  ] as const)("with a note that %s holds nobody up, and the lead sees that it is lost", async ([, payload], { task }) => {
    const number = `${letter}-1${String(task.name.length).padStart(2, "0")}`;
    const event = await walkIn(number, await payload());
    await send("phone-a-0001", [event]);
    await world.settle();
    const found = await reconciliationOf(world, visit, desk);
    expect(found.unread).toContainEqual({ what: "note", eventId: event.id, number, letter });
    expect((await walkIns()).walkIns).toContainEqual({ walkInId: event.id, note: null });
    expect(JSON.stringify(await board())).toContain(number);
  });

  test("and was taken back leaves neither name nor number, in whatever order the two are told", async () => {
    const note = await sealed({ name: "버들한", isNickname: false, need: "other", phone: "010-0000-0405" });
    for (const undoFirst of [false, true]) {
      const event = await walkIn(`${letter}-20${undoFirst ? 1 : 0}`, note);
      const { number: _, payload: __, deskId: ___, ...base } = event;
      const undo = { ...base, id: anEventId(), kind: "undo", of: event.id, ref: event.id };
      for (const one of undoFirst ? [undo, event] : [event, undo]) {
        await send("phone-a-0001", [one]);
        await world.settle();
      }
      expect((await walkIns()).walkIns.map(({ walkInId }) => walkInId)).not.toContain(event.id);
    }
    const items = JSON.stringify((await world.table.allItems()).filter(({ type }) => type === "walk-in"));
    expect(items).not.toMatch(/버들한|0405/);
  });
});
