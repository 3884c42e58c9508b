import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { functionOf } from "../../infra/constructs/api-edge.ts";
import type { EntryName } from "../../infra/constructs/function-calls.ts";
import { toGatewayEvent } from "../../infra/local/gateway-event.ts";
import { snsEvent } from "../../infra/local/mail-topic.ts";
import { type EnvName, edgeSecretHeader, envNames, feedTask } from "../../shared/wiring.ts";
import { type Backend, entryOf, type Ground } from "../support/in-process.ts";
import { allowedCalls } from "./allowed-calls.ts";
import type { BundledFunction, bundledFunctions } from "./bundled.ts";
import { type FunctionProcess, startFunction } from "./lambda/start-function.ts";
import { siteEnv } from "./lambda/wire.ts";
import { type LocalAws, startLocalAws } from "./local-aws.ts";
import { type SiteFront, startSiteFront } from "./site-front.ts";

type Answer = { statusCode: number; headers?: Record<string, string>; cookies?: string[]; body?: string; isBase64Encoded?: boolean };

/** The functions as they are deployed. */
export type Bundles = Backend & {
  invoke(entry: EntryName, event: unknown): Promise<unknown>;
  /** Walks the main job through the functions, and answers what is printed meanwhile. */
  walk(): Promise<string>;
  /** Hands a batch to a lane's function; answers the sequence numbers that it gives back. */
  batch(entry: "changes" | "sign-in-mail", records: readonly DynamoDBRecord[]): Promise<string[]>;
  /** Of each that was started, in milliseconds: until it asked for its first event, and until it had answered that. */
  starts(): ReadonlyMap<EntryName, { init: number; first: number }>;
};

/** What deployment puts in the place of references; where fonts lie beside the code, Lambda's folder is ours. */
const resolvedSettings = (
  { settings: given }: BundledFunction,
  { table, office, settings }: Ground,
  folder: string,
): Record<string, string> => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const resolved: Partial<Record<EnvName, string>> = {
    [envNames.table]: table.db.table,
    [envNames.ledger]: table.ledger.table,
    [envNames.mailConfigurationSet]: "jobstop",
    [envNames.ticketKey]: office.kms.keyId,
    [envNames.signInPepper]: settings.signInPepper,
    [envNames.ticketSealKey]: base64(settings.ticketSealKey),
    [envNames.supportSealKey]: base64(settings.supportSealKey),
    [envNames.feedSealKey]: base64(settings.feedSealKey),
    [envNames.edgeSecrets]: settings.edgeSecrets.join(","),
    [envNames.fontFolder]: folder,
  };
  const settingOf = (name: string, value: unknown): string => {
    const found = name in resolved ? resolved[name as EnvName] : value;
    if (typeof found !== "string" || found.includes("{{resolve:")) throw new Error(`${name} is a reference that nobody resolves here`);
    return found;
  };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, settingOf(name, value)]));
};

const edge = ({ settings }: Ground) => ({ name: edgeSecretHeader, value: settings.edgeSecrets[0] ?? "" });

/** What API Gateway makes of a request of the tests. */
const eventOf = (path: string, { method = "GET", headers = {}, body }: RequestInit, ground: Ground) => {
  const given = Object.fromEntries(Object.entries(headers as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value]));
  const [address, port] = (given["cloudfront-viewer-address"] ?? "198.51.100.1:50123").split(":");
  const sent = Buffer.from((body as string | undefined) ?? "");
  const request = {
    ...{ url: path, method, headers: { ...given, "content-length": String(sent.length) } },
    headersDistinct: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]])),
    socket: { remoteAddress: address, remotePort: Number(port) },
  };
  return toGatewayEvent({ request, body: sent, edgeSecret: edge(ground) });
};

const responseOf = ({ statusCode, headers, cookies = [], body, isBase64Encoded }: Answer): Response => {
  const all = new Headers(headers);
  for (const cookie of cookies) all.append("set-cookie", cookie);
  const isEmpty = statusCode === 204 || statusCode === 304;
  return new Response(isEmpty ? null : Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"), { status: statusCode, headers: all });
};

/**
 * Starts each function at its first event, and keeps it.
 *
 * @param allowedTo what the role of a function allows; as the template says, unless a test wants to see what happens otherwise
 */
export const bundledBackend = (
  { production, functions }: ReturnType<typeof bundledFunctions>,
  ground: Ground,
  allowedTo = (entry: EntryName): readonly string[] => allowedCalls(production).get(entry) ?? [],
): Bundles => {
  type Running = { process: FunctionProcess; aws: LocalAws; site: SiteFront | undefined };
  const running = new Map<EntryName, Promise<Running>>();
  const starts = new Map<EntryName, { init: number; first: number }>();

  const start = async (entry: EntryName): Promise<Running> => {
    const bundled = functions.find((one) => one.entry === entry);
    if (!bundled) throw new Error(`there is no function ${entry}`);
    const folder = bundled.copy();
    const aws = await startLocalAws(ground, allowedTo(entry));
    // It goes in by the front door, like everybody.
    const site = entry === "canary" ? await startSiteFront(request) : undefined;
    const { handler, memoryMegabytes, timeoutSeconds } = bundled;
    const settings = {
      ...resolvedSettings(bundled, ground, folder),
      ...{ AWS_ACCESS_KEY_ID: ground.table.account, AWS_SECRET_ACCESS_KEY: "local", AWS_SESSION_TOKEN: "local" },
      ...Object.fromEntries(["DYNAMODB", "SESV2", "KMS"].map((service) => [`AWS_ENDPOINT_URL_${service}`, aws.endpoint])),
      ...(site && { [siteEnv]: site.origin }),
    };
    const process = await startFunction({
      name: entry,
      folder,
      handler,
      memoryMegabytes,
      timeoutSeconds,
      settings,
      clock: ground.deps.clock,
    });
    return { process, aws, site };
  };
  const invoke: Bundles["invoke"] = async (entry, event) => {
    const began = performance.now();
    const isFirst = !running.has(entry);
    const started = running.get(entry) ?? start(entry);
    running.set(entry, started);
    const { process } = await started;
    const answer = await process.invoke(event);
    if (isFirst) starts.set(entry, { init: process.initMs(), first: performance.now() - began });
    return answer;
  };
  const batch: Bundles["batch"] = async (entry, Records) => {
    const { batchItemFailures } = (await invoke(entry, { Records })) as DynamoDBBatchResponse;
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };

  const request: Bundles["request"] = async (path, init) => {
    const event = eventOf(path, init, ground);
    return responseOf((await invoke(entryOf[functionOf(event.rawPath)], event)) as Answer);
  };

  return {
    invoke,
    batch,
    walk: async () => {
      await invoke("canary", { task: "canary" });
      return (await running.get("canary"))?.process.output() ?? "";
    },
    starts: () => starts,
    request,
    change: async (lane, record) => {
      const failures = await batch(lane === "changes" ? "changes" : "sign-in-mail", [record]);
      if (failures.length > 0) throw new Error(`${lane} gave a record back: ${JSON.stringify(record.dynamodb?.Keys)}`);
    },
    mailNews: async (message) => void (await invoke("mail-events", snsEvent(message))),
    run: async (task) => void (await invoke(task === feedTask ? "feeds" : "timed", { task })),
    close: async () => {
      for (const started of running.values()) {
        const { process, aws, site } = await started;
        await process.stop();
        await site?.stop();
        await aws.stop();
      }
    },
  };
};
