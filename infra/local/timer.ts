import { type TimedTask, timedTasks } from "../../shared/wiring.ts";

/** What the scheduler hands to the handler of timed tasks, here and on AWS. */
export type TimedEvent = { readonly task: TimedTask };

export type Timer = {
  /** Runs one task now, after a run of the same task that may be under way. Rejects when the task fails. */
  readonly fire: (task: TimedTask) => Promise<void>;
  /** Fires nothing more and waits for what runs. */
  readonly stop: () => Promise<void>;
};

type TimerOptions = {
  readonly run: (event: TimedEvent) => Promise<unknown>;
  readonly onFailure: (task: TimedTask, error: unknown) => void;
  /** False: tasks run only when fired by hand. */
  readonly automatic: boolean;
};

const taskNames = Object.keys(timedTasks) as TimedTask[];

/** Stands in for EventBridge Scheduler: each task at once and then at its rate, never two runs of one task at a time. */
export function startTimer({ run, onFailure, automatic }: TimerOptions): Timer {
  const running = new Map<TimedTask, Promise<void>>();

  const fire = (task: TimedTask): Promise<void> => {
    const before = running.get(task) ?? Promise.resolve();
    const own: Promise<void> = before
      .catch(() => {}) // its caller was told
      .then(async () => {
        await run({ task });
      })
      .finally(() => {
        if (running.get(task) === own) running.delete(task);
      });
    running.set(task, own);
    return own;
  };

  const fireUnlessRunning = (task: TimedTask) => {
    if (!running.has(task)) fire(task).catch((error: unknown) => onFailure(task, error));
  };

  if (automatic) for (const task of taskNames) fireUnlessRunning(task);
  const intervals = automatic ? taskNames.map((task) => setInterval(() => fireUnlessRunning(task), timedTasks[task] * 60_000)) : [];

  return {
    fire,
    stop: async () => {
      for (const interval of intervals) clearInterval(interval);
      await Promise.allSettled(running.values());
    },
  };
}
