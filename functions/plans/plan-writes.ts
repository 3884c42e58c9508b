import type { PlanId, VisitId } from "../../shared/domain/ids.ts";
import type { Plan } from "../../shared/domain/plan.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { planKey, planReceiptKey, plansIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { PlanItem, Receipt } from "./plan-reads.ts";

/** A draft is made, or replaced as it stood at `version` (0: there is none yet); never one that runs. */
export const putDraft = (plan: Omit<Plan, "version">, version: number): Write => ({
  Update: {
    Key: planKey(plan.visitId, plan.planId),
    UpdateExpression: "SET #type = :type, #plan = :plan ADD version :one",
    ConditionExpression: version === 0 ? "attribute_not_exists(pk)" : "version = :version AND #plan.#state = :draft",
    ExpressionAttributeNames: { "#type": "type", "#plan": "plan", ...(version > 0 && { "#state": "state" }) },
    ExpressionAttributeValues: {
      ":type": "plan",
      ":plan": plan,
      ":one": 1,
      ...(version > 0 && { ":version": version, ":draft": "draft" }),
    },
  },
});

/** The draft that was looked at runs, from this moment and to its end; refused when it has changed, or runs already. */
export const startPlan = (
  { visitId, planId, version }: Pick<Plan, "visitId" | "planId" | "version">,
  startedAt: Instant,
  fixed: Required<Pick<PlanItem, "moves" | "before" | "frees">>,
): Write => {
  const index = plansIndex(startedAt, planId);
  return {
    Update: {
      Key: planKey(visitId, planId),
      UpdateExpression:
        "SET #plan.#state = :running, #plan.startedAt = :at, startedFrom = :version, moves = :moves, #before = :before, frees = :frees, gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: "version = :version AND #plan.#state = :draft",
      ExpressionAttributeNames: { "#plan": "plan", "#state": "state", "#before": "before" },
      ExpressionAttributeValues: {
        ":running": "running",
        ":draft": "draft",
        ":at": startedAt,
        ":version": version,
        ":moves": fixed.moves,
        ":before": fixed.before,
        ":frees": fixed.frees,
        ":pk": index.gsi1pk,
        ":sk": index.gsi1sk,
        ":one": 1,
      },
    },
  };
};

/** Days of desks and hosts are freed in their order, each once. */
export const noteFreed = (visitId: VisitId, planId: PlanId, from: number, to: number): Write => ({
  Update: {
    Key: planKey(visitId, planId),
    UpdateExpression: "SET freed = :to ADD version :one",
    ConditionExpression: `#plan.#state = :running AND ${from === 0 ? "attribute_not_exists(freed)" : "freed = :from"}`,
    ExpressionAttributeNames: { "#plan": "plan", "#state": "state" },
    ExpressionAttributeValues: { ":running": "running", ":to": to, ":one": 1, ...(from > 0 && { ":from": from }) },
  },
});

/** The plan is done, once, when all that it frees is free. */
export const finishPlan = ({ visitId, planId }: { visitId: VisitId; planId: PlanId }, frees: number, doneAt: Instant): Write => ({
  Update: {
    Key: planKey(visitId, planId),
    UpdateExpression: "SET #plan.#state = :done, #plan.doneAt = :at REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: `#plan.#state = :running AND ${frees === 0 ? "attribute_not_exists(freed)" : "freed = :frees"}`,
    ExpressionAttributeNames: { "#plan": "plan", "#state": "state" },
    ExpressionAttributeValues: { ":done": "done", ":running": "running", ":at": doneAt, ":one": 1, ...(frees > 0 && { ":frees": frees }) },
  },
});

/** One receipt a person, in the transaction that changes what they have; its mail follows from it. */
export const addReceipt = (receipt: Receipt): Write => ({
  Put: {
    Item: { ...planReceiptKey(receipt.planId, receipt.registrationId), type: "plan-receipt", version: 1, ...receipt },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
