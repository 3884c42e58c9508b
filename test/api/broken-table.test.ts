import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking, liveBookingsOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { breakRequests, type Fault } from "../support/faults.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
});
afterAll(() => world.close());

let stop = (): void => {};
afterEach(() => stop());
const breakNext = (fault: Fault, times: number, operation?: Parameters<typeof breakRequests>[3]) => {
  const broken = breakRequests(world.table, fault, times, operation);
  stop = broken.stop;
  return broken;
};

let used = 0;
const aCase = async () => {
  used += 1;
  return { slot: visit.slots[used] ?? "", bookingId: anId("bkg"), seeker: await aSeeker(world, visit.visitId) };
};

describe("when the table stumbles while a seat is booked", () => {
  test.for([
    ["conflict", 3],
    ["half a conflict", 2],
    ["throttled", 2],
    ["throttled within", 2],
    ["beyond the account's limit", 2],
    ["still in progress", 1],
    ["answer late", 1],
    ["answer late", 2],
  ] as const)("%s, %i times: the seat is booked, once", async ([fault, times]) => {
    const { slot, bookingId, seeker } = await aCase();
    const broken = breakNext(fault, times);
    expect(await bookSlot(world, visit, slot, seeker, bookingId)).toMatchObject({ status: 201, value: { bookingId } });
    expect(broken.made()).toBe(times + 1);
    expect(await takenIn(world, visit, slot)).toBe(1);
    expect(await liveBookingsOf(world, seeker)).toHaveLength(1);
  });

  test("the answer is lost: the seeker asks again and finds the one booking", async () => {
    const { slot, bookingId, seeker } = await aCase();
    breakNext("answer lost", 1);
    expect(await bookSlot(world, visit, slot, seeker, bookingId)).toMatchObject({ status: 500, problem: { code: "unexpected" } });
    expect(await bookSlot(world, visit, slot, seeker, bookingId)).toMatchObject({ status: 200, value: { bookingId } });
    expect(await takenIn(world, visit, slot)).toBe(1);
    expect(await liveBookingsOf(world, seeker)).toHaveLength(1);
  });

  test("the answer to a cancellation is lost: asked again, it is cancelled, once", async () => {
    const { slot, bookingId, seeker } = await aCase();
    await bookSlot(world, visit, slot, seeker, bookingId);
    breakNext("answer lost", 1);
    expect(await cancelBooking(world, visit, bookingId, seeker)).toMatchObject({ status: 500 });
    expect(await cancelBooking(world, visit, bookingId, seeker)).toMatchObject({ status: 200, value: { sequence: 1 } });
    expect(await takenIn(world, visit, slot)).toBe(0);
  });
});

describe("when the table does not recover", () => {
  test.for([
    ["conflict", "TransactWriteItems"],
    ["throttled", "TransactWriteItems"],
    ["throttled", "BatchGetItem"],
  ] as const)("%s of %s: busy, with the time to try again, and nothing written", async ([fault, operation]) => {
    const { slot, bookingId, seeker } = await aCase();
    const before = await world.table.allItems();
    breakNext(fault, Number.POSITIVE_INFINITY, operation);
    const answer = await bookSlot(world, visit, slot, seeker, bookingId);
    expect(answer).toMatchObject({ status: 503, problem: { code: "busy", title: "지금 이용하는 분이 많습니다" } });
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(world.deps.log.lines.at(-1)).toMatchObject({ level: "warn", message: "request.contended" });
    stop();
    expect(await world.table.allItems()).toEqual(before);
    expect(await bookSlot(world, visit, slot, seeker, bookingId)).toMatchObject({ status: 201 });
  });
});

describe("when something unforeseen happens", () => {
  test("the log says where, and not what about", async () => {
    const { slot, seeker } = await aCase();
    breakNext("answer lost", 1);
    await bookSlot(world, visit, slot, seeker);
    const line = world.deps.log.lines.findLast(({ message }) => message === "request.failed");
    expect(line).toMatchObject({ level: "error", data: [{ error: "Error", stack: expect.stringContaining("book-slot.ts") }] });
    expect(JSON.stringify(line)).not.toContain("a test said");
  });
});
