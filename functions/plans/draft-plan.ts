import { isDeepStrictEqual } from "node:util";
import type { PlanPreview } from "../../shared/contract/plans.ts";
import type { AccountId, PlanId, VisitId } from "../../shared/domain/ids.ts";
import type { Plan, PlanDraft } from "../../shared/domain/plan.ts";
import { done, type FieldProblem, type Outcome, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { planKey } from "../platform/keys.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { hostDaysOf, mostHolds } from "./host-hours.ts";
import type { Outlook } from "./person-outlook.ts";
import { findPlan, type PlanItem } from "./plan-reads.ts";
import { type Setting, settingOf } from "./plan-setting.ts";
import { foresee } from "./plan-views.ts";
import { putDraft } from "./plan-writes.ts";

export type Drafting = { visitId: VisitId; planId: PlanId; draft: PlanDraft; madeBy: AccountId };

/** Whatever order the table, or whoever asks, has the fields in. */
export const isSameDraft = ({ plan }: PlanItem, { change, reason, choices }: PlanDraft): boolean =>
  isDeepStrictEqual({ change: plan.change, reason: plan.reason, choices: plan.choices }, { change, reason, choices });

type HostDayItem = { busy?: Set<number> } | undefined;

/**
 * Who is at a desk, or busy elsewhere, at the times that a plan leads to, as far as can be seen now, and whether all can be held in one step; the start of
 * the plan asks again.
 */
const hostRefusal = async (
  { db }: Deps,
  visitId: VisitId,
  { moves, slots }: Setting,
): Promise<"desk-busy" | "interviewer-busy" | "too-many-slots" | undefined> => {
  const days = hostDaysOf(visitId, moves, slots).filter(({ gains }) => gains.length > 0);
  if (days.length > mostHolds) return "too-many-slots";
  const items =
    days.length === 0
      ? []
      : ((await findItems(
          db,
          days.map(({ key }) => key),
        )) as HostDayItem[]);
  const busy = days.filter(({ gains }, i) => gains.some((cell) => items[i]?.busy?.has(cell)));
  if (busy.some(({ who }) => who === "desk")) return "desk-busy";
  return busy.length > 0 ? "interviewer-busy" : undefined;
};

/** Choices for bookings that the plan does not touch, that are made twice, or that lead to no time near by. */
const choiceRefusal = ({ choices, change }: PlanDraft, { people }: PlanPreview, { near, effect }: Outlook): Refusal | undefined => {
  const bookings = people.flatMap((person) => person.bookings.map(({ bookingId }) => bookingId));
  const fields = choices.flatMap(({ bookingId, choice }, n): FieldProblem[] => {
    if (!bookings.includes(bookingId)) return [{ pointer: `/choices/${n}/bookingId`, code: "not-a-choice" }];
    if (choices.findIndex((other) => other.bookingId === bookingId) < n) return [{ pointer: `/choices/${n}/bookingId`, code: "twice" }];
    if (choice.do === "keep" && (change.kind === "cancel-visit" || change.kind === "release-desk"))
      return [{ pointer: `/choices/${n}/choice/do`, code: "not-a-choice" }];
    if (choice.do !== "rebook") return [];
    const isNear = near.times.some(({ visitId, slotId }) => visitId === choice.visitId && slotId === choice.slotId);
    return isNear && !effect.moves.has(choice.slotId) ? [] : [{ pointer: `/choices/${n}/choice/slotId`, code: "not-a-choice" }];
  });
  return fields.length > 0 ? refuse("invalid-fields", { fields }) : undefined;
};

/**
 * Drafts a plan, or changes the draft; nobody is touched yet. The same draft again is no new version, so that what was looked at can still be run.
 */
export const draftPlan = async (deps: Deps, drafting: Drafting): Promise<Outcome<{ preview: PlanPreview; isNew: boolean }>> => {
  const { db, clock } = deps;
  const { visitId, planId, draft, madeBy } = drafting;
  const known = await findPlan(db, visitId, planId);
  if (known && known.plan.state !== "draft") return refuse("already-running");
  const setting = await settingOf(deps, visitId, draft.change);
  if (!setting.ok) return setting;
  const busy = await hostRefusal(deps, visitId, setting.value);
  if (busy) return refuse(busy);
  const plan: Omit<Plan, "version"> = {
    planId,
    visitId,
    ...draft,
    state: "draft",
    madeBy,
    madeAt: clock.now(),
    startedAt: null,
    doneAt: null,
  };
  const item: PlanItem = { ...planKey(visitId, planId), type: "plan", version: (known?.version ?? 0) + 1, plan };
  const isSame = known !== undefined && isSameDraft(known, draft);
  const { preview, outlook } = await foresee(deps, isSame ? known : item, setting.value);
  const refused = choiceRefusal(draft, preview, outlook);
  if (refused) return refused;
  if (isSame) return done({ preview, isNew: false });
  const result = await transact(db, { plan: putDraft(plan, known?.version ?? 0) });
  if (result.ok) return done({ preview, isNew: known === undefined });
  const other = result.before.plan as PlanItem | undefined;
  if (other && other.plan.state !== "draft") return refuse("already-running");
  if (other && isSameDraft(other, draft)) return draftPlan(deps, drafting);
  throw new ContentionError("Two people changed the plan at once.");
};
