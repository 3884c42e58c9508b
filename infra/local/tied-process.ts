import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs in `sh`: a watcher reads a pipe that only our process holds open, and ends the program when the pipe closes, which
 * the kernel does even after kill -9. `exec` makes the program take over the shell's process id, which is what `$$` names.
 */
const tie = 'exec 3<&0; (read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 & exec "$@" </dev/null 3<&-';

export type TiedProcess = {
  readonly pid: number;
  /** Rejects when the program ends without having been asked to, with the end of what it wrote to its error stream. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a program that cannot outlive this process. It gets a process group of its own, so that Ctrl-C reaches us only
 * and we end it when nobody needs it any more.
 */
export async function startTied(command: string, args: readonly string[], folder: string): Promise<TiedProcess> {
  const child = spawn("/bin/sh", ["-c", tie, "tied", command, ...args], {
    cwd: folder,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  await once(child, "spawn");
  child.stdin.on("error", () => {}); // the watcher is gone together with the program: nothing is left to tell
  const lastWords = collectEnd(child);
  let stopping = false;
  const failed = new Promise<never>((_, reject) => {
    child.once("exit", (code, signal) => {
      child.stdin.end();
      if (!stopping) reject(new Error(`${command} ended (${signal ?? code}): ${lastWords()}`));
    });
  });
  failed.catch(() => {}); // whoever waits for the program sees it; an unwatched end shows at its next use
  return {
    pid: child.pid as number,
    failed,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** Characters of the error stream kept for a failure's message. */
const kept = 2000;

function collectEnd(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-kept);
  });
  return () => text.trim();
}
