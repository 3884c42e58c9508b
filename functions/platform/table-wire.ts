import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type {
  BatchGetItemInput,
  BatchGetItemOutput,
  DeleteItemInput,
  DeleteItemOutput,
  GetItemInput,
  GetItemOutput,
  PutItemInput,
  PutItemOutput,
  QueryInput,
  QueryOutput,
  TransactWriteItemsInput,
  TransactWriteItemsOutput,
  UpdateItemInput,
  UpdateItemOutput,
} from "@aws-sdk/client-dynamodb";
import { isThrottlingError, isTransientError, StandardRetryStrategy } from "@smithy/core/retry";
import { Hash } from "@smithy/core/serde";
import { SignatureV4 } from "@smithy/signature-v4";
import { readWireJson, wireJson } from "./wire-json.ts";

/** What we ask of the table, with everything as it goes over the wire. */
export type Operations = {
  GetItem: [input: GetItemInput, output: GetItemOutput];
  BatchGetItem: [input: BatchGetItemInput, output: BatchGetItemOutput];
  Query: [input: QueryInput, output: QueryOutput];
  PutItem: [input: PutItemInput, output: PutItemOutput];
  UpdateItem: [input: UpdateItemInput, output: UpdateItemOutput];
  DeleteItem: [input: DeleteItemInput, output: DeleteItemOutput];
  TransactWriteItems: [input: TransactWriteItemsInput, output: TransactWriteItemsOutput];
};
export type Operation = keyof Operations;

/** Asks the table for one thing; throws `TableError` when it refuses, and what Node throws when it is not reached. */
export type Ask = <Name extends Operation>(operation: Name, input: Operations[Name][0]) => Promise<Operations[Name][1]>;

type Reason = { Code?: string; Item?: NonNullable<GetItemOutput["Item"]> };

/** The table said no. `name` is DynamoDB's name for it. */
export class TableError extends Error {
  /** Of a transaction that was cancelled: one for each write, in their order. */
  readonly reasons: readonly Reason[];
  /** As the SDK's rules for repeating a request want it. */
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, message: string, status: number, reasons: readonly Reason[] = []) {
    super(message);
    this.name = name;
    this.reasons = reasons;
    this.$metadata = { httpStatusCode: status };
  }
}

/** Whether the condition of a single write did not hold. */
export const isConditionFailed = (error: unknown): boolean =>
  error instanceof TableError && error.name === "ConditionalCheckFailedException";

type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
/** Carries one signed request there and its answer back. */
export type Transport = (sent: Sent) => Promise<{ status: number; body: string }>;

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
/** Where the table is, and who asks. */
export type TableAddress = { region: string; endpoint: URL; credentials: () => Promise<Credentials> };

/** Without an answer in this time the request is sent again; the table answers within some hundredths of it. */
const answerWithinMs = 5_000;
/** As the SDK has it for DynamoDB. */
export const mostAttempts = 4;
const retries = { maxAttempts: mostAttempts, baseDelay: 25 };
const mostSockets = 50;

const timedOut = (): Error => Object.assign(new Error(`The table did not answer within ${answerWithinMs} ms.`), { name: "TimeoutError" });

/** Over HTTP, on connections that stay open. */
export const overHttp = (endpoint: URL): Transport => {
  const isSecure = endpoint.protocol === "https:";
  const request = isSecure ? httpsRequest : httpRequest;
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: mostSockets });
  const { hostname, port } = endpoint;
  return ({ headers, body }) =>
    new Promise((resolve, reject) => {
      const asked = request({ agent, hostname, port, method: "POST", path: "/", headers, timeout: answerWithinMs }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }));
      });
      asked.on("timeout", () => asked.destroy(timedOut()));
      asked.on("error", reject);
      asked.end(body);
    });
};

const refusalOf = (status: number, body: string): TableError => {
  let told: { __type?: string; message?: string; Message?: string; CancellationReasons?: Reason[] } = {};
  try {
    told = readWireJson(body);
  } catch {
    // something between us and the table answered in its place
  }
  const name = told.__type?.split("#").at(-1) ?? "UnknownError";
  return new TableError(name, told.message ?? told.Message ?? `The table answered with ${status}.`, status, told.CancellationReasons);
};

type RetryRules = ConstructorParameters<typeof StandardRetryStrategy>[0];
/** How long to wait before a request is repeated: the SDK's rule, if none is given. */
export type Backoff = NonNullable<Extract<RetryRules, object>["backoff"]>;

type SdkError = Parameters<typeof isTransientError>[0];
const kindOf = (error: SdkError) => {
  if (isThrottlingError(error)) return "THROTTLING";
  return isTransientError(error) ? "TRANSIENT" : "CLIENT_ERROR";
};

/**
 * A way to DynamoDB made of the SDK's own signer and its own rules for repeating a request, without the SDK's client around them, which takes more CPU
 * than everything else that a booking does (`docs/DECISIONS.md`). A request that is repeated is the same request: a transaction's token makes it one.
 */
export const openWire = (
  { region, endpoint, credentials }: TableAddress,
  carry: Transport = overHttp(endpoint),
  backoff?: Backoff,
): Ask => {
  const signer = new SignatureV4({ service: "dynamodb", region, credentials, sha256: Hash.bind(null, "sha256"), applyChecksum: false });
  const strategy = new StandardRetryStrategy({ ...retries, ...(backoff && { backoff }) });

  const once = async (operation: Operation, body: string): Promise<string> => {
    const { headers } = await signer.sign({
      method: "POST",
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: "/",
      query: {},
      headers: {
        host: endpoint.host,
        "content-type": "application/x-amz-json-1.0",
        "content-length": String(Buffer.byteLength(body)),
        "x-amz-target": `DynamoDB_20120810.${operation}`,
      },
      body,
    });
    const answer = await carry({ headers, body });
    if (answer.status !== 200) throw refusalOf(answer.status, answer.body);
    return answer.body;
  };

  return async (operation, input) => {
    const body = wireJson(input);
    let token = await strategy.acquireInitialRetryToken("");
    for (;;) {
      try {
        const answer = await once(operation, body);
        strategy.recordSuccess(token);
        return readWireJson(answer);
      } catch (error) {
        const next = await strategy.refreshRetryTokenForRetry(token, { errorType: kindOf(error as SdkError) }).catch(() => undefined);
        if (!next) throw error;
        token = next;
      }
    }
  };
};
