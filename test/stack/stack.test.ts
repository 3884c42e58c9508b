import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { localAccount } from "../../infra/local/environment.ts";
import { type Stack, startStack } from "../../infra/local/stack.ts";
import { StartProblem } from "../../infra/local/start-problem.ts";
import { aFolder } from "./a-folder.ts";

const entryFolder = join(import.meta.dirname, "entries");

describe("a stack that keeps nothing", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({
      entryFolder,
      siteFolder: entryFolder,
      timers: false,
      now: new Date("2026-11-26T08:00:00+09:00"),
      onTrouble: () => {},
    });
  });
  afterAll(() => stack.stop());
  const givenUp = () => stack.failedEvents().flatMap(({ Records }) => Records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S));

  test("leads from a request over table, stream and mail to the inbox", async () => {
    expect((await fetch(`${stack.origin}/api/registrations/kim`, { method: "PUT" })).status).toBe(201);
    await stack.drain();
    expect(stack.mailbox.list({ to: "kim@example.com" })).toMatchObject([{ subject: "registered", from: "noreply@jobstop.example.com" }]);
    expect((await fetch(`${stack.inboxOrigin}/?to=kim@example.com`)).status).toBe(200);
  });

  test("runs a timed task on demand", async () => {
    await stack.fire("send-day-of-tickets");
    await stack.drain();
    expect(stack.mailbox.list({ to: "send-day-of-tickets@example.com" })).toHaveLength(1);
  });

  test("has its functions live at the travelled time", async () => {
    const answer = await fetch(`${stack.origin}/api/registrations/lee`, { method: "PUT" });
    expect(await answer.json()).toMatchObject({ now: expect.stringMatching(/^2026-11-2[56]T/) });
  });

  test("sends a mail that was throttled a moment later", async () => {
    stack.mailFaults.add({ kind: "Throttling", times: 4, to: "park@example.com" });
    await fetch(`${stack.origin}/api/registrations/park`, { method: "PUT" });
    await stack.drain();
    expect(stack.mailbox.list({ to: "park@example.com" })).toHaveLength(1);
    expect(givenUp()).not.toContain("park");
  });

  test("keeps aside a change that can never be mailed", async () => {
    stack.mailFaults.add({ kind: "MessageRejected", times: 1000, to: "choi@example.com" });
    await fetch(`${stack.origin}/api/registrations/choi`, { method: "PUT" });
    await fetch(`${stack.origin}/api/registrations/jung`, { method: "PUT" });
    await stack.drain();
    expect(stack.mailbox.list({ to: "choi@example.com" })).toEqual([]);
    expect(stack.mailbox.list({ to: "jung@example.com" })).toHaveLength(1);
    expect(givenUp()).toEqual(["choi"]);
  });

  // Amazon's engine listens on every address of the machine and cannot be told otherwise.
  test("shows its tables to nobody who does not know its access key, and its folder to nobody else of the machine", async () => {
    const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "";
    const tablesOf = async (accessKeyId: string) => {
      const db = new DynamoDBClient({ endpoint, credentials: { accessKeyId, secretAccessKey: "any" } });
      return (await db.send(new ListTablesCommand({}))).TableNames;
    };
    const { accessKeyId } = localAccount(join(stack.dataFolder, "secrets"));
    expect(accessKeyId).toMatch(/^J[0-9a-f]{32}$/);
    expect(await tablesOf(accessKeyId)).toContain(stack.tableName);
    if (stack.engine === "dynamodb-local") expect(await tablesOf("local")).toEqual([]);
    expect(statSync(stack.dataFolder).mode & 0o077).toBe(0);
  });
});

test("when its port is taken, it says so, starts nothing and leaves nothing behind", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const dataFolder = aFolder();
  const problem = await startStack({ port, dataFolder, entryFolder, siteFolder: entryFolder }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartProblem);
  expect((problem as Error).message).toContain(`Port ${port}`);
  expect((problem as Error).message).toContain("--port");
  expect(existsSync(join(dataFolder, "dynamodb"))).toBe(false);
});

/** A stack in a process of its own, on the given folder. */
async function aStackProcess(dataFolder: string): Promise<{ process: ChildProcess; origin: string; inboxOrigin: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "run-stack.ts"), dataFolder], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { process: child, ...JSON.parse(line) };
}

test("after kill -9, what was answered is still there, and what was on its way is done", async () => {
  const dataFolder = aFolder();
  const first = await aStackProcess(dataFolder);
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
  for (const name of names) {
    expect((await fetch(`${first.origin}/api/registrations/${name}`, { method: "PUT" })).status).toBe(201);
  }
  first.process.kill("SIGKILL");
  await once(first.process, "exit");

  const second = await aStackProcess(dataFolder);
  for (const name of names) {
    expect((await fetch(`${second.origin}/api/registrations/${name}`)).status, name).toBe(200);
    const { mails } = await (await fetch(`${second.inboxOrigin}/api/mails?to=${name}@example.com&wait=20`)).json();
    expect(mails.length, name).toBeGreaterThan(0);
  }
});
