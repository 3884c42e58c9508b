import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { queryPartition } from "../../functions/platform/db.ts";
import { agendaKey, slotKey, visitLogPartition } from "../../functions/platform/keys.ts";
import { transact } from "../../functions/platform/transact.ts";
import { findAgenda } from "../../functions/registrations/registration-reads.ts";
import type { VisitLogEntry } from "../../functions/visits/visit-log-writes.ts";
import { addEntry, raiseList } from "../../functions/waitlist/waitlist-writes.ts";
import { BookingId, PostingId, RegistrationId, SlotId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import { addMinutes, Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, type OpenVisit, openAllDay } from "../support/builders.ts";
import { justBeforeWriting } from "../support/faults.ts";
import { newsTo } from "../support/mails.ts";
import { aDesk, aTicket, scan, type Ticket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** Seoul is nine hours ahead: the visit runs from 10:00, which is 01:00Z. */
const before = "2026-12-03T00:30:00.000Z";
const tenPast = "2026-12-03T01:10:00.000Z";

let world: World;
let desk: Browser;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(before);
  desk = await aDesk(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(before);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
});

type Guest = Ticket & { registrationId: string; bookingId: string; slotId: string };

const registrationIdOf = async ({ seeker }: Ticket): Promise<string> => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations[0]?.registrationId ?? "";
};

/** Somebody registered, with a booking at this place of the visit's times unless told otherwise. */
const aGuest = async (place?: number, { at = visit }: { at?: OpenVisit } = {}): Promise<Guest> => {
  const ticket = await aTicket(world, visit);
  const [bookingId, slotId] = [anId("bkg"), at.slots[place ?? 0] ?? ""];
  if (place !== undefined) expect(await bookSlot(world, visit, slotId, ticket.seeker, bookingId)).toMatchObject({ status: 201 });
  return { ...ticket, registrationId: await registrationIdOf(ticket), bookingId, slotId };
};

const arrive = (guest: Guest) => scan(world, visit, { token: guest.token }, desk);

type GiveTo = { whom: "present"; registrationId: string; bookingId: string } | { whom: "next-waiting" } | { whom: "nobody" };
const noteNoShow = ({ registrationId, bookingId, slotId }: Guest, giveTo: GiveTo, sequence = 0, by = desk) =>
  world.call(
    "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show",
    { params: { visitId: visit.visitId, registrationId, bookingId }, body: { seen: { slotId, sequence }, giveTo } },
    by,
  );
const to = ({ registrationId }: Guest, bookingId = anId("bkg")): GiveTo => ({ whom: "present", registrationId, bookingId });

const day = () => world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
const personOf = async ({ registrationId }: Guest) => (await day()).people.find((person) => person.registrationId === registrationId);
const takenOf = async (slotId: string) => {
  const { slots } = await world.get("GET /api/staff/visits/{visitId}/slots", { params: { visitId: visit.visitId } }, desk);
  return slots.find((slot) => slot.slotId === slotId)?.taken;
};
const log = async () =>
  (await queryPartition<VisitLogEntry & { pk: string }>(world.deps.db, visitLogPartition(VisitId.parse(visit.visitId)), "2026-")).map(
    ({ did, registrationId, bookingId }) => ({ did, registrationId, bookingId }),
  );

/** The time of a guest begins later, in the slot and in the agenda. */
const shift = async ({ registrationId, bookingId, slotId }: Guest, startsAt: string) => {
  const visitId = VisitId.parse(visit.visitId);
  await transact(world.deps.db, {
    slot: {
      Update: {
        Key: slotKey(visitId, SlotId.parse(slotId)),
        UpdateExpression: "SET facts.startsAt = :at",
        ExpressionAttributeValues: { ":at": startsAt },
      },
    },
    agenda: {
      Update: {
        Key: agendaKey(visitId, RegistrationId.parse(registrationId)),
        UpdateExpression: "SET bookings.#booking.startsAt = :at, bookings.#booking.#sequence = :one",
        ExpressionAttributeNames: { "#booking": bookingId, "#sequence": "sequence" },
        ExpressionAttributeValues: { ":at": startsAt, ":one": 1 },
      },
    },
  });
};

/** Puts somebody into the list of the visit's posting, as the table holds it. */
const wait = async (guest: Guest, appliedAt: string, { slotId, replaces }: { slotId?: string; replaces?: string } = {}) => {
  const visitId = VisitId.parse(visit.visitId);
  const list = PostingId.parse(visit.postingId);
  await transact(world.deps.db, { list: raiseList(visitId, LocalDate.parse("2026-12-03"), list) });
  const entry = {
    waitId: WaitId.parse(anId("wai")),
    list,
    appliedAt: Instant.parse(appliedAt),
    passed: [],
    ...(slotId && { slotId: SlotId.parse(slotId) }),
    ...(replaces && { replaces: BookingId.parse(replaces) }),
  };
  const registrationId = RegistrationId.parse(guest.registrationId);
  const agenda = await findAgenda(world.deps.db, visitId, registrationId);
  await transact(world.deps.db, addEntry({ visitId, registrationId, entry }, agenda?.version ?? 0));
};

describe("when somebody has not come ten minutes after the start", () => {
  test("the desk is shown it from that minute on, and can give the seat away from then on only", async () => {
    const late = await aGuest(0);
    const taker = await aGuest();
    await arrive(taker);
    world.deps.clock.set(addMinutes(Instant.parse(tenPast), -1));
    expect((await personOf(late))?.bookings).toMatchObject([{ isMissing: false }]);
    expect(refusalOf(await noteNoShow(late, to(taker)))).toBe("not-late-yet");
    world.deps.clock.set(tenPast);
    expect((await personOf(late))?.bookings).toMatchObject([{ isMissing: true }]);
    expect(await noteNoShow(late, to(taker))).toMatchObject({ status: 200, value: { state: "no_show", sequence: 1 } });
  });

  test("somebody present takes the seat: one holder before and after, both seen on the day, the mail says so, staff did it", async () => {
    const late = await aGuest(0);
    const taker = await aGuest();
    await arrive(taker);
    world.deps.clock.set(tenPast);
    const bookingId = anId("bkg");
    expect(await noteNoShow(late, to(taker, bookingId))).toMatchObject({ status: 200 });

    expect(await takenOf(late.slotId)).toBe(1);
    expect(await personOf(late)).toMatchObject({ arrivedAt: null, bookings: [], missed: [{ startsAt: "2026-12-03T01:00:00.000Z" }] });
    expect((await personOf(taker))?.bookings).toMatchObject([{ bookingId, seen: { slotId: late.slotId, sequence: 0 } }]);
    const { registrations } = await world.get("GET /api/me/registrations", {}, taker.seeker);
    expect(registrations[0]?.bookings[0]?.booking).toMatchObject({ bookingId, consent: { channel: "staff" } });
    await world.settle();
    expect(newsTo(world, taker.seeker.mail).map(({ subject }) => subject)).toContain("현장면접 예약이 확정되었습니다");
    expect(await log()).toEqual([
      { did: "noted-no-show", registrationId: late.registrationId, bookingId: late.bookingId },
      { did: "gave-seat", registrationId: taker.registrationId, bookingId },
    ]);
  });

  test("sent again it answers the same and changes nothing; sent again for somebody else it is refused", async () => {
    const late = await aGuest(0);
    const [taker, other] = [await aGuest(), await aGuest()];
    await arrive(taker);
    await arrive(other);
    world.deps.clock.set(tenPast);
    const giveTo = to(taker);
    const first = await noteNoShow(late, giveTo);
    const entries = await log();
    expect(await noteNoShow(late, giveTo)).toMatchObject({ status: 200, value: (first as { value: object }).value });
    expect(refusalOf(await noteNoShow(late, to(other)))).toBe("booking-changed");
    expect(await log()).toEqual(entries);
    expect((await personOf(other))?.bookings).toEqual([]);
  });

  test("whoever comes later is let in, and the desk sees that the time is gone", async () => {
    const late = await aGuest(0);
    world.deps.clock.set(tenPast);
    await noteNoShow(late, { whom: "nobody" });
    expect(await arrive(late)).toMatchObject({ value: { verdict: "admitted", bookings: [], missed: [{ deskLabel: "면접 1번 창구" }] } });
    expect(await personOf(late)).toMatchObject({ arrivedAt: tenPast, bookings: [], missed: [{ deskLabel: "면접 1번 창구" }] });
  });

  test("with nobody to take it, the seat is free", async () => {
    const late = await aGuest(0);
    world.deps.clock.set(tenPast);
    expect(await noteNoShow(late, { whom: "nobody" })).toMatchObject({ status: 200 });
    expect(await takenOf(late.slotId)).toBe(0);
  });

  test("who is here keeps the seat", async () => {
    const here = await aGuest(0);
    await arrive(here);
    world.deps.clock.set(tenPast);
    expect(refusalOf(await noteNoShow(here, { whom: "nobody" }))).toBe("has-arrived");
    expect((await personOf(here))?.bookings).toMatchObject([{ isMissing: false }]);
  });

  test("what the desk saw has changed: nothing happens", async () => {
    const late = await aGuest(0);
    world.deps.clock.set(tenPast);
    expect(refusalOf(await noteNoShow(late, { whom: "nobody" }, 3))).toBe("booking-changed");
    expect(await takenOf(late.slotId)).toBe(1);
  });
});

describe("when somebody present shall have the seat", () => {
  test("they must have checked in, and be registered", async () => {
    const late = await aGuest(0);
    const absent = await aGuest();
    world.deps.clock.set(tenPast);
    expect(refusalOf(await noteNoShow(late, to(absent)))).toBe("not-arrived");
    expect(refusalOf(await noteNoShow(late, to({ ...absent, registrationId: anId("reg") })))).toBe("not-registered");
    expect(refusalOf(await noteNoShow(late, to(late)))).toBe("not-arrived");
    expect(await takenOf(late.slotId)).toBe(1);
  });

  test("their own times hold: what overlaps is refused and named, and the late one keeps the seat", async () => {
    const other = await anotherEmployer(world, visit, { from: "10:20", to: "11:00", minutes: 20 });
    const late = await aGuest(0);
    const taker = await aGuest(0, { at: other });
    await arrive(taker);
    world.deps.clock.set(tenPast);
    const answer = await noteNoShow(late, to(taker));
    expect(refusalOf(answer)).toBe("times-overlap");
    expect(answer).toMatchObject({ problem: { clash: { bookingId: taker.bookingId } } });
    expect((await personOf(late))?.bookings).toHaveLength(1);
  });

  test("an id that they have used is refused", async () => {
    const late = await aGuest(0);
    const taker = await aGuest(3);
    await arrive(taker);
    world.deps.clock.set(tenPast);
    expect(refusalOf(await noteNoShow(late, to(taker, taker.bookingId)))).toBe("id-taken");
  });

  test("before others who wait here: it is done, and logged as out of turn", async () => {
    const late = await aGuest(0);
    const [waiting, taker] = [await aGuest(), await aGuest()];
    await wait(waiting, "2026-12-01T01:00:00.000Z");
    await arrive(waiting);
    await arrive(taker);
    world.deps.clock.set(tenPast);
    expect(await noteNoShow(late, to(taker))).toMatchObject({ status: 200 });
    expect((await log()).map(({ did }) => did)).toEqual(["noted-no-show", "gave-seat-out-of-turn"]);
  });
});

describe("when the next who waits shall have the seat", () => {
  test("it goes to who has waited longest among those who are here and can take it; they leave the list", async () => {
    const other = await anotherEmployer(world, visit, { from: "10:00", to: "10:40", minutes: 20 });
    const late = await aGuest(0);
    const [absent, busy, elsewhere, next, later] = [
      await aGuest(),
      await aGuest(0, { at: other }),
      await aGuest(),
      await aGuest(),
      await aGuest(),
    ];
    await aGuest(4);
    const forThis = { slotId: late.slotId };
    await wait(absent, "2026-12-01T01:00:00.000Z", forThis);
    await wait(busy, "2026-12-01T02:00:00.000Z", forThis);
    await wait(elsewhere, "2026-12-01T03:00:00.000Z", { slotId: visit.slots[4] ?? "" });
    await wait(later, "2026-12-01T05:00:00.000Z", forThis);
    await wait(next, "2026-12-01T04:00:00.000Z", forThis);
    for (const guest of [busy, elsewhere, later, next]) await arrive(guest);
    world.deps.clock.set(tenPast);
    expect(await noteNoShow(late, { whom: "next-waiting" })).toMatchObject({ status: 200, value: { state: "no_show" } });
    expect((await personOf(next))?.bookings).toMatchObject([{ seen: { slotId: late.slotId } }]);
    expect(await takenOf(late.slotId)).toBe(1);
    const { waits } = await world.get("GET /api/staff/visits/{visitId}/waits", { params: { visitId: visit.visitId } }, desk);
    expect(waits.map(({ registrationId }) => registrationId)).toEqual(
      [absent, busy, elsewhere, later].map(({ registrationId }) => registrationId),
    );
  });

  test("somebody who kept a later time moves up under the same booking, and their seat is held for the list", async () => {
    const late = await aGuest(0);
    const keeper = await aGuest(5);
    await wait(keeper, "2026-12-01T01:00:00.000Z", { slotId: late.slotId, replaces: keeper.bookingId });
    await arrive(keeper);
    world.deps.clock.set(tenPast);
    expect(await noteNoShow(late, { whom: "next-waiting" })).toMatchObject({ status: 200 });
    expect((await personOf(keeper))?.bookings).toMatchObject([{ bookingId: keeper.bookingId, seen: { slotId: late.slotId, sequence: 1 } }]);
    expect(await takenOf(late.slotId)).toBe(1);
    // Held for the list, until it shows that nobody wants it.
    expect(await takenOf(keeper.slotId)).toBe(1);
    await world.settle();
    expect(await takenOf(keeper.slotId)).toBe(0);
  });

  test("nobody of them is here: it is noted, and the seat is free", async () => {
    const late = await aGuest(0);
    const absent = await aGuest();
    await wait(absent, "2026-12-01T01:00:00.000Z");
    world.deps.clock.set(tenPast);
    const answer = await noteNoShow(late, { whom: "next-waiting" });
    expect(answer).toMatchObject({ status: 200, value: { state: "no_show" } });
    expect(await noteNoShow(late, { whom: "next-waiting" })).toMatchObject({ value: (answer as { value: object }).value });
    expect(await takenOf(late.slotId)).toBe(0);
  });
});

describe("when several do it in one moment", () => {
  test("two of the staff give one seat to two people: one gets it", async () => {
    for (const _ of Array.from({ length: 4 })) {
      world.deps.clock.set(before);
      visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
      const late = await aGuest(0);
      const takers = [await aGuest(), await aGuest()];
      for (const taker of takers) await arrive(taker);
      world.deps.clock.set(tenPast);
      const answers = await Promise.all(takers.map((taker) => noteNoShow(late, to(taker))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const held = await Promise.all(takers.map(async (taker) => (await personOf(taker))?.bookings.length));
      expect(held).toEqual(answers.map(({ ok }) => (ok ? 1 : 0)));
      expect(await takenOf(late.slotId)).toBe(1);
    }
  });

  test("a scan and the giving away: whoever is in first, the seat has one person, and the arrival is kept", async () => {
    for (const round of Array.from({ length: 8 }, (_, i) => i)) {
      world.deps.clock.set(before);
      visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
      const late = await aGuest(0);
      const taker = await aGuest();
      await arrive(taker);
      world.deps.clock.set(tenPast);
      const steps = [() => arrive(late), () => noteNoShow(late, to(taker))];
      const [first, second] = round % 2 === 0 ? steps : [...steps].reverse();
      await Promise.all([first?.(), second?.()]);
      const [mine, theirs] = [await personOf(late), await personOf(taker)];
      expect(mine?.arrivedAt).toBe(tenPast);
      expect((mine?.bookings.length ?? 0) + (theirs?.bookings.length ?? 0)).toBe(1);
      expect(mine?.missed.length).toBe(theirs?.bookings.length);
      expect(await takenOf(late.slotId)).toBe(1);
    }
  });
});

describe("when something happens between the look and the writing", () => {
  test("somebody who is scanned there keeps the seat", async () => {
    const late = await aGuest(0);
    const taker = await aGuest();
    await arrive(taker);
    world.deps.clock.set(tenPast);
    justBeforeWriting(world.table, () => arrive(late));
    expect(refusalOf(await noteNoShow(late, to(taker)))).toBe("has-arrived");
    expect(await personOf(late)).toMatchObject({ arrivedAt: tenPast, bookings: [{ isMissing: false }], missed: [] });
    expect((await personOf(taker))?.bookings).toEqual([]);
  });

  test("the next in the list took another time: it is decided anew, and goes to who comes after", async () => {
    const late = await aGuest(0);
    const [first, second] = [await aGuest(), await aGuest()];
    await wait(first, "2026-12-01T01:00:00.000Z", { slotId: late.slotId });
    await wait(second, "2026-12-01T02:00:00.000Z", { slotId: late.slotId });
    for (const guest of [first, second]) await arrive(guest);
    world.deps.clock.set(tenPast);
    const other = await anotherEmployer(world, visit, { from: "10:20", to: "10:40", minutes: 20 });
    justBeforeWriting(world.table, () => bookSlot(world, visit, other.slots[0] ?? "", first.seeker));
    expect(await noteNoShow(late, { whom: "next-waiting" })).toMatchObject({ status: 200 });
    expect((await personOf(first))?.bookings).toMatchObject([{ seen: { slotId: other.slots[0] } }]);
    expect((await personOf(second))?.bookings).toMatchObject([{ seen: { slotId: late.slotId } }]);
    expect(await takenOf(late.slotId)).toBe(1);
  });

  test("the desk is late by twenty minutes now: the time has not passed, and nothing is given away", async () => {
    const late = await aGuest(0);
    const taker = await aGuest();
    await arrive(taker);
    world.deps.clock.set(tenPast);
    // What a plan does to the slot and the agenda, in short.
    justBeforeWriting(world.table, () => shift(late, "2026-12-03T01:20:00.000Z"));
    expect(refusalOf(await noteNoShow(late, to(taker)))).toBe("booking-changed");
    expect((await personOf(late))?.bookings).toMatchObject([{ startsAt: "2026-12-03T01:20:00.000Z", isMissing: false }]);
    expect((await personOf(taker))?.bookings).toEqual([]);
  });
});

describe("when it is half past five in the evening", () => {
  const evening = "2026-12-03T08:30:00.000Z";
  const careTo = ({ seeker }: Guest) => newsTo(world, seeker.mail).filter(({ subject }) => subject === "오늘 오지 못하셨네요");

  test("who did not come gets one mail, whoever came none, and nobody a minute earlier", async () => {
    const [noted, unnoted, came, cameLate, registered] = [
      await aGuest(0),
      await aGuest(1),
      await aGuest(2),
      await aGuest(3),
      await aGuest(),
    ];
    await arrive(came);
    world.deps.clock.set("2026-12-03T02:15:00.000Z");
    await noteNoShow(noted, { whom: "nobody" });
    await noteNoShow(cameLate, { whom: "nobody" });
    await arrive(cameLate);
    world.deps.clock.set(addMinutes(Instant.parse(evening), -1));
    await world.fire("care-for-missed");
    expect(careTo(noted)).toHaveLength(0);
    world.deps.clock.set(evening);
    await Promise.all([world.fire("care-for-missed"), world.fire("care-for-missed")]);
    world.deps.clock.set("2026-12-03T10:00:00.000Z");
    await world.fire("care-for-missed");
    expect([noted, unnoted].map((guest) => careTo(guest).length)).toEqual([1, 1]);
    expect([came, cameLate, registered].map((guest) => careTo(guest).length)).toEqual([0, 0, 0]);
    expect(careTo(noted)[0]?.text).toContain("오전 10시 예약에 오지 못하셨습니다.");
    world.deps.clock.set("2026-12-04T08:30:00.000Z");
    await world.fire("care-for-missed");
    expect(careTo(unnoted)).toHaveLength(1);
  });
});
