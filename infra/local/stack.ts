import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { feedTask, type TimedTask } from "../../shared/wiring.ts";
import { functionOf } from "../constructs/api-edge.ts";
import { startCommittedAnswers } from "./committed-answers.ts";
import { startDynamoDb } from "./dynamodb.ts";
import type { EngineName } from "./dynamodb-engines.ts";
import { functionEnvironment, localAccount, localSecrets, mailDomain, region } from "./environment.ts";
import { listFailedEvents } from "./failed-batches.ts";
import { importFunctions, type LocalFunctions } from "./functions.ts";
import { gateway } from "./gateway.ts";
import { startKms } from "./kms.ts";
import { openLan } from "./lan/lan.ts";
import { startLanes } from "./lanes.ts";
import { startMailTopic } from "./mail-topic.ts";
import type { Mailbox } from "./mailbox.ts";
import { startSes } from "./ses.ts";
import type { FaultQueue } from "./ses-faults.ts";
import { drainStream } from "./stream-drain.ts";
import { ensureTables } from "./tables.ts";
import { travelTo } from "./time-travel.ts";
import { startTimer } from "./timer.ts";

export type StackOptions = {
  /** Where everything is kept. Without it, everything is gone when the stack stops. */
  readonly dataFolder?: string | undefined;
  /** Another main table than the one of the template: one that was restored beside it. */
  readonly mainTable?: string | undefined;
  /** Port of the site; default: any free one. */
  readonly port?: number | undefined;
  /** Port of the inbox; default: any free one. */
  readonly inboxPort?: number | undefined;
  readonly engine?: EngineName | undefined;
  /** Serve phones in the same network: over HTTPS at this address of the machine, under an own authority; default: this machine only. */
  readonly lan?: { readonly address: string; readonly installPort?: number | undefined } | undefined;
  /** Instant at which the clock of the functions starts; default: now. */
  readonly now?: Date | undefined;
  /** Where the built site is; default `dist/web`. */
  readonly siteFolder?: string | undefined;
  /** Where the entries are; default `functions/entry`. */
  readonly entryFolder?: string | undefined;
  /** False: timed tasks run only when fired. Default true. */
  readonly timers?: boolean | undefined;
  /** Told about each step of the start. */
  readonly onStep?: ((words: string) => void) | undefined;
  /** Told about what went wrong behind the scenes; default: the error stream. */
  readonly onTrouble?: ((words: string, error: unknown) => void) | undefined;
};

export type Stack = {
  /** Public origin of site and API. */
  readonly origin: string;
  readonly inboxOrigin: string;
  /** In LAN mode: where phones read how to trust this machine, and what they compare. */
  readonly phones: { readonly installPage: string; readonly fingerprint: string; readonly authority: string } | undefined;
  readonly engine: EngineName;
  readonly tableName: string;
  readonly ledgerName: string;
  readonly dataFolder: string;
  readonly mailbox: Mailbox;
  readonly mailFaults: FaultQueue;
  /** Resolves when everything written so far, and what that led to, is handled by the stream's readers. */
  readonly drain: () => Promise<void>;
  /** Runs a timed task now. */
  readonly fire: (task: TimedTask) => Promise<void>;
  /** Stream events that were given up, with their payload. */
  readonly failedEvents: () => readonly DynamoDBStreamEvent[];
  /** Rejects when the database engine ends without having been asked to. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
};

const project = join(import.meta.dirname, "..", "..");

/**
 * Starts the whole product in this process: database, streams, mail, keys, timer, site and API. Since the functions read the
 * environment of the process as they are imported, a process can start it once.
 * @throws StartProblem when something is in the way that the caller can put right.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const step = options.onStep ?? (() => {});
  const onTrouble = options.onTrouble ?? ((words: string, error: unknown) => console.error(words, error));
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (let last = undo.pop(); last; last = undo.pop()) await last();
  };
  /** Notes how to undo what was just done; the last is undone first. */
  const started = <T>(part: T, undoIt: () => unknown): T => {
    undo.push(undoIt);
    return part;
  };
  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<Stack> {
    const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "jobstop-"));
    // People's data: nobody else of this machine has anything to look for in it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (options.dataFolder === undefined) started(folder, () => rmSync(folder, { recursive: true, force: true }));
    if (options.now) started(undefined, travelTo(options.now));

    const secretsFolder = join(folder, "secrets");
    const [secrets, account] = [localSecrets(secretsFolder), localAccount(secretsFolder)];
    const functions = Promise.withResolvers<LocalFunctions>();
    functions.promise.catch(() => {}); // told by startStack itself
    const lan = options.lan && (await openLan({ folder, address: options.lan.address }));
    const site = gateway({
      lan,
      invoke: async (event) => (await functions.promise)[functionOf(event.rawPath)](event),
      siteFolder: options.siteFolder ?? join(project, "dist", "web"),
      edgeSecret: secrets.edge,
      onTrouble,
    });
    // ports first: a taken one is found before anything slow is started, and the functions are told the origin
    const port = await site.open(options.port ?? 0);
    const origin = lan ? `https://${lan.address}:${port}` : `http://localhost:${port}`;
    started(site, site.close);
    const installPage = await lan?.openInstallPage(origin, options.lan?.installPort ?? 0);
    if (lan) started(lan, lan.close);
    const topic = startMailTopic({ invoke: async (event) => (await functions.promise).mailEvents(event), onTrouble });
    const ses = await startSes({ folder: join(folder, "mail"), domains: [mailDomain], port: options.inboxPort, onEvent: topic.publish });
    started(ses, ses.stop);
    const kms = await startKms({ keyFile: join(secretsFolder, "kms-master-key") });
    started(kms, kms.stop);

    step("database");
    const databaseFolder = options.dataFolder === undefined ? undefined : join(folder, "dynamodb");
    const engine = await startDynamoDb({ folder: databaseFolder, engine: options.engine, account: account.accessKeyId });
    started(engine, engine.stop);
    // In memory nothing outlives the engine, whenever it answers.
    const durable = databaseFolder === undefined ? undefined : await startCommittedAnswers(engine.endpoint);
    if (durable) started(durable, durable.stop);
    const endpoint = durable?.endpoint ?? engine.endpoint;
    const access = { endpoint, region, credentials: account };
    const db = new DynamoDBClient(access);
    started(db, () => db.destroy());
    step("tables");
    const { tableName, streamArn, ledgerName } = await ensureTables(db, { sweep: options.now === undefined, main: options.mainTable });

    step("functions");
    const endpoints = { dynamoDb: endpoint, ses: ses.origin, kms: kms.endpoint };
    const surroundings = { origin, account, tableName, ledgerName, ticketKeyId: kms.keyId, secrets, endpoints };
    Object.assign(process.env, functionEnvironment(surroundings));
    const imported = await importFunctions(options.entryFolder ?? join(project, "functions", "entry"));
    functions.resolve(imported);

    const lanes = startLanes({ access, streamArn, folder, functions: imported, onTrouble });
    started(lanes, lanes.stop);
    const timer = startTimer({
      run: (event) => (event.task === feedTask ? imported.feeds(event) : imported.timed(event)),
      onFailure: (task, error) => onTrouble(`timed task ${task}`, error),
      automatic: options.timers ?? true,
    });
    started(timer, timer.stop);
    started(site, site.close); // stopped first, so that nobody comes in while the rest goes

    return {
      origin,
      inboxOrigin: ses.origin,
      phones: lan && installPage ? { installPage, fingerprint: lan.fingerprint, authority: lan.authority } : undefined,
      engine: engine.engine,
      dataFolder: folder,
      tableName,
      ledgerName,
      mailbox: ses.mailbox,
      mailFaults: ses.faults,
      drain: async () => {
        await drainStream(db, tableName, lanes.readers);
        await topic.idle();
      },
      fire: timer.fire,
      failedEvents: () => listFailedEvents(lanes.failureFolder),
      failed: engine.failed,
      stop,
    };
  }
}
