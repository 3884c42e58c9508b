import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transact } from "../../functions/platform/transact.ts";
import { expireOffers } from "../../functions/waitlist/settle-offers.ts";
import { raiseList } from "../../functions/waitlist/waitlist-writes.ts";
import type { PostingId, VisitId } from "../../shared/domain/ids.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { takenIn } from "../support/booking.ts";
import { anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import {
  acceptOffer,
  aHolder,
  declineOffer,
  forPosting,
  forSlot,
  laterFor,
  mailedSeekers,
  offerOf,
  type Seeker,
  waits,
  waitsOf,
} from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

/** 10:00 in Seoul, ten days before the visit. */
const start = "2026-11-23T01:00:00.000Z";
const joined = "대기 신청을 받았습니다";
const promoted = "자리가 났습니다. 확정해 주세요";
const expired = "빈자리 확정 시간이 지났습니다";
const booked = "현장면접 예약이 확정되었습니다";
const changed = "예약이 바뀌었습니다";

let world: World;
let visit: OpenVisit;
let people: Seeker[];
const at = (n: number): Seeker => people[n] as Seeker;
const slot = (n: number): string => visit.slots[n] ?? "";
const subjects = (n: number): string[] => newsTo(world, at(n).mail).map(({ subject }) => subject);

beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(async () => {
  world.deps.clock.set(start);
  visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
  people = await mailedSeekers(world, visit, 6);
  await world.settle();
});
afterAll(() => world.close());

const full = async () => {
  const [first, second, third] = await Promise.all([0, 1, 2].map((n) => aHolder(world, visit, slot(n), at(n))));
  if (!first || !second || !third) throw new Error("The visit has three times.");
  return [first, second, third] as const;
};
/** What the stream holds is lost, as when its reader broke down for good. */
const loseStream = async (): Promise<void> => {
  while ((await world.table.newRecords()).length > 0);
};

describe("when somebody waits", () => {
  test("they are told for what, their place, then of the offer until when, and with the seat the usual confirmation", async () => {
    const [first] = await full();
    await waits(world, visit, forSlot(slot(0)), at(3));
    await waits(world, visit, forPosting(visit), at(4));
    await world.settle();
    const told = await lastNews(world, at(4).mail);
    expect(told.subject).toBe(joined);
    for (const words of ["펌프 부품 조립원 (㈜솔버들정밀)", "어느 시각이든", "2번", `/my?visit=${visit.visitId}`])
      expect(told.text).toContain(words);
    expect((await lastNews(world, at(3).mail)).text).toContain("오전 10시");
    await first.cancel();
    const offer = await offerOf(world, visit, at(3));
    const news = await lastNews(world, at(3).mail);
    expect(news.subject).toBe(promoted);
    for (const words of ["12월 3일(목) 오전 10시", "11월 25일(수) 오전 10시까지 확정해 주세요"]) expect(news.text).toContain(words);
    const [mine] = await waitsOf(world, visit, at(3));
    await acceptOffer(world, visit, mine?.entry.waitId ?? "", offer?.offerId ?? "", at(3));
    await world.settle();
    expect(subjects(3)).toEqual([joined, promoted, booked]);
    expect(subjects(4)).toEqual([joined]);
  });

  test("who lets it run out is told so; who declines is not", async () => {
    const [first] = await full();
    await waits(world, visit, forPosting(visit), at(3));
    const waitId = await waits(world, visit, forPosting(visit), at(4));
    await first.cancel();
    const offer = await offerOf(world, visit, at(3));
    await laterFor(world, offer?.holdUntil ?? "", people);
    await world.fire("settle-offers");
    const next = await offerOf(world, visit, at(4));
    await declineOffer(world, visit, waitId, next?.offerId ?? "", at(4));
    await world.settle();
    expect(subjects(3)).toEqual([joined, promoted, expired]);
    expect(subjects(4)).toEqual([joined, promoted]);
  });

  test("who keeps a booking is told that it stays until then, and that it was moved", async () => {
    const holders = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(2), { replaces: holders[2].bookingId });
    await holders[0].cancel();
    const offer = await offerOf(world, visit, at(2));
    expect((await lastNews(world, at(2).mail)).text).toContain("지금 예약하신 오전 10시 40분 자리는 확정하실 때까지 그대로입니다.");
    await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(2), holders[2].bookingId);
    await world.settle();
    expect(subjects(2)).toEqual([booked, joined, promoted, changed]);
  });
});

describe("when the stream repeats itself", () => {
  test("everything three times, in pieces and out of order: no second mail, no lost offer, nobody oversold", async () => {
    const holders = await full();
    for (const n of [3, 4, 5]) await waits(world, visit, forPosting(visit), at(n));
    for (const holder of holders) await holder.cancel();
    const seen: Awaited<ReturnType<World["table"]["newRecords"]>> = [];
    for (let records = await world.table.newRecords(); records.length > 0; records = await world.table.newRecords()) {
      seen.push(...records);
      const half = Math.ceil(records.length / 2);
      await world.deliver(records.slice(0, half));
      await world.deliver(records);
      await world.deliver(records.slice(half));
    }
    await world.deliver(seen.toReversed());
    await world.deliver(seen);
    await world.settle();
    await world.fire("settle-offers");
    const offers = await Promise.all([3, 4, 5].map((n) => offerOf(world, visit, at(n))));
    expect(new Set(offers.map((offer) => offer?.slotId))).toEqual(new Set(visit.slots));
    expect(await Promise.all(visit.slots.map((slotId) => takenIn(world, visit, slotId)))).toEqual([1, 1, 1]);
    for (const n of [3, 4, 5]) expect(subjects(n)).toEqual([joined, promoted]);
  });
});

describe("when something breaks off half-way, the next minute's run finishes it", () => {
  test("a seat was given up and the stream lost", async () => {
    const [first] = await full();
    await waits(world, visit, forPosting(visit), at(3));
    await first.cancel();
    await loseStream();
    await world.fire("settle-offers");
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(0) });
    expect(subjects(3)).toContain(promoted);
  });

  test("a list stood, but nobody got into it: what is held for it is everybody's", async () => {
    const [first] = await full();
    const list = visit.postingId as PostingId;
    await transact(world.deps.db, { list: raiseList(visit.visitId as VisitId, LocalDate.parse("2026-12-03"), list) });
    await first.cancel();
    await loseStream();
    await world.fire("settle-offers");
    expect(await takenIn(world, visit, slot(0))).toBe(0);
  });

  test("an offer was ended, and nothing after it", async () => {
    const [first] = await full();
    for (const n of [3, 4]) await waits(world, visit, forPosting(visit), at(n));
    await first.cancel();
    const offer = await offerOf(world, visit, at(3));
    await laterFor(world, offer?.holdUntil ?? "", people);
    // with those that other tests left
    expect(await expireOffers(world.deps)).toBeGreaterThan(0);
    expect(await expireOffers(world.deps)).toBe(0);
    await loseStream();
    await world.fire("settle-offers");
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(0) });
  });

  test("an offer was let go, and the stream lost", async () => {
    const [first] = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await waits(world, visit, forPosting(visit), at(4));
    await first.cancel();
    const offer = await offerOf(world, visit, at(3));
    await declineOffer(world, visit, waitId, offer?.offerId ?? "", at(3));
    await loseStream();
    for (let run = 0; run < 3; run++) await world.fire("settle-offers");
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(0) });
    expect(subjects(4)).toEqual([joined, promoted]);
  });
});
