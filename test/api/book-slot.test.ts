import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBooking, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const book = (visit: OpenVisit, slotId: string, browser: Browser, bookingId = anId("bkg")) =>
  world.call(
    "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
    { params: { visitId: visit.visitId, bookingId }, body: aBooking(slotId) },
    browser,
  );

const freeSeats = async (visit: OpenVisit): Promise<number> => {
  const shown = await world.get("GET /api/public/visits/{visitId}", { params: { visitId: visit.visitId } });
  return shown.employers
    .flatMap((employer) => employer.postings.flatMap((posting) => posting.slots))
    .reduce((sum, slot) => sum + slot.free, 0);
};

describe("when two seekers want the last seat", () => {
  test("one is booked, the other is told it is full", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
    const [slot = ""] = visit.slots;
    const seekers = await Promise.all([aSeeker(world, visit.visitId), aSeeker(world, visit.visitId)]);
    const answers = await Promise.all(seekers.map((seeker) => book(visit, slot, seeker)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      problem: { code: "slot-full", title: "방금 다른 분이 예약한 시간입니다" },
    });
    expect(await freeSeats(visit)).toBe(0);
  });
});
