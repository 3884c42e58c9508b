import { expect, onTestFinished, test, vi } from "vitest";
import { startTimer, type TimedEvent } from "../../infra/local/timer.ts";
import { type TimedTask, timedTasks } from "../../shared/wiring.ts";

const tasks = Object.keys(timedTasks) as TimedTask[];
const task: TimedTask = "remind-of-tomorrow";

function aTimer(run: (event: TimedEvent) => Promise<unknown>, automatic = false) {
  const failures: [TimedTask, unknown][] = [];
  const timer = startTimer({ run, automatic, onFailure: (...failure) => failures.push(failure) });
  onTestFinished(timer.stop);
  return { ...timer, failures };
}

test("each task runs at the start and then at its own rate", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const ran: TimedTask[] = [];
  aTimer(async (event) => void ran.push(event.task), true);
  await vi.advanceTimersByTimeAsync(0);
  expect(ran.toSorted()).toEqual(tasks.toSorted());
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  for (const name of tasks) expect(ran.filter((one) => one === name)).toHaveLength(1 + Math.floor(60 / timedTasks[name]));
});

test("a task that takes longer than its rate is not started a second time", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const release = Promise.withResolvers<void>();
  let running = 0;
  aTimer(async (event) => {
    if (event.task !== task) return;
    running += 1;
    await release.promise;
  }, true);
  await vi.advanceTimersByTimeAsync(3 * timedTasks[task] * 60_000);
  expect(running).toBe(1);
  release.resolve();
});

test("fired by hand while it runs, a task runs once more after that", async () => {
  const log: string[] = [];
  const { fire } = aTimer(async () => {
    log.push("begin");
    await Promise.resolve();
    log.push("end");
  });
  await Promise.all([fire(task), fire(task)]);
  expect(log).toEqual(["begin", "end", "begin", "end"]);
});

test("who fires a task is told that it failed; the next firing is not held up", async () => {
  let tries = 0;
  const { fire } = aTimer(async () => {
    tries += 1;
    if (tries === 1) throw new Error("no table");
  });
  await expect(fire(task)).rejects.toThrow("no table");
  await expect(fire(task)).resolves.toBeUndefined();
});

test("a failure that nobody waits for is reported", async () => {
  const { failures, stop } = aTimer(() => Promise.reject(new Error("no table")), true);
  await stop();
  expect(failures.map(([name]) => name).toSorted()).toEqual(tasks.toSorted());
});
