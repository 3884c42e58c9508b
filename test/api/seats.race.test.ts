import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Problem } from "../../shared/problem/catalogue.ts";
import { bookSlot, cancelBooking, liveBookingsOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, approvedSlots, type OpenVisit, seekersOf } from "../support/builders.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

// many steps: on a loaded machine they take their time
vi.setConfig({ testTimeout: 600_000 });

const seekerCount = 64;
const rounds = 50;
const fullInKorean = { status: 409, code: "slot-full", title: "방금 다른 분이 예약한 시간입니다", detail: "남은 다른 시간을 골라 주세요." };
const fullInEnglish = {
  status: 409,
  code: "slot-full",
  title: "Somebody has just taken this time",
  detail: "Please choose another free time.",
};

let world: World;
let visit: OpenVisit;
let seekers: Browser[];

beforeAll(async () => {
  world = await aWorld();
  // 84 times of five minutes: each round has a fresh one
  visit = await anOpenVisit(world, { pattern: { from: "10:00", to: "17:00", minutes: 5 } });
  seekers = await seekersOf(world, visit.visitId, seekerCount);
  // every fourth reads English
  for (const [i, seeker] of seekers.entries()) seeker.locale = i % 4 === 3 ? "en" : "ko";
});
afterAll(() => world.close());

type Entry = { seeker: Browser; bookingId: string; status: number; problem: Problem | undefined };

/** Everybody asks for a seat in the slot at the same moment. */
const race = (slotId: string): Promise<Entry[]> =>
  Promise.all(
    seekers.map(async (seeker) => {
      const bookingId = anId("bkg");
      const answer = await bookSlot(world, visit, slotId, seeker, bookingId);
      return { seeker, bookingId, status: answer.status, problem: answer.ok ? undefined : answer.problem };
    }),
  );

const winnersOf = (entries: readonly Entry[]) => entries.filter(({ status }) => status === 201);
const cancel = ({ seeker, bookingId }: Entry) => cancelBooking(world, visit, bookingId, seeker);

/** Every entry that did not win was told that the time is full, in its reader's language. */
const expectToldFull = (entries: readonly Entry[]): void => {
  for (const { seeker, problem } of entries.filter(({ status }) => status !== 201)) {
    expect(problem).toMatchObject(seeker.locale === "en" ? fullInEnglish : fullInKorean);
  }
};

describe(`when ${seekerCount} seekers race for one seat`, () => {
  test(`one gets it and the others are told in words, ${rounds} times over`, async () => {
    for (const slotId of visit.slots.slice(0, rounds)) {
      const entries = await race(slotId);
      const winners = winnersOf(entries);
      expect(winners).toHaveLength(1);
      expectToldFull(entries);
      expect(await takenIn(world, visit, slotId)).toBe(1);
      // The next round finds everybody with an empty day again.
      await Promise.all(winners.map(cancel));
    }
  });

  test("whoever holds it cancels meanwhile: it is held by one of them or free, and the next one gets it if it is free", async () => {
    for (const slotId of visit.slots.slice(rounds, rounds + 5)) {
      const [holder] = winnersOf(await race(slotId));
      if (!holder) throw new Error("Nobody got the seat.");
      const [entries, cancelled] = await Promise.all([race(slotId), cancel(holder)]);
      expect(cancelled.status).toBe(200);
      const winners = winnersOf(entries);
      expect(winners.length).toBeLessThanOrEqual(1);
      expect(await takenIn(world, visit, slotId)).toBe(winners.length);
      const last = winners.length === 0 ? winnersOf(await race(slotId)) : winners;
      expect(last).toHaveLength(1);
      await Promise.all(last.map(cancel));
    }
  });
});

describe(`when ${seekerCount} seekers race for ten seats`, () => {
  test("ten get one each, nobody is oversold, no seat stays empty", async () => {
    for (const slotId of await approvedSlots(world, visit, { to: "11:40", minutes: 20, seats: 10 }, "d2", "한가람")) {
      const entries = await race(slotId);
      const winners = winnersOf(entries);
      expect(winners).toHaveLength(10);
      expect(new Set(winners.map(({ seeker }) => seeker))).toHaveProperty("size", 10);
      expectToldFull(entries);
      expect(await takenIn(world, visit, slotId)).toBe(10);
      const seatsOnMyPages = await Promise.all(seekers.map((seeker) => liveBookingsOf(world, seeker)));
      expect(seatsOnMyPages.flat()).toHaveLength(10);
      await Promise.all(winners.map(cancel));
    }
  });
});
