import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenSeats } from "../../functions/entry/broken-promises.ts";
import { runPlan } from "../../functions/plans/run-plan.ts";
import { transact } from "../../functions/platform/transact.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import { bookingOf, bookSlot, cancelBooking, moveBooking, refusalOf } from "../support/booking.ts";
import { dyingAt } from "../support/broken-writes.ts";
import { anId, anOpenVisit, anotherEmployer, aPattern, aPlace, approvedSlots, type OpenVisit } from "../support/builders.ts";
import { justBeforeWriting } from "../support/faults.ts";
import { newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut, drafted, executePlan } from "../support/plans.ts";
import {
  acceptOffer,
  aHolder,
  declineOffer,
  forPosting,
  forSlot,
  joinList,
  laterFor,
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

const waitEnded = "기다리시던 면접·상담이 바뀌었습니다";

let world: World;
let visit: OpenVisit;
let people: Seeker[];
const at = (n: number): Seeker => people[n] as Seeker;
const slot = (n: number): string => visit.slots[n] ?? "";

/** 10:00, 10:20, 10:40 */
const aVisitOf = async (count: number, pattern: Record<string, unknown> = {}): Promise<void> => {
  visit = await anOpenVisit(world, { pattern: { to: "11:00", ...pattern } });
  people = await mailedSeekers(world, visit, count);
};
beforeEach(async () => {
  world = await aWorld(start);
});
afterEach(() => world.close());

const faults = async (): Promise<string[]> => brokenSeats(await world.table.allItems(), world.deps.clock.now());
const slotItem = async (n: number): Promise<SlotItem | undefined> =>
  (await world.table.allItems()).filter((item): item is SlotItem => item.type === "slot").find(({ facts }) => facts.slotId === slot(n));

describe("when a desk plan has a time closed that somebody waits for", () => {
  /** The plan has closed its slots and stopped there, as after a crash; the rest of it is run later. */
  const halfDone = async (change: Record<string, unknown>) => {
    const preview = await drafted(world, visit, aPlanOf({ deskId: "d1", ...change }));
    expect((await executePlan(world, visit, preview)).ok).toBe(true);
    const begun = await world.table.newRecords();
    const { planId, visitId } = preview.plan;
    await expect(runPlan({ ...world.deps, db: dyingAt(world.table, 2, "before").db }, visitId, planId)).rejects.toThrow("died");
    return { begun, finish: () => runPlan(world.deps, visitId, planId) };
  };

  test("the seat that they were offered is held for them, and offered again once the time is open", async () => {
    await aVisitOf(3);
    const holder = await aHolder(world, visit, slot(0), at(0));
    await waits(world, visit, forSlot(slot(0)), at(1));
    await holder.cancel();
    expect(await offerOf(world, visit, at(1))).toBeDefined();
    const { begun, finish } = await halfDone({ kind: "reassign-desk", toDeskId: "d2" });
    // what the closing led to is handled before the plan goes on
    await world.deliver(await world.table.newRecords());
    expect(Object.values((await slotItem(0))?.takers ?? {})).toEqual(["list"]);
    await finish();
    expect(refusalOf(await bookSlot(world, visit, slot(0), at(2)))).toBe("slot-full");
    await world.deliver(begun);
    expect(await offersOf(world, visit, at(1))).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test("the seat that is held over night stays held, whoever looks through the list meanwhile", async () => {
    await aVisitOf(3);
    const holder = await aHolder(world, visit, slot(0), at(0));
    await waits(world, visit, forSlot(slot(0)), at(1));
    await world.settle();
    // 20:30 in Seoul
    world.deps.clock.set("2026-11-23T11:30:00.000Z");
    await holder.cancel();
    await world.settle();
    const { finish } = await halfDone({ kind: "shift-desk", minutes: 10 });
    await world.fire("settle-offers");
    await finish();
    await world.settle();
    expect(await slotItem(0)).toMatchObject({ state: "open" });
    expect(refusalOf(await bookSlot(world, visit, slot(0), at(2)))).toBe("slot-full");
    await laterFor(world, "2026-11-24T00:00:00.000Z", people);
    await world.fire("settle-offers");
    expect(await offersOf(world, visit, at(1))).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });
});

describe("when somebody waits for an earlier time than the one that they have", () => {
  const seen = (n: number) => ({ slotId: slot(n), sequence: 0 });
  /** Person 1 has the third time and waits for the first, which person 0 has. */
  const waitingForEarlier = async () => {
    await aVisitOf(3);
    const holder = await aHolder(world, visit, slot(0), at(0));
    const mine = await aHolder(world, visit, slot(2), at(1));
    await world.settle();
    const waitId = await waits(world, visit, forSlot(slot(0)), at(1), { replaces: mine.bookingId });
    return { holder, mine, waitId };
  };
  const centreTimes = async () => {
    const { slots } = await world.get(
      "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
      {
        params: { visitId: visit.visitId, slotRequestId: anId("srq") },
        body: { service: "resume", pattern: aPattern({ from: "15:00", to: "16:00" }), deskId: "d2", host: "오서린" },
      },
      visit.manager,
    );
    return slots[0]?.slotId ?? "";
  };

  test.each(["counselling", "another employer"])(
    "and moves it to %s, no seat leads back to the employer without an agreement",
    async (to) => {
      const { holder, mine } = await waitingForEarlier();
      const other =
        to === "counselling" ? await centreTimes() : (await anotherEmployer(world, visit, { from: "14:00", to: "15:00" })).slots[0];
      expect((await moveBooking(world, visit, { bookingId: mine.bookingId, seen: seen(2), slotId: other ?? "" }, at(1))).ok).toBe(true);
      await world.settle();
      await holder.cancel();
      expect(await offersOf(world, visit, at(1))).toEqual([]);
      expect(await waitsOf(world, visit, at(1))).toEqual([]);
      expect((await slotItem(0))?.takers).toEqual({});
      expect(await faults()).toEqual([]);
    },
  );

  test("and moves it elsewhere while the earlier one is offered, accepting is refused", async () => {
    const { holder, mine, waitId } = await waitingForEarlier();
    const other = await anotherEmployer(world, visit, { from: "14:00", to: "15:00" });
    await holder.cancel();
    const offer = await offerOf(world, visit, at(1));
    const moved = await moveBooking(world, visit, { bookingId: mine.bookingId, seen: seen(2), slotId: other.slots[0] ?? "" }, at(1));
    expect(moved.ok).toBe(true);
    expect(refusalOf(await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(1), mine.bookingId))).toBe("booking-changed");
    expect(await bookingOf(world, at(1), mine.bookingId)).toMatchObject({ employerId: other.employerId });
  });

  test("and gives it up, the seat that they were offered goes to the next", async () => {
    const { holder, mine } = await waitingForEarlier();
    await waits(world, visit, forSlot(slot(0)), at(2));
    await holder.cancel();
    expect(await offerOf(world, visit, at(1))).toBeDefined();
    expect((await mine.cancel()).ok).toBe(true);
    expect(await offersOf(world, visit, at(2))).toHaveLength(1);
    expect(await waitsOf(world, visit, at(1))).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test("and moves to an even earlier one, the seat that they were offered goes to the next", async () => {
    await aVisitOf(4, { to: "11:20" });
    const first = await aHolder(world, visit, slot(0), at(0));
    const second = await aHolder(world, visit, slot(1), at(1));
    const mine = await aHolder(world, visit, slot(3), at(2));
    await world.settle();
    await waits(world, visit, forSlot(slot(1)), at(2), { replaces: mine.bookingId });
    await waits(world, visit, forSlot(slot(1)), at(3));
    await second.cancel();
    expect(await offerOf(world, visit, at(2))).toBeDefined();
    await first.cancel();
    await world.settle();
    expect((await moveBooking(world, visit, { bookingId: mine.bookingId, seen: seen(3), slotId: slot(0) }, at(2))).ok).toBe(true);
    expect(await offersOf(world, visit, at(3))).toHaveLength(1);
    expect(await offersOf(world, visit, at(2))).toEqual([]);
    expect(await faults()).toEqual([]);
  });
});

test("when staff give a seat to somebody who is offered another in the slot that they move from, they get it", async () => {
  await aVisitOf(5, { seats: 2 });
  const [first, , third, fourth] = await Promise.all([0, 0, 1, 1].map((n, i) => aHolder(world, visit, slot(n), at(i))));
  const mine = await aHolder(world, visit, slot(2), at(4));
  await world.settle();
  const waitId = await waits(world, visit, forPosting(visit), at(4), { replaces: mine.bookingId });
  await third?.cancel();
  expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(1) });
  await fourth?.cancel();
  await world.settle();
  // what follows from the move has not been handled yet
  const seen = { slotId: slot(2), sequence: 0 };
  expect((await moveBooking(world, visit, { bookingId: mine.bookingId, seen, slotId: slot(1) }, at(4))).ok).toBe(true);
  await first?.cancel();
  const given = await world.call(
    "POST /api/staff/visits/{visitId}/waits/{waitId}/seat",
    { params: { visitId: visit.visitId, waitId }, body: { slotId: slot(0), bookingId: mine.bookingId, reason: "현장" } },
    visit.manager,
  );
  expect(given).toMatchObject({ ok: true, value: { slotId: slot(0) } });
  await world.settle();
  expect(await waitsOf(world, visit, at(4))).toEqual([]);
  expect(await faults()).toEqual([]);
});

test("when two writes of one transaction name one item, it is refused by their names before the engine is asked", async () => {
  const check = { ConditionCheck: { Key: { pk: "A", sk: "B" }, ConditionExpression: "attribute_not_exists(pk)" } };
  const put = { Put: { Item: { pk: "A", sk: "B" } } };
  await expect(transact(world.deps.db, { one: check, other: put })).rejects.toThrow('"one" and "other" write on one item');
});

describe("when somebody joins in the moment in which the visit", () => {
  const moved = { kind: "move-visit", date: "2026-12-10", startTime: "10:00", endTime: "17:00", placeId: aPlace.placeId };

  test("is moved to another day, the list is filed under that day", async () => {
    await aVisitOf(2, { to: "10:20" });
    const holder = await aHolder(world, visit, slot(0), at(0));
    await world.settle();
    justBeforeWriting(world.table, () => carriedOut(world, visit, aPlanOf(moved)));
    expect(await joinList(world, visit, forPosting(visit), at(1))).toMatchObject({ ok: true, status: 201 });
    await world.settle();
    const { waits: rows } = await world.get("GET /api/staff/visits/{visitId}/waits", { params: { visitId: visit.visitId } }, visit.manager);
    expect(rows).toHaveLength(1);
    // 21:00 of the day on which it would have been: held over night, offered by the minute's run after the old day
    await laterFor(world, "2026-12-04T12:00:00.000Z", people);
    await holder.cancel();
    await world.settle();
    await laterFor(world, "2026-12-05T00:00:00.000Z", people);
    await world.fire("settle-offers");
    expect(await offersOf(world, visit, at(1))).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test("is cancelled, they are refused", async () => {
    await aVisitOf(2, { to: "10:20" });
    await aHolder(world, visit, slot(0), at(0));
    await world.settle();
    justBeforeWriting(world.table, () => carriedOut(world, visit, aPlanOf({ kind: "cancel-visit" })));
    expect(refusalOf(await joinList(world, visit, forPosting(visit), at(1)))).toBe("visit-not-open");
  });
});

test("when a person joins eight lists at once, in as many tabs, they stand in all of them", async () => {
  await aVisitOf(9, { to: "12:40" });
  const slots = visit.slots.slice(0, 8);
  await Promise.all(slots.map((slotId, i) => aHolder(world, visit, slotId, at(i))));
  await world.settle();
  const answers = await Promise.all(slots.map((slotId) => joinList(world, visit, forSlot(slotId), at(8))));
  expect(answers.map(({ status }) => status)).toEqual(slots.map(() => 201));
});

test("when somebody has an interview of a posting through one entry, another entry brings them no second one of it", async () => {
  await aVisitOf(3);
  const first = await aHolder(world, visit, slot(0), at(0));
  const third = await aHolder(world, visit, slot(2), at(1));
  await world.settle();
  const waitId = await waits(world, visit, forSlot(slot(0)), at(2));
  await waits(world, visit, forSlot(slot(2)), at(2));
  await first.cancel();
  const offer = await offerOf(world, visit, at(2));
  const bookingId = anId("bkg");
  expect((await acceptOffer(world, visit, waitId, offer?.offerId ?? "", at(2), bookingId)).ok).toBe(true);
  await third.cancel();
  expect(await offersOf(world, visit, at(2))).toEqual([]);
  expect(await faults()).toEqual([]);
  // without it, they may have the other
  expect((await cancelBooking(world, visit, bookingId, at(2))).ok).toBe(true);
  expect(await offersOf(world, visit, at(2))).toMatchObject([{ slotId: slot(2) }]);
});

describe("when an employer takes back times that somebody waits for", () => {
  /** Person 1 waits for the first time; nobody has a seat in it any more. */
  const withdrawn = async (waitFor: Parameters<typeof waits>[2]) => {
    const holder = await aHolder(world, visit, slot(0), at(0));
    const waitId = await waits(world, visit, waitFor, at(1));
    await holder.cancel();
    const offer = await offerOf(world, visit, at(1));
    await declineOffer(world, visit, waitId, offer?.offerId ?? "", at(1));
    await world.settle();
    const { employerId, employer } = visit;
    // slots are named by their request
    const slotRequestId = `srq_${slot(0).slice(4).split("-")[0]}`;
    await world.get(
      "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}",
      { params: { employerId, slotRequestId } },
      employer,
    );
    await world.settle();
  };
  const toldEnded = () => newsTo(world, at(1).mail).filter(({ subject }) => subject === waitEnded);

  test("their place ends, and they are told once", async () => {
    await aVisitOf(2, { to: "10:20" });
    await withdrawn(forSlot(slot(0)));
    expect(await waitsOf(world, visit, at(1))).toEqual([]);
    await world.fire("settle-offers");
    expect(toldEnded()).toHaveLength(1);
    expect(toldEnded()[0]?.text).toContain("펌프 부품 조립원");
    expect(await faults()).toEqual([]);
  });

  test("and other times of the posting are left, whoever waits for any of them goes on waiting", async () => {
    await aVisitOf(3, { to: "10:20" });
    const [later = ""] = await approvedSlots(world, visit, { from: "13:00", to: "13:20" }, "d2");
    await aHolder(world, visit, later, at(2));
    await withdrawn(forPosting(visit));
    await world.fire("settle-offers");
    expect(await waitsOf(world, visit, at(1))).toHaveLength(1);
    expect(toldEnded()).toEqual([]);
  });
});
