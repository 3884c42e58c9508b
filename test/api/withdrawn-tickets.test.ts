import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Pack } from "../../shared/contract/check-in.ts";
import { judgeScan } from "../../shared/domain/check-in.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { localPackOf } from "../../web/src/staff/offline/local-pack.ts";
import type { PackAtHand } from "../../web/src/staff/offline/pack-store.ts";
import { bookSlot } from "../support/booking.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { admissionOf, idxOf, loadPack, sendEvents } from "../support/phones.ts";
import { registerAgain, registrationOf, withdraw } from "../support/registrations.ts";
import { aDesk, anEventId, aTicket, scan, type Ticket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  desk = await aDesk(world);
});
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
  await loadPack(world, visit, desk, "phone-a-0001");
});
afterAll(() => world.close());

const params = () => ({ visitId: visit.visitId });
const reconciliation = () => world.get("GET /api/staff/visits/{visitId}/reconciliation", { params: params() }, desk);
const day = () => world.get("GET /api/staff/visits/{visitId}/day", { params: params() }, desk);
const atHand = (pack: Pack): PackAtHand =>
  ({ pack, tickets: pack.tickets.flatMap(({ rows }) => rows), events: pack.events.flatMap(({ rows }) => rows) }) as unknown as PackAtHand;
/** What a phone says that has this pack, and what the server says, of the same code. */
const verdictsOf = async (pack: Pack, { token }: Pick<Ticket, "token">) => {
  const offline = (await judgeScan({ by: "qr", text: token }, localPackOf(atHand(pack), []))).verdict;
  const answer = await scan(world, visit, { token }, desk);
  return [offline, answer.ok && answer.value.verdict];
};
const newTicket = async ({ seeker }: Ticket): Promise<Ticket> => {
  world.deps.clock.forward(1);
  await registerAgain(world, visit, seeker);
  await world.settle();
  return { seeker, ...(await world.get("GET /api/me/visits/{visitId}/ticket", { params: params() }, seeker)) };
};

describe("a ticket whose registration was taken back", () => {
  test("is cancelled with a network and, once the pack was renewed, without; the person is found as such", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    await bookSlot(world, visit, visit.slots[9] ?? "", ticket.seeker);
    const old = await loadPack(world, visit, desk, "phone-a-0001");
    await withdraw(world, visit, ticket.seeker);
    const pack = await loadPack(world, visit, desk, "phone-a-0001");
    const row = atHand(pack).tickets.find(({ status }) => status === "cancelled");
    expect(row).toMatchObject({ idx: await idxOf(ticket), cancelledAt: duringVisit, times: [] });
    expect(await verdictsOf(pack, ticket)).toEqual(["cancelled", "cancelled"]);
    expect((await judgeScan({ by: "qr", text: ticket.token }, localPackOf(atHand(old), []))).verdict).toBe("admitted");
    const found = await world.get("POST /api/staff/visits/{visitId}/people-search", { params: params(), body: { text: "선우라온" } }, desk);
    expect(found.people).toMatchObject([{ maskedName: "선○○온", code: ticket.code }]);
  });

  test("stays cancelled when the person registers again; the new one is let in by either", async () => {
    const ticket = await aTicket(world, visit);
    await withdraw(world, visit, ticket.seeker);
    const between = await loadPack(world, visit, desk, "phone-a-0001");
    const next = await newTicket(ticket);
    const pack = await loadPack(world, visit, desk, "phone-a-0001");
    expect((await judgeScan({ by: "qr", text: next.token }, localPackOf(atHand(between), []))).verdict).toBe("issued-since");
    expect(await verdictsOf(pack, ticket)).toEqual(["cancelled", "cancelled"]);
    expect(await verdictsOf(pack, next)).toEqual(["admitted", "admitted"]);
    expect(atHand(pack).tickets).toHaveLength(2);
  });
});

describe("when a phone with an older pack let somebody in who had withdrawn", () => {
  test("they have arrived, the day says both, and the lead sees a conflict; an undo takes it back", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    await withdraw(world, visit, ticket.seeker);
    const event = await admissionOf(world, visit, desk, "phone-a-0001", ticket, { at: addMinutes(duringVisit, 10) });
    await sendEvents(world, visit, desk, "phone-a-0001", [event]);
    expect((await reconciliation()).conflicts).toMatchObject([
      { maskedName: "선○○온", flags: ["after-cancel"], cancelledAt: duringVisit, admissions: [{ at: event.at }] },
    ]);
    expect(await day()).toMatchObject({ registered: 1, arrived: 1, people: [{ arrivedAt: event.at, withdrawnAt: duringVisit }] });
    expect((await scan(world, visit, ticket, desk)).ok && (await registrationOf(world, visit, ticket.seeker)).arrivedAt).toBe(event.at);
    const undo = { ...event, kind: "undo", id: anEventId(), of: event.idx, ref: event.id };
    const { idx: _, gen: __, verdict: ___, reentry: ____, ...sent } = undo;
    await sendEvents(world, visit, desk, "phone-a-0001", [sent]);
    expect(await day()).toMatchObject({ registered: 0, arrived: 0, people: [{ arrivedAt: null }] });
  });

  test.for([["old", "new"] as const, ["new", "old"] as const])(
    "and again by their new ticket, the first counts: %s comes first",
    async (order) => {
      const ticket = await aTicket(world, visit);
      await withdraw(world, visit, ticket.seeker);
      const next = await newTicket(ticket);
      const events = {
        old: await admissionOf(world, visit, desk, "phone-a-0001", ticket, { at: addMinutes(duringVisit, 10) }),
        new: await admissionOf(world, visit, desk, "phone-a-0001", next, { at: addMinutes(duringVisit, 20) }),
      };
      for (const which of order) await sendEvents(world, visit, desk, "phone-a-0001", [events[which]]);
      expect((await registrationOf(world, visit, ticket.seeker)).arrivedAt).toBe(events.old.at);
      await world.settle();
      expect((await registrationOf(world, visit, ticket.seeker)).arrivedAt).toBe(events.old.at);
    },
  );
});
