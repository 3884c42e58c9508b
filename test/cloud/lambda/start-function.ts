import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Clock } from "../../../functions/platform/clock.ts";
import { startRuntimeApi } from "./runtime-api.ts";
import { startedAtEnv } from "./wire.ts";

export type FunctionProcess = {
  /** What the handler answers; rejects with what it threw, or with the output of a process that died. */
  invoke(event: unknown): Promise<unknown>;
  /** Milliseconds from the start of the process to its first question for an event. */
  readonly initMs: () => number;
  /** What it has printed, as CloudWatch would read it; the last of it. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

type Started = {
  readonly name: string;
  /** The code, as it is uploaded, and nothing else. */
  readonly folder: string;
  /** As the template names it. */
  readonly handler: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** What the template says, with its references resolved, and where AWS is. */
  readonly settings: Readonly<Record<string, string>>;
  readonly clock: Clock;
};

const client = dirname(createRequire(import.meta.url).resolve("aws-lambda-ric/package.json"));
const preload = join(import.meta.dirname, "preload.ts");

/**
 * A process as Lambda starts it for a function, under AWS's own runtime interface client. It sees what is in its folder and in its environment, and nothing of
 * the project.
 */
export const startFunction = async ({
  name,
  folder,
  handler,
  memoryMegabytes,
  timeoutSeconds,
  settings,
  clock,
}: Started): Promise<FunctionProcess> => {
  const api = await startRuntimeApi(name, clock, timeoutSeconds);
  const began = performance.now();
  let initMs = 0;
  api.ready.then(
    () => {
      initMs = performance.now() - began;
    },
    () => {},
  );
  const options = [`--max-old-space-size=${memoryMegabytes}`, "--import", preload];
  const child = spawn(process.execPath, [...options, join(client, "index.mjs"), handler], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...{ PATH: "/usr/bin:/bin", LANG: "en_US.UTF-8", TZ: ":UTC" },
      ...{ LAMBDA_TASK_ROOT: folder, LAMBDA_RUNTIME_DIR: client, _HANDLER: handler, AWS_LAMBDA_RUNTIME_API: api.address },
      ...{ AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x", AWS_REGION: "ap-northeast-2", AWS_DEFAULT_REGION: "ap-northeast-2" },
      ...{
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
      },
      ...{
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: "local",
        AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
      },
      ...settings,
      [startedAtEnv]: clock.now(),
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      output = (output + part).slice(-8000);
    });
  child.once("close", (code, signal) => api.fail(new Error(`${name} ended (${signal ?? code}):\n${output}`)));
  return {
    invoke: async (event) => {
      const late = setTimeout(() => child.kill("SIGKILL"), timeoutSeconds * 1000);
      try {
        return await api.invoke(event);
      } catch (error) {
        throw new Error(`${(error as Error).message}\nIts output: ${output}`, { cause: error });
      } finally {
        clearTimeout(late);
      }
    },
    initMs: () => initMs,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "exit");
        child.kill("SIGKILL");
        await gone;
      }
      await api.stop();
    },
  };
};
