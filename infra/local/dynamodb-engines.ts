import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartProblem } from "./start-problem.ts";

/** `dynamodb-local` is Amazon's own engine and the reference; `dynoxide` needs no Java and starts at once. */
export const engineNames = ["dynamodb-local", "dynoxide"] as const;
export type EngineName = (typeof engineNames)[number];

/** How to run an engine; without a folder it keeps everything in memory. */
export type Engine = {
  readonly name: EngineName;
  readonly command: string;
  readonly workingFolder: string;
  /** `isBrief`: it is to start quickly rather than to become fast. */
  readonly args: (port: number, folder: string | undefined, isBrief: boolean) => readonly string[];
};

const require = createRequire(import.meta.url);

/** Oldest Java that runs DynamoDB Local. */
const oldestJava = 17;

/**
 * The engine asked for, or the best one that this machine can run.
 * @throws StartProblem when there is none.
 */
export function findEngine(asked: EngineName | undefined): Engine {
  const engine =
    asked === "dynoxide" ? findDynoxide() : asked === "dynamodb-local" ? findDynamoDbLocal() : (findDynamoDbLocal() ?? findDynoxide());
  if (engine) return engine;
  throw new StartProblem(
    asked === "dynoxide"
      ? "The dynoxide engine is not installed: it exists for Linux on x64 only, and `npm ci` must not omit optional packages."
      : `No DynamoDB engine runs here: install Java ${oldestJava} or later (Debian: apt-get install openjdk-17-jre-headless), then run \`npm ci\` again.`,
  );
}

function findDynamoDbLocal(): Engine | undefined {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
  const manifest = resolve("amplify-dynamodb-simulator/package.json");
  if (!manifest || !runsOldestJava(java)) return undefined;
  const workingFolder = join(dirname(manifest), "emulator");
  return {
    name: "dynamodb-local",
    command: java,
    workingFolder,
    args: (port, folder, isBrief) => [
      "-Xmx512m",
      "-XX:+UseSerialGC",
      // without the optimising compiler
      ...(isBrief ? ["-XX:TieredStopAtLevel=1"] : []),
      `-Djava.library.path=${join(workingFolder, "DynamoDBLocal_lib")}`,
      "-jar",
      join(workingFolder, "DynamoDBLocal.jar"),
      "-port",
      String(port),
      "-disableTelemetry",
      ...(folder === undefined ? ["-inMemory"] : ["-dbPath", folder]),
    ],
  };
}

function findDynoxide(): Engine | undefined {
  const command = resolve("@dynoxide/linux-x64/dynoxide");
  if (!command) return undefined;
  return {
    name: "dynoxide",
    command,
    workingFolder: dirname(command),
    args: (port, folder) => ["--port", String(port), ...(folder === undefined ? [] : ["--db-path", join(folder, "dynoxide.db")])],
  };
}

function resolve(specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
}

function runsOldestJava(java: string): boolean {
  const { stderr } = spawnSync(java, ["-version"], { encoding: "utf8" });
  const version = /version "(\d+)/.exec(stderr ?? "");
  return version !== null && Number(version[1]) >= oldestJava;
}
