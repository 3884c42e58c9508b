import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runPlan } from "../../functions/plans/run-plan.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { dyingAt } from "../support/broken-writes.ts";
import { anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { brokenPromises } from "../support/invariants.ts";
import { aPlanOf, drafted, executePlan } from "../support/plans.ts";
import { aHolder, forSlot, laterFor, mailedSeekers, offerOf, offersOf, type Seeker, waits } from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

/** 10:00 in Seoul, ten days before the visit. */
const start = "2026-11-23T01:00:00.000Z";

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

const faults = async (): Promise<string[]> => brokenPromises(await world.table.allItems(), world.deps.clock.now());
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
