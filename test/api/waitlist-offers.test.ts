import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transact } from "../../functions/platform/transact.ts";
import { withdrawSlot } from "../../functions/slots/slot-writes.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { SlotId, VisitId } from "../../shared/domain/ids.ts";
import { bookSlot, liveBookingsOf, refusalOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, approvedSlots, type OpenVisit } from "../support/builders.ts";
import {
  acceptOffer,
  aHolder,
  declineOffer,
  forPosting,
  forSlot,
  laterFor,
  leaveList,
  mailedSeekers,
  offerOf,
  offersOf,
  type Seeker,
  waits,
  waitsOf,
} from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

/** 10:00 in Seoul, ten days before the visit. */
const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let people: Seeker[];
const at = (n: number): Seeker => people[n] as Seeker;
const slot = (n: number): string => visit.slots[n] ?? "";

beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(async () => {
  world.deps.clock.set(start);
  // 10:00, 10:20, 10:40
  visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
  people = await mailedSeekers(world, visit, 7);
});
afterAll(() => world.close());

/** Every time of the posting is taken: by people 0, 1 and 2. */
const full = async () => {
  const [first, second, third] = await Promise.all([0, 1, 2].map((n) => aHolder(world, visit, slot(n), at(n))));
  if (!first || !second || !third) throw new Error("The visit has three times.");
  return [first, second, third] as const;
};
const code = (answer: Awaited<ReturnType<typeof acceptOffer>>) => (answer.ok ? "ok" : answer.problem.code);

describe("when a seat is given up that people wait for", () => {
  test("it is held at once, offered to who has waited longest, and theirs with one tap", async () => {
    const [holder] = await full();
    const first = await waits(world, visit, forSlot(slot(0)), at(3));
    await waits(world, visit, forSlot(slot(0)), at(4));
    await holder.cancel();
    expect(refusalOf(await bookSlot(world, visit, slot(0), at(5)))).toBe("slot-full");
    const offer = await offerOf(world, visit, at(3));
    // 24 hours of the day: two days
    expect(offer).toMatchObject({
      slotId: slot(0),
      offeredAt: world.deps.clock.now(),
      holdUntil: expect.stringMatching(/^2026-11-25T01:00/),
    });
    expect(await offerOf(world, visit, at(4))).toBeUndefined();
    expect(refusalOf(await bookSlot(world, visit, slot(0), at(5)))).toBe("slot-full");
    const bookingId = anId("bkg");
    const accepted = await acceptOffer(world, visit, first, offer?.offerId ?? "", at(3), bookingId);
    expect(accepted).toMatchObject({ status: 200, value: { bookingId, slotId: slot(0), state: "confirmed", sequence: 0 } });
    const again = await acceptOffer(world, visit, first, offer?.offerId ?? "", at(3), bookingId);
    expect(again).toMatchObject({ status: 200, value: accepted.ok && accepted.value });
    expect(await liveBookingsOf(world, at(3))).toMatchObject([
      { bookingId, consent: { version: currentConsentVersion.to_employer, channel: "web" } },
    ]);
    expect(await waitsOf(world, visit, at(3))).toEqual([]);
    expect(await offerOf(world, visit, at(4))).toBeUndefined();
    expect(await takenIn(world, visit, slot(0))).toBe(1);
  });

  test("tapped many times at once, it is taken once", async () => {
    const [holder] = await full();
    const waitId = await waits(world, visit, forSlot(slot(0)), at(3));
    await holder.cancel();
    const { offerId = "" } = (await offerOf(world, visit, at(3))) ?? {};
    const bookingId = anId("bkg");
    const taps = await Promise.all([1, 2, 3, 4].map(() => acceptOffer(world, visit, waitId, offerId, at(3), bookingId)));
    expect(taps.map(code)).toEqual(["ok", "ok", "ok", "ok"]);
    expect(await liveBookingsOf(world, at(3))).toHaveLength(1);
    expect(code(await acceptOffer(world, visit, waitId, offerId, at(3)))).toBe("offer-over");
  });

  test("slot and posting lists are one list, merged by time of application", async () => {
    const holders = await full();
    await waits(world, visit, forSlot(slot(1)), at(3));
    await waits(world, visit, forPosting(visit), at(4));
    await waits(world, visit, forSlot(slot(0)), at(5));
    await holders[0].cancel();
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(0) });
    await holders[1].cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(1) });
    expect(await offerOf(world, visit, at(5))).toBeUndefined();
  });

  test("whoever is busy then is passed by and keeps their place", async () => {
    const other = await anotherEmployer(world, visit, { to: "11:00" });
    const holders = await full();
    await waits(world, visit, forPosting(visit), at(3));
    await waits(world, visit, forPosting(visit), at(4));
    await aHolder(world, other, other.slots[0] ?? "", at(3));
    await holders[0].cancel();
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(0) });
    await holders[2].cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(2) });
  });

  test("and nobody who waits can take it, everybody can at once; who waits has it as soon as they can, if it is still free", async () => {
    const other = await anotherEmployer(world, visit, { to: "11:00" });
    const [first] = await full();
    await waits(world, visit, forPosting(visit), at(3));
    const busy = await aHolder(world, other, other.slots[0] ?? "", at(3));
    await first.cancel();
    expect(await takenIn(world, visit, slot(0))).toBe(0);
    await busy.cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(0) });
    expect(await takenIn(world, visit, slot(0))).toBe(1);
  });

  test("one person who waits for it twice is offered it once, and the other seat goes to the next", async () => {
    const [group = ""] = await approvedSlots(world, visit, { from: "14:00", to: "14:20", seats: 2 }, "d2", "한가람");
    const [, second] = [await full(), await Promise.all([5, 6].map((n) => aHolder(world, visit, group, at(n))))];
    await waits(world, visit, forPosting(visit), at(3));
    await waits(world, visit, forSlot(group), at(3));
    await waits(world, visit, forSlot(group), at(4));
    await Promise.all(second.map((holder) => holder.cancel()));
    expect(await offersOf(world, visit, at(3))).toMatchObject([{ slotId: group }]);
    expect(await offersOf(world, visit, at(4))).toMatchObject([{ slotId: group }]);
  });
});

describe("when an offer is not taken", () => {
  test("in time, it moves on; the entry keeps its place and is offered other times only", async () => {
    const holders = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await waits(world, visit, forSlot(slot(0)), at(4));
    await holders[0].cancel();
    const offer = await offerOf(world, visit, at(3));
    await laterFor(world, offer?.holdUntil ?? "", people);
    expect(code(await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(3)))).toBe("offer-over");
    expect(refusalOf(await declineOffer(world, visit, waitId, offer?.offerId ?? "", at(3)))).toBe("offer-over");
    await world.fire("settle-offers");
    expect(await waitsOf(world, visit, at(3))).toMatchObject([{ place: 1, entry: { waitId, passed: [slot(0)] } }]);
    const next = await offerOf(world, visit, at(4));
    expect(next).toMatchObject({ slotId: slot(0) });
    await laterFor(world, next?.holdUntil ?? "", people);
    await world.fire("settle-offers");
    // both let it pass: it is everybody's, and not theirs again
    expect(await takenIn(world, visit, slot(0))).toBe(0);
    await holders[2].cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(2) });
  });

  test("a moment before it ends it still can be", async () => {
    const [first] = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await first.cancel();
    const offer = await offerOf(world, visit, at(3));
    await laterFor(world, new Date(Date.parse(offer?.holdUntil ?? "") - 1).toISOString(), people);
    await world.fire("settle-offers");
    expect(code(await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(3)))).toBe("ok");
  });

  test("because it is declined, the next is offered it at once; declining again answers the same", async () => {
    const [first] = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await waits(world, visit, forPosting(visit), at(4));
    await first.cancel();
    const { offerId = "" } = (await offerOf(world, visit, at(3))) ?? {};
    expect(refusalOf(await declineOffer(world, visit, waitId, anId("off"), at(3)))).toBe("offer-over");
    const declined = await declineOffer(world, visit, waitId, offerId, at(3));
    expect(declined).toMatchObject({ status: 200, value: { place: 1, entry: { passed: [slot(0)] } } });
    expect(await declineOffer(world, visit, waitId, offerId, at(3))).toMatchObject({ status: 200, value: declined.ok && declined.value });
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(0) });
    expect(await offerOf(world, visit, at(3))).toBeUndefined();
    expect(code(await acceptOffer(world, visit, waitId, offerId, at(3)))).toBe("offer-over");
  });

  test("because its person leaves, the next is offered it", async () => {
    const [first] = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await waits(world, visit, forPosting(visit), at(4));
    await first.cancel();
    expect(await offerOf(world, visit, at(3))).toBeDefined();
    expect(await leaveList(world, visit, waitId, at(3))).toMatchObject({ status: 204 });
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(0) });
  });

  test("on the day it is held ten minutes, and never past the start", async () => {
    const holders = await full();
    await waits(world, visit, forPosting(visit), at(3));
    await laterFor(world, "2026-12-03T00:55:00.000Z", people);
    await holders[2].cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(2), holdUntil: "2026-12-03T01:05:00.000Z" });
    world.deps.clock.set("2026-12-03T01:15:00.000Z");
    await world.fire("settle-offers");
    await holders[1].cancel();
    // 10:15 in Seoul, for 10:20
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(1), holdUntil: "2026-12-03T01:20:00.000Z" });
  });
});

describe("when it is night in Seoul", () => {
  test("nothing is offered; the seat stays held until eight, for who has waited longest", async () => {
    const [first] = await full();
    await waits(world, visit, forPosting(visit), at(3));
    // 20:00 in Seoul
    await laterFor(world, "2026-11-24T11:00:00.000Z", people);
    await first.cancel();
    for (const instant of ["2026-11-24T11:00:00.000Z", "2026-11-24T18:00:00.000Z", "2026-11-24T22:59:00.000Z"]) {
      await laterFor(world, instant, people);
      await world.fire("settle-offers");
      expect(await offerOf(world, visit, at(3))).toBeUndefined();
      expect(await takenIn(world, visit, slot(0))).toBe(1);
      expect(refusalOf(await bookSlot(world, visit, slot(0), at(4)))).toBe("slot-full");
    }
    world.deps.clock.set("2026-11-24T23:00:00.000Z");
    await world.fire("settle-offers");
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(0), offeredAt: "2026-11-24T23:00:00.000Z" });
  });

  test("a seat that nobody who waits can take is everybody's at once, and one that they can by now is held for them", async () => {
    const other = await anotherEmployer(world, visit, { to: "11:00" });
    const [first] = await full();
    await waits(world, visit, forPosting(visit), at(3));
    const busy = await aHolder(world, other, other.slots[0] ?? "", at(3));
    await laterFor(world, "2026-11-24T12:00:00.000Z", people);
    await first.cancel();
    expect(await takenIn(world, visit, slot(0))).toBe(0);
    await busy.cancel();
    expect(await takenIn(world, visit, slot(0))).toBe(1);
    expect(await offerOf(world, visit, at(3))).toBeUndefined();
    world.deps.clock.set("2026-11-24T23:00:00.000Z");
    await world.fire("settle-offers");
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(0) });
  });
});

describe("when somebody keeps a booking until an earlier time", () => {
  test("accepting moves it in one step, and the seat that they kept goes to the next", async () => {
    const holders = await full();
    const { bookingId } = holders[2];
    const waitId = await waits(world, visit, forPosting(visit), at(2), { replaces: bookingId });
    await waits(world, visit, forSlot(slot(2)), at(3));
    await holders[0].cancel();
    const offer = await offerOf(world, visit, at(2));
    expect(offer).toMatchObject({ slotId: slot(0) });
    expect(await liveBookingsOf(world, at(2))).toMatchObject([{ bookingId, slotId: slot(2) }]);
    expect(code(await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(2)))).toBe("booking-changed");
    const accepted = await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(2), bookingId);
    expect(accepted).toMatchObject({ status: 200, value: { bookingId, slotId: slot(0), sequence: 1 } });
    const again = await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(2), bookingId);
    expect(again).toMatchObject({ status: 200, value: accepted.ok && accepted.value });
    expect(await liveBookingsOf(world, at(2))).toMatchObject([
      { bookingId, slotId: slot(0), consent: { version: currentConsentVersion.to_employer } },
    ]);
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(2) });
  });

  test("a later time is not offered to them, nor any once they have cancelled", async () => {
    const holders = await full();
    await waits(world, visit, forPosting(visit), at(1), { replaces: holders[1].bookingId });
    await holders[2].cancel();
    expect(await offerOf(world, visit, at(1))).toBeUndefined();
    expect(await takenIn(world, visit, slot(2))).toBe(0);
    await holders[1].cancel();
    await holders[0].cancel();
    expect(await offerOf(world, visit, at(1))).toBeUndefined();
    expect(await takenIn(world, visit, slot(0))).toBe(0);
  });

  test("what they kept was moved meanwhile: an offer that is not earlier any more is not taken", async () => {
    const holders = await full();
    const { bookingId } = holders[2];
    const waitId = await waits(world, visit, forPosting(visit), at(2), { replaces: bookingId });
    await holders[1].cancel();
    const { offerId = "" } = (await offerOf(world, visit, at(2))) ?? {};
    await holders[0].cancel();
    await world.settle();
    const seen = { slotId: slot(2), sequence: 0 };
    const params = { visitId: visit.visitId, bookingId };
    const moved = await world.call(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot",
      { params, body: { slotId: slot(0), seen } },
      at(2),
    );
    expect(moved).toMatchObject({ status: 200 });
    expect(code(await acceptOffer(world, visit, waitId, offerId, at(2), bookingId))).toBe("booking-changed");
    expect(await liveBookingsOf(world, at(2))).toMatchObject([{ bookingId, slotId: slot(0) }]);
  });
});

describe("when something was booked since the offer was made", () => {
  test("what overlaps is named; cancelled, the offer can still be taken", async () => {
    const other = await anotherEmployer(world, visit, { to: "11:00" });
    const [first] = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await first.cancel();
    const { offerId = "" } = (await offerOf(world, visit, at(3))) ?? {};
    const busy = await aHolder(world, other, other.slots[0] ?? "", at(3));
    const refused = await acceptOffer(world, visit, waitId, offerId, at(3));
    expect(refused).toMatchObject({ problem: { code: "times-overlap", clash: { bookingId: busy.bookingId } } });
    expect(code(await acceptOffer(world, visit, waitId, offerId, at(3), busy.bookingId))).toBe("id-taken");
    await busy.cancel();
    expect(code(await acceptOffer(world, visit, waitId, offerId, at(3)))).toBe("ok");
  });

  test("somebody else's booking id, or their offer, is not taken", async () => {
    const holders = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await holders[0].cancel();
    const { offerId = "" } = (await offerOf(world, visit, at(3))) ?? {};
    expect(refusalOf(await acceptOffer(world, visit, waitId, offerId, at(4)))).toBe("not-found");
    expect(code(await acceptOffer(world, visit, waitId, anId("off"), at(3)))).toBe("offer-over");
    expect(await liveBookingsOf(world, at(4))).toEqual([]);
  });
});

describe("when a time has several seats", () => {
  test("each freed one goes to the next in order, and each offer that is declined to the one after", async () => {
    const [group = ""] = await approvedSlots(world, visit, { from: "14:00", to: "14:20", seats: 3 }, "d2", "한가람");
    const holders = await Promise.all([0, 1, 2].map((n) => aHolder(world, visit, group, at(n))));
    const entries: string[] = [];
    for (const n of [3, 4, 5, 6]) entries.push(await waits(world, visit, forSlot(group), at(n)));
    await Promise.all(holders.map((holder) => holder.cancel()));
    const offers = await Promise.all([3, 4, 5, 6].map((n) => offerOf(world, visit, at(n))));
    expect(offers.map((offer) => offer?.slotId)).toEqual([group, group, group, undefined]);
    expect(await takenIn(world, visit, group)).toBe(3);
    await declineOffer(world, visit, entries[1] ?? "", offers[1]?.offerId ?? "", at(4));
    expect(await offerOf(world, visit, at(6))).toMatchObject({ slotId: group });
    expect(code(await acceptOffer(world, visit, entries[0] ?? "", offers[0]?.offerId ?? "", at(3)))).toBe("ok");
    expect(await takenIn(world, visit, group)).toBe(3);
  });

  test("a new time for which somebody waits is theirs within a minute", async () => {
    await full();
    await waits(world, visit, forPosting(visit), at(3));
    const [fresh = ""] = await approvedSlots(world, visit, { from: "14:00", to: "14:20", seats: 2 }, "d2", "한가람");
    await world.fire("settle-offers");
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: fresh });
    expect(await bookSlot(world, visit, fresh, at(4))).toMatchObject({ status: 201 });
    expect(await takenIn(world, visit, fresh)).toBe(2);
  });
});

describe("when a time is withdrawn that somebody is offered", () => {
  test("the offer is over and they are free for another one", async () => {
    const holders = await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    await holders[0].cancel();
    const { offerId = "" } = (await offerOf(world, visit, at(3))) ?? {};
    await transact(world.deps.db, { slot: withdrawSlot({ visitId: visit.visitId as VisitId, slotId: slot(0) as SlotId }, false) });
    expect(code(await acceptOffer(world, visit, waitId, offerId, at(3)))).toBe("offer-over");
    expect(await offerOf(world, visit, at(3))).toBeUndefined();
    expect(await waitsOf(world, visit, at(3))).toMatchObject([{ entry: { waitId, passed: [] } }]);
    await holders[1].cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(1) });
  });
});

describe("when a booking comes back to a time that it left", () => {
  test("it can be given up again although the seat that it left before is still held", async () => {
    const [group = ""] = await approvedSlots(world, visit, { from: "14:00", to: "14:20", seats: 2 }, "d2", "한가람");
    const [lone = ""] = await approvedSlots(world, visit, { from: "15:00", to: "15:20" }, "d2", "한가람");
    await full();
    await waits(world, visit, forSlot(slot(0)), at(3));
    const { bookingId, cancel } = await aHolder(world, visit, group, at(4));
    const move = (slotId: string, seen: { slotId: string; sequence: number }) =>
      world.call(
        "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot",
        { params: { visitId: visit.visitId, bookingId }, body: { slotId, seen } },
        at(4),
      );
    // the stream stands meanwhile: what is left stays held
    expect(await move(lone, { slotId: group, sequence: 0 })).toMatchObject({ status: 200 });
    expect(await move(group, { slotId: lone, sequence: 1 })).toMatchObject({ status: 200 });
    expect(await cancel()).toMatchObject({ status: 200, value: { state: "cancelled_by_person" } });
    expect(await takenIn(world, visit, group)).toBe(0);
  });
});
