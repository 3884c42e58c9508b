import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** A process id together with when that process started: ids are used again, the pair is not. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

/** The process that has this id now, or undefined when there is none. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  try {
    return { pid, startedAt: existsSync("/proc/self/stat") ? startTickOnLinux(pid) : startTimeByPs(pid) };
  } catch {
    return undefined;
  }
}

/** Whether the very process that was noted, and not a later one with its id, still runs. */
export function stillRuns(noted: ProcessIdentity): boolean {
  return findProcess(noted.pid)?.startedAt === noted.startedAt;
}

function startTickOnLinux(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // proc(5): field 2 is the name in parentheses and may hold spaces; field 3 is the state, field 22 the start in ticks since boot
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z") throw new Error("a zombie no longer runs");
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
}

function startTimeByPs(pid: number): string {
  return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
}
