import { timesOfDesk } from "../../shared/domain/desk-times.ts";
import type { PlanId, VisitId } from "../../shared/domain/ids.ts";
import type { Plan, PlanChange } from "../../shared/domain/plan.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { holdRefusal } from "../slots/publish-slots-writes.ts";
import { listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { isBusElsewhere, moveBusDay } from "../visits/bus-day-writes.ts";
import { forgetVisit } from "../visits/visit-reads.ts";
import { beginChange } from "../visits/visit-writes.ts";
import { type Drafting, draftPlan, isSameDraft } from "./draft-plan.ts";
import { holdsFor, hostDaysOf, mostHolds } from "./host-hours.ts";
import { findPlan, type PlanItem, planOf } from "./plan-reads.ts";
import { settingOf } from "./plan-setting.ts";
import { startPlan } from "./plan-writes.ts";

/** What stands in the way may be the doing of the same request, of which another copy was quicker: then it is answered as that one was (promise 3). */
const unlessStarted = async (
  { db }: Deps,
  { visitId, planId, version }: { visitId: VisitId; planId: PlanId; version: number },
  refusal: Refusal,
): Promise<Outcome<Plan>> => {
  const item = await findPlan(db, visitId, planId);
  return item?.startedFrom === version ? done(planOf(item)) : refusal;
};

/**
 * Runs the draft that was looked at. In one transaction the plan runs, it has hold of the visit, the visit is what it will be, and desks and hosts are held for
 * where its times go: whatever cannot be, is refused here and nothing has changed. Its steps follow by the table's stream, or the timer.
 */
export const executePlan = async (
  deps: Deps,
  started: { visitId: VisitId; planId: PlanId; version: number; seenTimes?: readonly Instant[] },
  triesLeft = 3,
): Promise<Outcome<Plan>> => {
  const { visitId, planId, version, seenTimes } = started;
  const { db, clock } = deps;
  const item = await findPlan(db, visitId, planId);
  if (!item) return refuse("not-found");
  if (item.plan.state !== "draft") return item.startedFrom === version ? done(planOf(item)) : refuse("plan-changed");
  if (item.version !== version) return refuse("plan-changed");
  const setting = await settingOf(deps, visitId, item.plan.change);
  if (!setting.ok) return unlessStarted(deps, { visitId, planId, version }, setting);
  const { planned, slots, moves, visitChange } = setting.value;
  // The transaction below holds only while the visit is as it was before these times were read.
  if (seenTimes && !isAsSeen(item.plan.change, slots, seenTimes))
    return unlessStarted(deps, { visitId, planId, version }, refuse("desk-changed"));
  const { visit, place } = planned;
  const days = hostDaysOf(visitId, moves, slots);
  // More was published since the plan was drafted.
  if (days.filter(({ gains }) => gains.length > 0).length > mostHolds)
    return unlessStarted(deps, { visitId, planId, version }, refuse("too-many-slots"));
  const startedAt = clock.now();
  const result = await transact<string>(db, {
    plan: startPlan({ visitId, planId, version }, startedAt, {
      moves,
      before: { date: visit.date, startTime: visit.startTime, endTime: visit.endTime, place },
      frees: days.filter(({ losses }) => losses.length > 0).map(({ key, losses }) => ({ ...key, cells: losses })),
    }),
    visit: beginChange(visit, planId, visitChange),
    ...moveBusDay(visitId, visit, { ...visit, ...visitChange.visit }),
    ...holdsFor(days),
  });
  forgetVisit(db, visitId);
  if (result.ok) return done({ ...item.plan, state: "running", startedAt, version: version + 1 });
  if (result.refused.includes("plan")) return executePlan(deps, started, triesLeft);
  if (result.refused.includes("visit")) {
    // Something was published in this moment, or another plan runs, which ends by itself.
    if (triesLeft > 0) return executePlan(deps, started, triesLeft - 1);
    throw new ContentionError("Another plan is changing the visit.");
  }
  if (isBusElsewhere(result.refused)) return refuse("bus-elsewhere");
  const held = holdRefusal(result.refused);
  if (held) return refuse(held);
  throw new Error(`The plan was refused by ${result.refused.join(", ")}.`);
};

const deskKinds: readonly string[] = ["shift-desk", "release-desk", "reassign-desk"] satisfies PlanItem["plan"]["change"]["kind"][];

/** Whether a desk has the times that somebody saw who wants to change it. */
const isAsSeen = (change: PlanChange, slots: readonly SlotItem[], seenTimes: readonly Instant[]): boolean => {
  if (!("deskId" in change)) return true;
  const times = timesOfDesk(
    slots.map(({ facts, state }) => ({ ...facts, state })),
    change.deskId,
  );
  return times.join() === [...seenTimes].sort().join();
};

type ChangingDesk = Drafting & { seenTimes: readonly Instant[] };

/**
 * A change of a desk in one tap: drafted and started in one go. Sent again it answers the same. It names the times that were seen, so that two who want the same
 * do not change the desk twice.
 */
export const changeDesk = async (
  deps: Deps,
  { seenTimes, ...drafting }: ChangingDesk,
): Promise<Outcome<{ plan: Plan; isNew: boolean }>> => {
  const { visitId, planId, draft } = drafting;
  if (!deskKinds.includes(draft.change.kind)) return refuse("not-a-desk-change");
  const known = await findPlan(deps.db, visitId, planId);
  if (known && !isSameDraft(known, draft)) return refuse("id-taken");
  if (known && known.plan.state !== "draft") return done({ plan: planOf(known), isNew: false });
  /** Another copy of this request may have started it since we looked, and be what it is refused for. */
  const unlessDone = async (refusal: Refusal) => {
    const meanwhile = await findPlan(deps.db, visitId, planId);
    return meanwhile && meanwhile.plan.state !== "draft" ? changeDesk(deps, { ...drafting, seenTimes }) : refusal;
  };
  // No draft is left behind by who is refused anyway.
  if (!isAsSeen(draft.change, await listSlots(deps.db, visitId), seenTimes)) return unlessDone(refuse("desk-changed"));
  const drafted = await draftPlan(deps, drafting);
  if (!drafted.ok) return unlessDone(drafted);
  const { version } = drafted.value.preview.plan;
  const started = await executePlan(deps, { visitId, planId, version, seenTimes });
  if (!started.ok) return started.reason === "plan-changed" ? refuse("id-taken") : started;
  return done({ plan: started.value, isNew: drafted.value.isNew });
};
