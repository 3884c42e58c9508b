import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { aClock } from "../support/clock.ts";
import { type FunctionProcess, startFunction } from "./lambda/start-function.ts";

const now = "2026-11-23T01:00:00.000Z";
const folders: string[] = [];
const started: FunctionProcess[] = [];
afterEach(async () => {
  for (const process of started.splice(0)) await process.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A function of this code, on AWS's runtime interface client. */
const aFunction = async (code: string, timeoutSeconds = 30): Promise<FunctionProcess> => {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-function-"));
  folders.push(folder);
  writeFileSync(join(folder, "index.js"), code);
  const surroundings = {
    name: "probe",
    handler: "index.handler",
    memoryMegabytes: 128,
    settings: { SETTING: "given" },
    clock: aClock(now),
  };
  const process = await startFunction({ ...surroundings, folder, timeoutSeconds });
  started.push(process);
  return process;
};

describe("a function on AWS's runtime interface client", () => {
  test("answers, and is told who asks, until when, and what time it is here", async () => {
    const { invoke } = await aFunction(`exports.handler = async (event, context) => ({
      event, id: context.awsRequestId, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis(),
      trace: process.env._X_AMZN_TRACE_ID, setting: process.env.SETTING, home: process.env.HOME, day: new Date().toISOString().slice(0, 16),
    });`);
    expect(await invoke({ 이름: "김하늘" })).toEqual({
      ...{ event: { 이름: "김하늘" }, id: expect.stringMatching(/^[0-9a-f-]{36}$/), arn: expect.stringContaining(":function:probe") },
      ...{ trace: expect.stringContaining("Root=1-"), setting: "given", day: now.slice(0, 16) },
      left: expect.toSatisfy((left: number) => left > 0 && left <= 30_000),
    });
  });

  test.for([
    [
      "an exception of the handler",
      "exports.handler = async () => { console.log('before it'); throw new TypeError('wrong'); };",
      /threw: TypeError: wrong.*before it/s,
    ],
    [
      "a promise that nobody waited for",
      "exports.handler = () => { Promise.reject(new RangeError('late')); return new Promise(() => {}); };",
      /RangeError: late/,
    ],
    [
      "the end of the process",
      "exports.handler = async () => { console.error('last words'); process.exit(3); };",
      /ended \(3\).*last words/s,
    ],
    ["an exception as the code loads", "throw new Error('a setting is missing');", /a setting is missing/],
    ["a module that was left out", "require('hono');", /Cannot find module 'hono'/],
    ["no handler", "exports.other = 1;", /HandlerNotFound|handler is undefined/],
    ["a handler that answers by a callback", "exports.handler = (event, context, callback) => callback(null, 1);", /[Cc]allback/],
  ] as const)("shows %s as its failure", async ([, code, words]) => {
    const { invoke } = await aFunction(code);
    await expect(invoke({})).rejects.toThrow(words);
  });

  test("is ended when its time is over", async () => {
    const { invoke } = await aFunction("exports.handler = () => new Promise((resolve) => setTimeout(resolve, 60_000));", 1);
    await expect(invoke({})).rejects.toThrow(/ended \(SIGKILL\)/);
  });
});
