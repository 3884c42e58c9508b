import type { TimedTask } from "../../shared/wiring.ts";
import { putDueNotices } from "../notices/due-notices.ts";
import type { Deps } from "../platform/deps.ts";

/** What the scheduler can ask for, by name. Each may run at any time and again: it does what is due and not done. */
export const timedTasks: Record<TimedTask, (deps: Deps) => Promise<unknown>> = {
  "remind-of-tomorrow": (deps) => putDueNotices(deps, "reminder"),
  "send-day-of-tickets": (deps) => putDueNotices(deps, "day-of-ticket"),
  "settle-offers": async () => undefined,
  "settle-applications": async () => undefined,
  "run-plans": async () => undefined,
  "tell-employers": async () => undefined,
  "care-for-missed": (deps) => putDueNotices(deps, "no-show-care"),
};
