import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking, refusalOf, takenIn } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, aRegistration, aSeeker, aSlotId, type OpenVisit } from "../support/builders.ts";
import { aWorld, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world);
});
beforeEach(() => world.deps.clock.set(tenDaysBefore));
afterAll(() => world.close());

describe("when two seekers want the last seat", () => {
  test("one is booked, the other is told it is full, and everybody sees that it is taken", async () => {
    const [slot = ""] = visit.slots;
    const seekers = await Promise.all([aSeeker(world, visit.visitId), aSeeker(world, visit.visitId)]);
    const answers = await Promise.all(seekers.map((seeker) => bookSlot(world, visit, slot, seeker)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      problem: { code: "slot-full", title: "방금 다른 분이 예약한 시간입니다" },
    });
    expect(await takenIn(world, visit, slot)).toBe(1);
  });
});

describe("when a seeker cancels", () => {
  test("the seat is free at once and the next seeker gets it", async () => {
    const slot = visit.slots[1] ?? "";
    const [first, next] = [await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    const bookingId = anId("bkg");
    expect(await bookSlot(world, visit, slot, first, bookingId)).toMatchObject({ status: 201 });
    expect(refusalOf(await bookSlot(world, visit, slot, next))).toBe("slot-full");
    expect(await cancelBooking(world, visit, bookingId, first)).toMatchObject({ status: 200, value: { state: "cancelled_by_person" } });
    expect(await takenIn(world, visit, slot)).toBe(0);
    expect(await bookSlot(world, visit, slot, next)).toMatchObject({ status: 201 });
    expect(await takenIn(world, visit, slot)).toBe(1);
  });

  test("after the interview began it is refused", async () => {
    const slot = visit.slots[2] ?? "";
    const seeker = await aSeeker(world, visit.visitId);
    const bookingId = anId("bkg");
    await bookSlot(world, visit, slot, seeker, bookingId);
    const startsAt = "2026-12-03T01:40:00.000Z"; // 10:40 in Seoul
    world.deps.clock.set(startsAt);
    const seekerThatDay = await world.signIn(seeker.mail);
    expect(refusalOf(await cancelBooking(world, visit, bookingId, seekerThatDay))).toBe("already-started");
    world.deps.clock.set("2026-12-03T01:39:59.999Z");
    expect(await cancelBooking(world, visit, bookingId, seekerThatDay)).toMatchObject({ status: 200 });
  });
});

describe("when something that booking needs is missing", () => {
  test("a registration: it is refused and no seat is taken", async () => {
    const stranger = await world.signIn(`${anId("stranger").toLowerCase()}@example.com`);
    const slot = visit.slots[3] ?? "";
    expect(refusalOf(await bookSlot(world, visit, slot, stranger))).toBe("not-registered");
    expect(await takenIn(world, visit, slot)).toBe(0);
  });

  test("the consent text of today: it is refused", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const answer = await world.call(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
      {
        params: { visitId: visit.visitId, bookingId: anId("bkg") },
        body: aBooking(visit.slots[3] ?? "", { consentVersion: "2020-01" }),
      },
      seeker,
    );
    expect(refusalOf(answer)).toBe("consent-outdated");
  });

  test("an open visit: neither registration nor booking is taken", async () => {
    const planned = await anOpenVisit(world, { opened: false });
    const seeker = await aSeeker(world, visit.visitId);
    const registration = { params: { visitId: planned.visitId }, body: aRegistration() };
    expect(refusalOf(await world.call("PUT /api/me/visits/{visitId}/registration", registration, seeker))).toBe("visit-not-open");
    expect(refusalOf(await bookSlot(world, planned, planned.slots[0] ?? "", seeker))).toBe("visit-not-open");
  });

  test("a slot of that visit: it is not found", async () => {
    const elsewhere = await anOpenVisit(world);
    const seeker = await aSeeker(world, visit.visitId);
    expect(refusalOf(await bookSlot(world, visit, elsewhere.slots[0] ?? "", seeker))).toBe("not-found");
    expect(refusalOf(await bookSlot(world, visit, aSlotId(), seeker))).toBe("not-found");
  });
});
