import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "./folder-lock.ts";
import { StartProblem } from "./start-problem.ts";

/** Everything that the stack keeps in its data folder. */
const ours = ["checkpoints", "dynamodb", "failed-batches", "mail", "secrets", "seeded"];

/** Survives a fresh start: phones trust what is in it (`lan/authority.ts`). */
const kept = ["authority"];

/**
 * Deletes what the stack kept, and nothing else.
 * @throws StartProblem when a running stack uses the folder, or it holds something that is not ours.
 */
export async function clearDataFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const foreign = readdirSync(folder).filter((name) => !ours.includes(name) && !kept.includes(name));
  if (foreign.length > 0) {
    throw new StartProblem(
      `${folder} holds something that is not Jobstop's (${foreign[0]}): nothing was deleted. Choose another folder with --data.`,
    );
  }
  const lock = await lockFolder(join(folder, "dynamodb"));
  for (const name of ours) rmSync(join(folder, name), { recursive: true, force: true });
  lock.release();
}

/** When the demo season was put into the folder, or undefined when it never was to the end. */
export function findSeedTime(folder: string): string | undefined {
  const note = join(folder, "seeded");
  return existsSync(note) ? readFileSync(note, "utf8").trim() : undefined;
}

/** True when a first start was broken off before the demo season was whole: what is there is not worth keeping and would be put in twice. */
export const isHalfSeeded = (folder: string): boolean => existsSync(join(folder, "dynamodb")) && findSeedTime(folder) === undefined;

export function noteSeedTime(folder: string): void {
  writeFileSync(join(folder, "seeded"), `${new Date().toISOString()}\n`);
}
