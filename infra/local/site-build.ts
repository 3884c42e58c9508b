import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StartProblem } from "./start-problem.ts";

const project = join(import.meta.dirname, "..", "..");

/** What the built site is made of. */
const sources = ["web", "shared", "package-lock.json"];

export const builtSite = join(project, "dist", "web");

/** Whether the site is there and nothing that it is made of changed since. */
export function isSiteCurrent(): boolean {
  const builtAtMs = statSync(join(builtSite, "index.html"), { throwIfNoEntry: false })?.mtimeMs;
  return builtAtMs !== undefined && sources.every((source) => changedAtMs(join(project, source)) <= builtAtMs);
}

/** @throws StartProblem with what the build said, when it fails. */
export async function buildSite(): Promise<void> {
  // Test runners set another one, with which the pages would not be those that are deployed.
  const env = { ...process.env, NODE_ENV: "production" };
  const build = spawn("npm", ["run", "--silent", "build"], { cwd: project, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [build.stdout, build.stderr]) stream.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  const [code] = await once(build, "close");
  if (code !== 0) throw new StartProblem(`The pages could not be built; \`npm run build\` said:\n${said.trim()}`);
}

/** When the newest file of a folder changed. */
function changedAtMs(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => changedAtMs(join(path, name))));
}
