import { spawn } from "node:child_process";
import { dirname } from "node:path";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { localAccount } from "./bench-table.ts";
import type { Bundle } from "./bundles.ts";

/** What both kinds of child begin with: an invocation as Lambda makes it. CommonJS, so that nothing of Node is loaded that the bundle does not load. */
const prelude = `
const { readFileSync, writeSync } = require("node:fs");
const { bundle, events, warmUps } = JSON.parse(readFileSync(0, "utf8"));
const context = {
  functionName: "api", functionVersion: "$LATEST", invokedFunctionArn: "arn:aws:lambda:ap-northeast-2:000000000000:function:api",
  memoryLimitInMB: "1024", awsRequestId: "bench", logGroupName: "bench", logStreamName: "bench", getRemainingTimeInMillis: () => 10000,
};
const invoke = async (handler, event) => {
  const { statusCode, body } = await handler(event, context);
  if (statusCode !== 201) throw new Error(statusCode + " " + body);
};
const microseconds = ({ user, system }) => user + system;
const tell = (value) => { writeSync(3, String(value)); process.exit(0); };
`;

/** CPU from the first line of the bundle to the end of the first booking, microseconds. */
export const coldStart = `${prelude}
(async () => {
  const before = process.cpuUsage();
  const { handler } = require(bundle);
  await invoke(handler, events[0]);
  tell(microseconds(process.cpuUsage(before)));
})();
`;

/** CPU of a booking in a process that has made many, microseconds. */
export const warmBookings = `${prelude}
(async () => {
  const { handler } = require(bundle);
  for (const event of events.slice(0, warmUps)) await invoke(handler, event);
  const measured = events.slice(warmUps);
  const before = process.cpuUsage();
  for (const event of measured) await invoke(handler, event);
  tell(microseconds(process.cpuUsage(before)) / measured.length);
})();
`;

type Run = { bundle: Bundle; events: readonly APIGatewayProxyEventV2[]; warmUps?: number; env: Record<string, string> };

/** Runs a script on a bundle in a process of its own, with the environment that Lambda would give it; answers the number it tells. */
export const measureInChild = (script: string, { bundle, events, warmUps = 0, env }: Run): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["-e", script], {
      cwd: dirname(bundle.file),
      // logs are written, and nobody reads them
      stdio: ["pipe", "ignore", "pipe", "pipe"],
      env: {
        ...localAccount,
        NODE_OPTIONS: "--enable-source-maps",
        POWERTOOLS_SERVICE_NAME: "jobstop",
        POWERTOOLS_METRICS_NAMESPACE: "Jobstop",
        AWS_LAMBDA_FUNCTION_NAME: "api",
        TZ: "UTC",
        ...env,
      },
    });
    let told = "";
    let complaint = "";
    child.stdio[3]?.on("data", (part) => {
      told += part;
    });
    child.stderr?.on("data", (part) => {
      complaint += part;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 && told ? resolve(Number(told)) : reject(new Error(`The child ended with ${code}: ${complaint}`)),
    );
    child.stdin?.end(JSON.stringify({ bundle: bundle.file, events, warmUps }));
  });

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
