import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Engine, type EngineName, engineNames, findEngine } from "./dynamodb-engines.ts";
import { region } from "./environment.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { answers, freePort, loopback } from "./ports.ts";
import { StartProblem } from "./start-problem.ts";
import { startTied, type TiedProcess } from "./tied-process.ts";

export type DynamoDbOptions = {
  /** Where data are kept; without it they live in memory. */
  readonly folder?: string | undefined;
  /** Default: the environment's JOBSTOP_ENGINE, else Amazon's engine, else dynoxide where Java is missing. */
  readonly engine?: EngineName | undefined;
  /** Access key whose tables are those of a folder from the time when all keys shared them. */
  readonly account?: string | undefined;
  /** Start quickly rather than become fast. Default: in memory, which means a test. */
  readonly isBrief?: boolean;
};

export type DynamoDb = {
  readonly engine: EngineName;
  readonly endpoint: string;
  /** Rejects when the engine ends without having been asked to. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
};

/** A loaded machine needs up to 12 s for the JVM; beyond this something is wrong. */
const startLimitMs = 60_000;
/** A free port can be lost to somebody else between being found and being used. */
const portTries = 3;

/**
 * Starts a DynamoDB engine on a free port. It ends with this process, however that ends.
 * @throws StartProblem when no engine runs here, the folder is in use, or it was written by the other engine.
 */
export async function startDynamoDb(options: DynamoDbOptions = {}): Promise<DynamoDb> {
  const { folder } = options;
  const lock = folder === undefined ? undefined : await lockFolder(folder);
  try {
    const engine = findEngine(options.engine ?? engineOfEnvironment() ?? engineOfFolder(folder));
    if (folder !== undefined) noteEngineOfFolder(folder, engine.name);
    if (folder !== undefined && options.account) adoptSharedTables(folder, options.account);
    const { port, child } = await startOnFreePort(engine, folder, options.isBrief ?? folder === undefined);
    lock?.noteEngine(child.pid);
    return {
      engine: engine.name,
      endpoint: `http://${loopback}:${port}`,
      failed: child.failed,
      stop: () => stopAndRelease(child, lock),
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function startOnFreePort(engine: Engine, folder: string | undefined, isBrief: boolean) {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const child = await startTied(engine.command, engine.args(port, folder, isBrief), engine.workingFolder);
    try {
      await Promise.race([untilAnswers(port, engine.name), child.failed]);
      return { port, child };
    } catch (error) {
      await child.stop();
      if (error instanceof StartProblem || tries === portTries) throw error;
    }
  }
}

async function untilAnswers(port: number, name: EngineName): Promise<void> {
  const startedMs = performance.now();
  while (!(await answers(port))) {
    if (performance.now() - startedMs > startLimitMs) {
      throw new StartProblem(`The DynamoDB engine (${name}) did not answer within ${startLimitMs / 1000} s. Is the machine out of memory?`);
    }
    await wait(20);
  }
}

async function stopAndRelease(child: TiedProcess, lock: FolderLock | undefined): Promise<void> {
  await child.stop();
  lock?.release();
}

function engineOfEnvironment(): EngineName | undefined {
  const asked = process.env.JOBSTOP_ENGINE;
  if (!asked) return undefined;
  const engine = engineNames.find((name) => name === asked);
  if (!engine) throw new StartProblem(`JOBSTOP_ENGINE is "${asked}": choose ${engineNames.join(" or ")}.`);
  return engine;
}

/** Each engine has a file format of its own: the other one would start empty and look as if all data were lost. */
function engineOfFolder(folder: string | undefined): EngineName | undefined {
  if (folder === undefined) return undefined;
  const note = join(folder, "engine");
  if (!existsSync(note)) return undefined;
  const written = readFileSync(note, "utf8").trim();
  return engineNames.find((name) => name === written);
}

/** The engine keeps a file for each access key and region; before, one for all. */
function adoptSharedTables(folder: string, account: string): void {
  const shared = join(folder, "shared-local-instance.db");
  if (existsSync(shared)) renameSync(shared, join(folder, `${account}_${region}.db`));
}

function noteEngineOfFolder(folder: string, name: EngineName): void {
  const before = engineOfFolder(folder);
  if (before !== undefined && before !== name) {
    throw new StartProblem(
      `The data in ${folder} were written by the engine ${before}, not ${name}: use that one, or start anew with --fresh.`,
    );
  }
  writeFileSync(join(folder, "engine"), `${name}\n`);
}
