import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking, liveBookingsOf, refusalOf, takenIn } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aWorld, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world, { pattern: { to: "17:00", seats: 3 } });
});
beforeEach(() => world.deps.clock.set(tenDaysBefore));
afterAll(() => world.close());

let used = 0;
/** A slot that no other test has. */
const aSlot = (): string => {
  used += 1;
  return visit.slots[used] ?? "";
};

describe("when the same booking is sent again", () => {
  test("it answers the same and stays one", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    const first = await bookSlot(world, visit, slot, seeker, bookingId);
    world.deps.clock.forward(3);
    const again = await bookSlot(world, visit, slot, seeker, bookingId);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again).toHaveProperty("value", first.ok && first.value);
    expect(await takenIn(world, visit, slot)).toBe(1);
    expect(await liveBookingsOf(world, seeker)).toHaveLength(1);
  });

  test("ten times at once, it is made once, and all answers are the same", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    const answers = await Promise.all(Array.from({ length: 10 }, () => bookSlot(world, visit, slot, seeker, bookingId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.value)))).toHaveProperty("size", 1);
    expect(await takenIn(world, visit, slot)).toBe(1);
    await world.settle();
    expect(world.mailsTo(seeker.mail).filter(({ subject }) => subject === "현장면접 예약이 확정되었습니다")).toHaveLength(1);
  });

  test("after booking has closed, it still stands, and a new one is refused", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    const first = await bookSlot(world, visit, slot, seeker, bookingId);
    world.deps.clock.set("2026-11-30T09:00:00.000Z"); // D-3 18:00 in Seoul
    const seekerThen = await world.signIn(seeker.mail);
    expect(await bookSlot(world, visit, slot, seekerThen, bookingId)).toMatchObject({ status: 200, value: first.ok && first.value });
    expect(refusalOf(await bookSlot(world, visit, aSlot(), seekerThen))).toBe("booking-closed");
    world.deps.clock.set("2026-11-30T08:59:59.999Z");
    expect(await bookSlot(world, visit, aSlot(), seekerThen)).toMatchObject({ status: 201 });
  });

  test("after the consent text has changed, it still stands", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    await bookSlot(world, visit, slot, seeker, bookingId);
    const sent = { params: { visitId: visit.visitId, bookingId }, body: aBooking(slot, { consentVersion: "2020-01" }) };
    expect(await world.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", sent, seeker)).toMatchObject({ status: 200 });
  });
});

describe("when an id that is in use is sent for something else", () => {
  test("for another slot it is refused, and the first booking stays as it was", async () => {
    const [slot, other, bookingId, seeker] = [aSlot(), aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    await bookSlot(world, visit, slot, seeker, bookingId);
    expect(refusalOf(await bookSlot(world, visit, other, seeker, bookingId))).toBe("id-taken");
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ bookingId, slotId: slot }]);
    expect([await takenIn(world, visit, slot), await takenIn(world, visit, other)]).toEqual([1, 0]);
  });

  test("by somebody else for the same slot it is refused, and no seat is taken", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    await bookSlot(world, visit, slot, seeker, bookingId);
    const somebody = await aSeeker(world, visit.visitId);
    expect(refusalOf(await bookSlot(world, visit, slot, somebody, bookingId))).toBe("id-taken");
    expect(await takenIn(world, visit, slot)).toBe(1);
    expect(await liveBookingsOf(world, somebody)).toEqual([]);
  });

  test("by somebody else for another slot, both get their mail", async () => {
    const [bookingId, seeker, somebody] = [anId("bkg"), await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    for (const person of [seeker, somebody]) {
      await bookSlot(world, visit, aSlot(), person, bookingId);
      await world.settle();
      expect(world.mailsTo(person.mail).at(-1)?.subject).toBe("현장면접 예약이 확정되었습니다");
    }
  });
});

describe("when a booking is somebody else's", () => {
  test("it cannot be cancelled or fetched, and looks as if there were none", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    await bookSlot(world, visit, slot, seeker, bookingId);
    const somebody = await aSeeker(world, visit.visitId);
    const params = { visitId: visit.visitId, bookingId };
    const answers = [
      await cancelBooking(world, visit, bookingId, somebody),
      await world.call("GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics", { params }, somebody),
      await cancelBooking(world, visit, anId("bkg"), somebody),
    ];
    expect(answers.map(refusalOf)).toEqual(["not-found", "not-found", "not-found"]);
    expect(await takenIn(world, visit, slot)).toBe(1);
  });
});

describe("when a booking is cancelled", () => {
  test("again, it answers the same", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    await bookSlot(world, visit, slot, seeker, bookingId);
    const first = await cancelBooking(world, visit, bookingId, seeker);
    expect(first).toMatchObject({ status: 200, value: { bookingId, state: "cancelled_by_person", sequence: 1 } });
    world.deps.clock.forward(3);
    expect(await cancelBooking(world, visit, bookingId, seeker)).toMatchObject({ status: 200, value: first.ok && first.value });
  });

  test("five times at once, one seat is freed and all answers are the same", async () => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    const neighbour = await aSeeker(world, visit.visitId);
    await Promise.all([bookSlot(world, visit, slot, seeker, bookingId), bookSlot(world, visit, slot, neighbour)]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancelBooking(world, visit, bookingId, seeker)));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.ok && answer.value])))).toHaveProperty("size", 1);
    expect(answers[0]).toMatchObject({ status: 200, value: { sequence: 1 } });
    expect(await takenIn(world, visit, slot)).toBe(1);
  });

  test.for([
    ["while booking is open", tenDaysBefore],
    ["after booking has closed", "2026-12-01T00:00:00.000Z"],
  ] as const)("its id is sent for booking again %s, the answer says that it was cancelled", async ([, at]) => {
    const [slot, bookingId, seeker] = [aSlot(), anId("bkg"), await aSeeker(world, visit.visitId)];
    await bookSlot(world, visit, slot, seeker, bookingId);
    await cancelBooking(world, visit, bookingId, seeker);
    world.deps.clock.set(at);
    const seekerThen = await world.signIn(seeker.mail);
    const replayed = await bookSlot(world, visit, slot, seekerThen, bookingId);
    expect(replayed).toMatchObject({ status: 410, problem: { code: "booking-cancelled", title: "취소한 예약입니다" } });
    expect(await takenIn(world, visit, slot)).toBe(0);
  });
});
