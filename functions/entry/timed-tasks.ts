import type { TimedTask } from "../../shared/wiring.ts";
import { putDueNotices } from "../notices/due-notices.ts";
import { runPlans } from "../plans/run-plan.ts";
import type { Deps } from "../platform/deps.ts";

/** What each timed task does; all are idempotent. */
export const timedTasks: Record<TimedTask, (deps: Deps) => Promise<unknown>> = {
  "remind-of-tomorrow": (deps) => putDueNotices(deps, "reminder"),
  "send-day-of-tickets": (deps) => putDueNotices(deps, "day-of-ticket"),
  "settle-offers": async () => undefined,
  "settle-applications": async () => undefined,
  "run-plans": runPlans,
  "tell-employers": async () => undefined,
  "care-for-missed": async () => undefined,
};
