import { liveDeps, withLedger } from "../platform/deps.ts";
import { entry } from "../platform/entry.ts";
import { openLog } from "../platform/log.ts";
import { timedTaskRuns } from "./timed-tasks.ts";

const log = openLog("timed");
const deps = { ...withLedger(liveDeps("timed")), log };

export const handler = entry(log, async ({ task }: { task: keyof typeof timedTaskRuns }): Promise<void> => {
  const run = timedTaskRuns[task];
  if (!run) throw new Error(`There is no timed task ${String(task)}.`);
  await run(deps);
});
