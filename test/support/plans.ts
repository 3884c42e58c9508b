import type { PlanPreview } from "../../shared/contract/plans.ts";
import { timesOfDesk } from "../../shared/domain/desk-times.ts";
import { anId, type OpenVisit } from "./builders.ts";
import type { Browser, World } from "./world.ts";

type OfVisit = Pick<OpenVisit, "visitId" | "manager">;

/** A plan as a manager drafts it. */
export const aPlanOf = (change: Record<string, unknown>, over: Record<string, unknown> = {}) => ({
  change,
  reason: "태풍 예보",
  choices: [],
  ...over,
});

export const draftPlan = (world: World, { visitId, manager }: OfVisit, body: Record<string, unknown>, planId = anId("pln")) =>
  world.call("PUT /api/staff/visits/{visitId}/plans/{planId}", { params: { visitId, planId }, body }, manager);

/** Runs a draft as its preview showed it; the steps follow with the stream. */
export const executePlan = (world: World, { visitId, manager }: OfVisit, { plan }: Pick<PlanPreview, "plan">, browser: Browser = manager) =>
  world.call(
    "POST /api/staff/visits/{visitId}/plans/{planId}/execution",
    { params: { visitId, planId: plan.planId }, body: { version: plan.version } },
    browser,
  );

export const drafted = async (world: World, visit: OfVisit, body: Record<string, unknown>): Promise<PlanPreview> => {
  const answer = await draftPlan(world, visit, body);
  if (!answer.ok) throw new Error(`Not drafted: ${JSON.stringify(answer.problem)}`);
  return answer.value;
};

/** Drafts, starts and takes to the end. */
export const carriedOut = async (world: World, visit: OfVisit, body: Record<string, unknown>): Promise<PlanPreview> => {
  const preview = await drafted(world, visit, body);
  const started = await executePlan(world, visit, preview);
  if (!started.ok) throw new Error(`Not started: ${JSON.stringify(started.problem)}`);
  await world.settle();
  return preview;
};

/** Changes a desk as its times stand, unless the body says what was seen. */
export const changeDesk = async (world: World, visit: OfVisit, body: Record<string, unknown>, staff: Browser, planId = anId("pln")) => {
  const { visitId } = visit;
  const { deskId = "" } = body.change as { deskId?: string };
  const seenTimes = timesOfDesk(await slotsOf(world, visit), deskId);
  const params = { visitId, planId };
  return world.call("POST /api/staff/visits/{visitId}/desk-changes/{planId}", { params, body: { seenTimes, ...body } }, staff);
};

export const showPlan = (world: World, { visitId, manager }: OfVisit, planId: string) =>
  world.get("GET /api/staff/visits/{visitId}/plans/{planId}", { params: { visitId, planId } }, manager);

/** The slots of a visit as staff see them. */
export const slotsOf = async (world: World, { visitId, manager }: OfVisit) =>
  (await world.get("GET /api/staff/visits/{visitId}/slots", { params: { visitId } }, manager)).slots;
