import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { type DynamoDbOptions, startDynamoDb } from "../../infra/local/dynamodb.ts";
import { engineNames, findEngine } from "../../infra/local/dynamodb-engines.ts";
import { lockFolder } from "../../infra/local/folder-lock.ts";
import { findProcess, stillRuns } from "../../infra/local/process-identity.ts";
import { StartProblem } from "../../infra/local/start-problem.ts";
import { ensureTables, tableDefinitions } from "../../infra/local/tables.ts";
import { ledgerShape, tableShape } from "../../shared/wiring.ts";
import { aFolder } from "./a-folder.ts";

/** Engines that this machine can run: both on Linux with Java. */
const engines = engineNames.filter((name) => {
  try {
    return findEngine(name).name === name;
  } catch {
    return false;
  }
});

async function anEngine(options: DynamoDbOptions) {
  const engine = await startDynamoDb(options);
  onTestFinished(engine.stop);
  return { ...engine, db: new DynamoDBClient({ endpoint: engine.endpoint }) };
}

describe.for(engines)("the engine %s", (engine) => {
  test("keeps its tables in a folder that is free for the next only when it is stopped, and says so when it ends by itself", async () => {
    vi.stubEnv("JOBSTOP_ENGINE", "");
    onTestFinished(() => void vi.unstubAllEnvs());
    const folder = aFolder();
    const first = await anEngine({ engine, folder });
    const tables = await ensureTables(first.db, { sweep: true });
    const problem = await startDynamoDb({ engine, folder }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect((problem as Error).message).toContain(`in use by process ${process.pid}`);
    await first.stop();

    const second = await anEngine({ folder });
    expect(second.engine).toBe(engine); // the folder remembers who wrote it
    expect((await second.db.send(new ListTablesCommand({}))).TableNames?.sort()).toEqual([tables.ledgerName, tables.tableName].sort());
    expect(await ensureTables(second.db, { sweep: false })).toEqual(tables);
    const { engine: noted } = JSON.parse(readFileSync(join(folder, "lock.json"), "utf8"));
    process.kill(noted.pid, "SIGKILL");
    await expect(second.failed).rejects.toThrow("SIGKILL");
  });
});

/** Where there is no Java there is no such engine, and no such folder. */
test.skipIf(!engines.includes("dynamodb-local"))(
  "Amazon's engine finds what was kept when all access keys shared their tables",
  async () => {
    const folder = aFolder();
    const before = await anEngine({ engine: "dynamodb-local", folder });
    const tables = await ensureTables(before.db, { sweep: true });
    await before.stop();
    renameSync(join(folder, "local_ap-northeast-2.db"), join(folder, "shared-local-instance.db"));
    const after = await anEngine({ folder, account: "Jabc" });
    const db = new DynamoDBClient({ endpoint: after.endpoint, credentials: { accessKeyId: "Jabc", secretAccessKey: "any" } });
    expect((await db.send(new ListTablesCommand({}))).TableNames?.sort()).toEqual([tables.ledgerName, tables.tableName].sort());
  },
);

test("a folder is not opened by another engine than the one that wrote it", async () => {
  const folder = aFolder();
  const [first, second] = engineNames;
  writeFileSync(join(folder, "engine"), `${first}\n`);
  await expect(startDynamoDb({ engine: second, folder })).rejects.toThrow(/written by the engine .*--fresh/);
});

test("an unknown engine in the environment is named, with the choices", async () => {
  vi.stubEnv("JOBSTOP_ENGINE", "sqlite");
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(startDynamoDb()).rejects.toThrow('JOBSTOP_ENGINE is "sqlite": choose dynamodb-local or dynoxide.');
});

test("without Java, who asks for Amazon's engine is told what to install", () => {
  vi.stubEnv("JAVA_HOME", "/nowhere");
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => findEngine("dynamodb-local")).toThrow(/install Java 17/);
});

describe("the lock of a folder", () => {
  /** A process that would run for an hour. */
  const aProcess = async () => {
    const child = spawn("sleep", ["3600"], { stdio: "ignore" });
    await once(child, "spawn");
    onTestFinished(() => void child.kill("SIGKILL"));
    const identity = findProcess(child.pid ?? 0);
    if (!identity) throw new Error("the process was not found");
    return { child, identity };
  };
  const gone = { pid: 1, startedAt: "long ago" };
  const aLockOf = (holders: object) => {
    const folder = aFolder();
    writeFileSync(join(folder, "lock.json"), JSON.stringify(holders));
    return folder;
  };

  test("of a dead owner is taken over, and its engine ended", async () => {
    const { child, identity } = await aProcess();
    const exit = once(child, "exit");
    await lockFolder(aLockOf({ owner: gone, engine: identity }));
    expect((await exit)[1]).toBe("SIGKILL");
  });

  test("of a dead owner is taken over, but a process that only has the engine's number is left alone", async () => {
    const { identity } = await aProcess();
    await lockFolder(aLockOf({ owner: gone, engine: { ...identity, startedAt: "long ago" } }));
    expect(stillRuns(identity)).toBe(true);
  });

  test("of a living owner is respected", async () => {
    const { identity } = await aProcess();
    await expect(lockFolder(aLockOf({ owner: identity }))).rejects.toThrow(`in use by process ${identity.pid}`);
  });

  test("that was left half written counts for nothing", async () => {
    const folder = aFolder();
    writeFileSync(join(folder, "lock.json"), '{"owner":');
    await expect(lockFolder(folder)).resolves.toBeDefined();
  });

  test("goes to one only, of many who find the owner dead", async () => {
    const folder = aLockOf({ owner: gone });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is free again after its release", async () => {
    const folder = join(aFolder(), "new");
    mkdirSync(folder);
    (await lockFolder(folder)).release();
    await expect(lockFolder(folder)).resolves.toBeDefined();
  });
});

describe("the tables", () => {
  test("are what the CDK template says: the main one with keys, index and stream, the ledger with its indexes and without a stream", () => {
    const {
      main: { create, timeToLive },
      ledger,
    } = tableDefinitions();
    expect(ledger.timeToLive).toBe(ledgerShape.timeToLive);
    expect(ledger.create.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual([...ledgerShape.indexes]);
    expect(ledger.create).not.toHaveProperty("StreamSpecification");
    expect(timeToLive).toBe(tableShape.timeToLive);
    expect(create).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: tableShape.partitionKey, KeyType: "HASH" },
        { AttributeName: tableShape.sortKey, KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [{ IndexName: tableShape.index.name, Projection: { ProjectionType: "ALL" } }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
  });

  test("are made once; sweeping is switched on and off as the clock needs it", async () => {
    const db = new DynamoDBClient({ endpoint: inject("dynamodbEndpoint") });
    const made = await ensureTables(db, { sweep: true });
    for (const sweep of [true, false, false, true]) expect(await ensureTables(db, { sweep })).toEqual(made);
  });
});
