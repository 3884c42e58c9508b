import type { planOperations } from "../../shared/contract/plans.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { draftPlan } from "./draft-plan.ts";
import { showPlan } from "./plan-views.ts";
import { listPlansOfVisit } from "./receipt-views.ts";
import { changeDesk, executePlan } from "./start-plan.ts";

export const planRoutes = (deps: Deps): Handlers<typeof planOperations> => ({
  "PUT /api/staff/visits/{visitId}/plans/{planId}": async ({ params, body, actor }) => {
    const drafted = await draftPlan(deps, { ...params, draft: body, madeBy: actor.accountId });
    return drafted.ok ? reply(drafted.value.isNew ? 201 : 200, drafted.value.preview) : drafted;
  },
  "GET /api/staff/visits/{visitId}/plans": async ({ params }) => {
    const listed = await listPlansOfVisit(deps, params.visitId);
    return listed.ok ? reply(200, { plans: listed.value }) : listed;
  },
  "GET /api/staff/visits/{visitId}/plans/{planId}": async ({ params }) => {
    const shown = await showPlan(deps, params.visitId, params.planId);
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "POST /api/staff/visits/{visitId}/plans/{planId}/execution": async ({ params, body }) => {
    const started = await executePlan(deps, { ...params, version: body.version });
    return started.ok ? reply(200, started.value) : started;
  },
  "POST /api/staff/visits/{visitId}/desk-changes/{planId}": async ({ params, body, actor }) => {
    const { seenTimes, ...draft } = body;
    const changed = await changeDesk(deps, { ...params, draft, seenTimes, madeBy: actor.accountId });
    return changed.ok ? reply(changed.value.isNew ? 201 : 200, changed.value.plan) : changed;
  },
});
