import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking, liveBookingsOf, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, approvedSlots, aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe("when a seeker has an interview from 10:40 to 11:00", () => {
  let visit: OpenVisit;
  /** Slots of another employer, five minutes each, from 10:00 on. */
  let others: readonly string[];
  const slotAt = (time: string): string => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return others[((hour - 10) * 60 + minute) / 5] ?? "";
  };
  let seeker: Browser;

  beforeAll(async () => {
    visit = await anOpenVisit(world, {
      pattern: { from: "10:40", to: "11:00", minutes: 20 },
      plan: { rules: { gapMinutes: 10, maxInterviews: 20 } },
    });
    others = (await anotherEmployer(world, visit, { from: "10:00", to: "12:00", minutes: 5 })).slots;
    seeker = await aSeeker(world, visit.visitId);
    expect(await bookSlot(world, visit, visit.slots[0] ?? "", seeker)).toMatchObject({ status: 201 });
  });

  test.for([
    ["10:30", "ends five minutes before"],
    ["10:35", "ends as it begins"],
    ["10:40", "begins with it"],
    ["10:50", "lies within it"],
    ["10:55", "ends with it"],
    ["11:00", "begins as it ends"],
    ["11:05", "begins five minutes after"],
  ] as const)("one of another employer at %s, which %s, is refused", async ([time]) => {
    const before = await liveBookingsOf(world, seeker);
    expect(refusalOf(await bookSlot(world, visit, slotAt(time), seeker))).toBe("times-overlap");
    expect(await liveBookingsOf(world, seeker)).toEqual(before);
  });

  test.for([
    ["10:25", "ends exactly ten minutes before"],
    ["11:10", "begins exactly ten minutes after"],
  ] as const)("one of another employer at %s, which %s, is booked", async ([time]) => {
    expect(await bookSlot(world, visit, slotAt(time), seeker)).toMatchObject({ status: 201 });
  });
});

describe("when a seeker cancels", () => {
  test("the time is free for another interview", async () => {
    const visit = await anOpenVisit(world, { pattern: { from: "10:00", to: "10:20", minutes: 20 } });
    const other = await anotherEmployer(world, visit, { from: "10:10", to: "10:30", minutes: 20 });
    const seeker = await aSeeker(world, visit.visitId);
    const bookingId = anId("bkg");
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
    expect(refusalOf(await bookSlot(world, visit, other.slots[0] ?? "", seeker))).toBe("times-overlap");
    await cancelBooking(world, visit, bookingId, seeker);
    expect(await bookSlot(world, visit, other.slots[0] ?? "", seeker)).toMatchObject({ status: 201 });
  });
});

describe("when a seeker has as many interviews as a visit allows", () => {
  test("a fourth is refused until one is cancelled", async () => {
    const visit = await anOpenVisit(world, { pattern: { from: "10:00", to: "15:00", minutes: 60 } });
    const seeker = await aSeeker(world, visit.visitId);
    const hours = await approvedSlots(world, visit, { from: "10:00", to: "17:00", minutes: 30, breaks: [] }, "d2", "한가람");
    const everyHour = hours.filter((_, i) => i % 2 === 0);
    const ids = everyHour.map(() => anId("bkg"));
    for (const i of [0, 1, 2]) expect(await bookSlot(world, visit, everyHour[i] ?? "", seeker, ids[i])).toMatchObject({ status: 201 });
    const fourth = () => bookSlot(world, visit, everyHour[3] ?? "", seeker, ids[3]);
    expect(refusalOf(await fourth())).toBe("interview-limit");
    await cancelBooking(world, visit, ids[1] ?? "", seeker);
    expect(await fourth()).toMatchObject({ status: 201 });
    expect(await liveBookingsOf(world, seeker)).toHaveLength(3);
  });

  test("at one visit, another visit of the same day still takes them", async () => {
    const plan = { rules: { gapMinutes: 10, maxInterviews: 1 } };
    const [here, there] = [await anOpenVisit(world, { plan }), await anOpenVisit(world, { plan })];
    const seeker = await aSeeker(world, here.visitId);
    await world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId: there.visitId }, body: aRegistration() }, seeker);
    expect(await bookSlot(world, here, here.slots[0] ?? "", seeker)).toMatchObject({ status: 201 });
    expect(refusalOf(await bookSlot(world, here, here.slots[5] ?? "", seeker))).toBe("interview-limit");
    expect(await bookSlot(world, there, there.slots[5] ?? "", seeker)).toMatchObject({ status: 201 });
  });
});

describe("when a visit has rules of its own", () => {
  test("without a gap, interviews may follow each other, but not overlap", async () => {
    const visit = await anOpenVisit(world, { plan: { rules: { gapMinutes: 0, maxInterviews: 3 } } });
    const other = await anotherEmployer(world, visit, { from: "10:10", to: "12:10", minutes: 20 });
    const seeker = await aSeeker(world, visit.visitId);
    expect(await bookSlot(world, visit, visit.slots[0] ?? "", seeker)).toMatchObject({ status: 201 });
    expect(await bookSlot(world, visit, visit.slots[1] ?? "", seeker)).toMatchObject({ status: 201 });
    expect(refusalOf(await bookSlot(world, visit, other.slots[1] ?? "", seeker))).toBe("times-overlap");
  });

  test("with a gap of half an hour, 25 minutes are too few and 30 are enough", async () => {
    const visit = await anOpenVisit(world, {
      pattern: { from: "10:00", to: "10:20", minutes: 20 },
      plan: { rules: { gapMinutes: 30, maxInterviews: 3 } },
    });
    const other = await anotherEmployer(world, visit, { from: "10:45", to: "10:55", minutes: 5 });
    const seeker = await aSeeker(world, visit.visitId);
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker);
    expect(refusalOf(await bookSlot(world, visit, other.slots[0] ?? "", seeker))).toBe("times-overlap");
    expect(await bookSlot(world, visit, other.slots[1] ?? "", seeker)).toMatchObject({ status: 201 });
  });
});

describe("when one person races with themselves", () => {
  test("for two slots that overlap, one is booked and the other refused, and only one seat is gone", async () => {
    const visit = await anOpenVisit(world, { pattern: { from: "10:00", to: "17:00", minutes: 20 } });
    const other = await anotherEmployer(world, visit, { from: "10:10", to: "16:50", minutes: 20 });
    for (const i of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const seeker = await aSeeker(world, visit.visitId);
      const answers = await Promise.all([
        bookSlot(world, visit, visit.slots[i] ?? "", seeker),
        bookSlot(world, visit, other.slots[i] ?? "", seeker),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect(refusalOf(answers.find((answer) => !answer.ok) ?? { ok: true, status: 0, value: "", headers: new Headers() })).toBe(
        "times-overlap",
      );
      expect(await liveBookingsOf(world, seeker)).toHaveLength(1);
    }
  });

  test("for more interviews than allowed, exactly as many as allowed are booked", async () => {
    const visit = await anOpenVisit(world, { pattern: { from: "10:00", to: "17:00", minutes: 30 } });
    const seeker = await aSeeker(world, visit.visitId);
    const everyHour = visit.slots.filter((_, i) => i % 2 === 0);
    const answers = await Promise.all(everyHour.map((slot) => bookSlot(world, visit, slot, seeker)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(new Set(answers.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(["interview-limit"]));
    expect(await liveBookingsOf(world, seeker)).toHaveLength(3);
  });
});
