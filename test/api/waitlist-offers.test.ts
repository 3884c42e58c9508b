import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, liveBookingsOf, refusalOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, type OpenVisit, seekersOf } from "../support/builders.ts";
import { acceptOffer, aHolder, declineOffer, forPosting, forSlot, leaveList, offerOf, waits, waitsOf } from "../support/waitlist.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** 10:00 in Seoul. */
const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let people: Browser[];
const at = (n: number): Browser => people[n] as Browser;
const slot = (n: number): string => visit.slots[n] ?? "";

beforeAll(async () => {
  world = await aWorld(tenDaysBefore);
});
beforeEach(async () => {
  world.deps.clock.set(tenDaysBefore);
  visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
  people = await seekersOf(world, visit.visitId, 5);
});
afterAll(() => world.close());

describe("when a seat is given up that people wait for", () => {
  test("it is held at once, offered to who has waited longest, and theirs with one tap", async () => {
    const holder = await aHolder(world, visit, slot(0), at(0));
    const first = await waits(world, visit, forSlot(slot(0)), at(1));
    await waits(world, visit, forSlot(slot(0)), at(2));
    await holder.cancel();
    expect(refusalOf(await bookSlot(world, visit, slot(0), at(3)))).toBe("slot-full");
    const offer = await offerOf(world, visit, at(1));
    expect(offer).toMatchObject({ slotId: slot(0), offeredAt: world.deps.clock.now() });
    expect(await offerOf(world, visit, at(2))).toBeUndefined();
    const bookingId = anId("bkg");
    const accepted = await acceptOffer(world, visit, first, offer?.offerId ?? "", at(1), bookingId);
    expect(accepted).toMatchObject({ status: 200, value: { bookingId, slotId: slot(0), state: "confirmed", sequence: 0 } });
    expect(await acceptOffer(world, visit, first, offer?.offerId ?? "", at(1), bookingId)).toEqual(
      expect.objectContaining({ status: 200, value: accepted.ok && accepted.value }),
    );
    expect(await liveBookingsOf(world, at(1))).toMatchObject([{ bookingId, consent: { version: "2026-11", channel: "web" } }]);
    expect(await waitsOf(world, visit, at(1))).toEqual([]);
    expect(await takenIn(world, visit, slot(0))).toBe(1);
  });

  test("an offer that runs out moves on, its entry keeps the place, and is not offered that time again", async () => {
    const [a, b] = [await aHolder(world, visit, slot(0), at(0)), await aHolder(world, visit, slot(2), at(4))];
    await waits(world, visit, forPosting(visit), at(1));
    await waits(world, visit, forSlot(slot(0)), at(2));
    await a.cancel();
    const offer = await offerOf(world, visit, at(1));
    world.deps.clock.set(offer?.holdUntil ?? "");
    expect(
      refusalOf(await acceptOffer(world, visit, (await waitsOf(world, visit, at(1)))[0]?.entry.waitId ?? "", offer?.offerId ?? "", at(1))),
    ).toBe("offer-over");
    await world.fire("settle-offers");
    expect(await waitsOf(world, visit, at(1))).toMatchObject([{ place: 1, entry: { passed: [slot(0)] } }]);
    expect(await offerOf(world, visit, at(2))).toMatchObject({ slotId: slot(0) });
    await b.cancel();
    expect(await offerOf(world, visit, at(1))).toMatchObject({ slotId: slot(2) });
    void [declineOffer, leaveList];
  });
});
