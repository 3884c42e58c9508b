import type { TimedTask } from "../../shared/wiring.ts";
import { putDueNotices } from "../notices/due-notices.ts";
import { type Deps, liveDeps } from "../platform/deps.ts";
import { entry } from "../platform/entry.ts";
import { openLog } from "../platform/log.ts";

const log = openLog("timed");
const deps = { ...liveDeps("timed"), log };

const tasks: Record<TimedTask, (deps: Deps) => Promise<unknown>> = {
  "remind-of-tomorrow": (given) => putDueNotices(given, "reminder"),
  "send-day-of-tickets": (given) => putDueNotices(given, "day-of-ticket"),
  "settle-offers": async () => undefined,
  "settle-applications": async () => undefined,
  "run-plans": async () => undefined,
  "tell-employers": async () => undefined,
  "care-for-missed": async () => undefined,
};

export const handler = entry(log, async ({ task }: { task: TimedTask }): Promise<void> => {
  const run = tasks[task];
  if (!run) throw new Error(`There is no timed task ${String(task)}.`);
  await run(deps);
});
