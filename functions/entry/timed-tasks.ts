import type { TimedTask } from "../../shared/wiring.ts";
import { settleApplications } from "../applications/settle-applications.ts";
import { tellEmployers } from "../employers/tell-employers.ts";
import { putDueNotices } from "../notices/due-notices.ts";
import type { Deps } from "../platform/deps.ts";

/** What each timed task does; every one may be run again at any time. */
export const timedTasks: Record<TimedTask, (deps: Deps) => Promise<unknown>> = {
  "remind-of-tomorrow": (deps) => putDueNotices(deps, "reminder"),
  "send-day-of-tickets": (deps) => putDueNotices(deps, "day-of-ticket"),
  "settle-offers": async () => undefined,
  "settle-applications": settleApplications,
  "run-plans": async () => undefined,
  "tell-employers": tellEmployers,
  "care-for-missed": async () => undefined,
};
