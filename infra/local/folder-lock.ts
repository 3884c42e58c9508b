import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findProcess, type ProcessIdentity, stillRuns } from "./process-identity.ts";
import { StartProblem } from "./start-problem.ts";

type Holders = { readonly owner: ProcessIdentity; readonly engine?: ProcessIdentity };

export type FolderLock = {
  /** Notes the engine that works on the folder, so that a later start can end it should it outlive us. */
  readonly noteEngine: (pid: number) => void;
  readonly release: () => void;
};

/** Time for an engine to notice that its owner died, before it is ended. */
const graceMs = 2000;

/**
 * Keeps a second stack off a data folder: the engine itself does not refuse two of its kind on one folder, and the second
 * would ruin what the first writes. The lock of a dead owner is taken over; its engine is ended only if it is provably the one noted.
 * @throws StartProblem when a living process holds the folder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock.json");
  const owner = findProcess(process.pid);
  if (!owner) throw new Error("this process does not find itself");
  while (!putIfAbsent(file, { owner })) await takeOver(file, folder);
  return {
    noteEngine: (pid) => {
      const engine = findProcess(pid);
      if (engine) replace(file, { owner, engine });
    },
    release: () => rmSync(file, { force: true }),
  };
}

async function takeOver(file: string, folder: string): Promise<void> {
  const text = read(file);
  if (text === undefined) return;
  const held = parse(text);
  if (held && stillRuns(held.owner)) {
    throw new StartProblem(
      `The data folder ${folder} is in use by process ${held.owner.pid}. Stop that one, or choose another folder with --data.`,
    );
  }
  if (held?.engine) await endProvenEngine(held.engine);
  removeIfUnchanged(file, text);
}

async function endProvenEngine(engine: ProcessIdentity): Promise<void> {
  for (let waited = 0; stillRuns(engine); waited += 50) {
    if (waited === graceMs) process.kill(engine.pid, "SIGKILL");
    await wait(50);
  }
}

/** Creates the file with its content in one step, so that nobody ever reads half a lock. */
function putIfAbsent(file: string, holders: Holders): boolean {
  const draft = writeDraft(file, holders);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function replace(file: string, holders: Holders): void {
  renameSync(writeDraft(file, holders), file);
}

function writeDraft(file: string, holders: Holders): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holders));
  return draft;
}

/** Two starters may find the same dead owner; the slower one must not remove the lock that the faster one just made. */
function removeIfUnchanged(file: string, text: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== text) linkSync(aside, file);
  rmSync(aside);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parse(text: string): Holders | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
