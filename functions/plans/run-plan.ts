import type { PlanId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { waitlistKey } from "../platform/keys.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { forgetSlot, listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { alterSlot, freeCells, reopenSlot } from "../slots/slot-writes.ts";
import { forgetTimetables } from "../slots/timetable-reads.ts";
import { findVisit, forgetVisit, type PlannedVisit } from "../visits/visit-reads.ts";
import { endChange, whileChanging } from "../visits/visit-writes.ts";
import { moveList } from "../waitlist/waitlist-writes.ts";
import { findNearTimes } from "./near-times.ts";
import { concernsAll, effectOf, listsLeft } from "./person-outlook.ts";
import { findPlan, listReceipts, listRunningPlans, type PlanItem } from "./plan-reads.ts";
import { inTurn } from "./plan-views.ts";
import { finishPlan, noteFreed } from "./plan-writes.ts";
import { type Settling, settlePerson } from "./settle-person.ts";

/** Slots that are written together; few, so that one which many want does not hold up the others. */
const slotsTogether = 20;
/** Days of desks and hosts that are freed together: a transaction takes 100 writes. */
const freedTogether = 80;
/** How often a set of slots is looked at again when somebody writes on them in the same moment. */
const looks = 10;

type Running = { item: PlanItem; planned: PlannedVisit; moves: NonNullable<PlanItem["moves"]> };

/** Writes on the slots that `wants` picks until it picks none; each write is conditional, so that another run at the same time does no harm. */
const onSlots = async (
  { db }: Deps,
  { item: { plan }, moves }: Running,
  wants: (slot: SlotItem, move: Running["moves"][number]) => boolean,
  write: (move: Running["moves"][number]) => Write,
): Promise<SlotItem[] | undefined> => {
  const { visitId, planId } = plan;
  for (let look = 0; look < looks; look++) {
    const slots = await listSlots(db, visitId);
    const bySlot = new Map(slots.map((slot) => [slot.facts.slotId, slot]));
    const left = moves.filter((move) => {
      const slot = bySlot.get(move.slotId);
      return slot !== undefined && wants(slot, move);
    });
    if (left.length === 0) return slots;
    for (let i = 0; i < left.length; i += slotsTogether) {
      const some = left.slice(i, i + slotsTogether);
      const result = await transact<string>(db, {
        running: whileChanging(visitId, planId),
        ...Object.fromEntries(some.map((move) => [move.slotId, write(move)])),
      });
      for (const { slotId } of some) forgetSlot(db, visitId, slotId);
      if (!result.ok && result.refused.includes("running")) return undefined;
    }
  }
  throw new ContentionError("The slots stayed contended.");
};

/** Lists of a visit that is on another day now. */
const moveLists = async ({ db }: Deps, { item: { plan }, planned }: Running, slots: readonly SlotItem[]): Promise<void> => {
  const lists = [...new Set(slots.map(({ facts }) => listNameOf(facts)))];
  const found = await findItems(
    db,
    lists.map((list) => waitlistKey(plan.visitId, list)),
  );
  for (const list of lists.filter((_, n) => found[n])) await transact(db, { list: moveList(plan.visitId, planned.visit.date, list) });
};

/** Desks and hosts are free where they are not needed any more: each once, since another visit may hold them from then on. */
const freeHosts = async ({ db }: Deps, { item: { plan, frees = [], freed = 0 } }: Running): Promise<void> => {
  const { visitId, planId } = plan;
  for (let from = freed; from < frees.length; from += freedTogether) {
    const some = frees.slice(from, from + freedTogether);
    const result = await transact<string>(db, {
      running: whileChanging(visitId, planId),
      plan: noteFreed(visitId, planId, from, from + some.length),
      ...Object.fromEntries(some.map(({ cells, ...key }, n) => [`free ${n}`, freeCells(key, cells)])),
    });
    // Another run has come as far as this, and goes on.
    if (!result.ok) return;
  }
};

/**
 * Takes a running plan to its end. Every step is a conditional write that finds itself done when it is taken again: after a crash at any point the next run
 * goes on where this one stopped, and two runs at once do each step once.
 *
 * 1. close: nobody can take a seat in a touched slot any more, and the slot stands where it will be;
 * 2. people: each once, with their receipt (`settlePerson`);
 * 3. open: slots that go on can be booked again;
 * 4. free: desks and hosts where they are not needed any more;
 * 5. done: the plan lets go of the visit.
 */
export const runPlan = async (deps: Deps, visitId: VisitId, planId: PlanId): Promise<void> => {
  const { db, clock, log } = deps;
  const [item, planned] = await Promise.all([findPlan(db, visitId, planId), findVisit(db, visitId)]);
  const { moves, before, frees, plan } = item ?? {};
  if (!item || !planned || !plan || plan.state !== "running" || !moves || !before || !frees || !plan.startedAt) return;
  const running: Running = { item, planned, moves };
  forgetVisit(db, visitId);
  forgetTimetables(db, visitId);

  const slots = await onSlots(
    deps,
    running,
    (slot) => slot.state === "open" && slot.planId !== planId,
    (move) => alterSlot(visitId, planId, move),
  );
  if (!slots) return;

  const effect = effectOf(plan, moves, planned.visit, plan.startedAt);
  const from: PlannedVisit = { visit: { ...planned.visit, ...before }, place: before.place };
  const settling: Settling = {
    effect,
    left: listsLeft(slots, effect, clock.now()),
    near: await findNearTimes(deps, from, slots),
    dates: { from: before.date, to: planned.visit.date },
  };
  const settled = new Set((await listReceipts(db, visitId, planId)).map(({ registrationId }) => registrationId));
  // Whoever cannot be taken through now does not keep the others waiting; the plan runs on, and the next run tries again.
  const stuck = new Map<RegistrationId, unknown>();
  // Looked at a second time for who registered in between; the slots are closed, so that nobody has booked.
  for (const _ of concernsAll(effect) ? ["first", "again"] : ["once"]) {
    const people = (await listPeopleOfVisit(db, visitId))
      .map(({ agenda }) => agenda)
      .filter(({ registrationId }) => !settled.has(registrationId) && !stuck.has(registrationId));
    for (const agenda of inTurn(people, settling)) {
      try {
        await settlePerson(deps, settling, agenda);
        // Who took their registration back may have registered again before the second look.
        if (!agenda.withdrawnAt) settled.add(agenda.registrationId);
      } catch (error) {
        const { registrationId } = agenda;
        log.error("plan.person-stuck", { planId, registrationId, error: error instanceof Error ? error.name : "unknown" });
        stuck.set(registrationId, error);
      }
    }
  }

  if (stuck.size > 0) throw [...stuck.values()][0];

  const opened = await onSlots(
    deps,
    running,
    (slot, { to }) => to !== null && slot.state === "withdrawn" && slot.planId === planId,
    (move) => reopenSlot(visitId, planId, move),
  );
  if (!opened) return;
  if (before.date !== planned.visit.date) await moveLists(deps, running, slots);

  await freeHosts(deps, running);
  const result = await transact(db, {
    plan: finishPlan({ visitId, planId }, frees.length, clock.now()),
    visit: endChange(visitId, planId),
  });
  forgetVisit(db, visitId);
  forgetTimetables(db, visitId);
  if (result.ok) log.info("plan.done", { planId, visitId, people: settled.size });
};

/** Takes up every plan that was left unfinished; each is on its own, so that one that fails does not keep the others waiting. */
export const runPlans = async (deps: Deps): Promise<void> => {
  const failed: unknown[] = [];
  for (const { plan } of await listRunningPlans(deps.db)) {
    try {
      await runPlan(deps, plan.visitId, plan.planId);
    } catch (error) {
      deps.log.error("plan.stopped", { planId: plan.planId, error: error instanceof Error ? error.name : "unknown" });
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, "Plans stopped; the next run takes them up.");
};

/** A plan that has just been started runs at once; where that fails, the timer takes it up within a minute. */
export const onPlanChange = async (deps: Deps, before: PlanItem | undefined, { plan }: PlanItem): Promise<void> => {
  if (plan.state !== "running" || before?.plan.state === "running") return;
  try {
    await runPlan(deps, plan.visitId, plan.planId);
  } catch (error) {
    deps.log.error("plan.stopped", { planId: plan.planId, error: error instanceof Error ? error.name : "unknown" });
  }
};
