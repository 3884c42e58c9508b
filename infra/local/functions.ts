import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { APIGatewayProxyEventV2, Context, DynamoDBBatchResponse, DynamoDBStreamEvent, SNSEvent } from "aws-lambda";
import { lambdaContext } from "./lambda-context.ts";
import type { TimedEvent } from "./timer.ts";

/** The functions by the names of their entry files. */
export type LocalFunctions = {
  readonly api: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  readonly secondStep: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  readonly office: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  readonly papers: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  readonly changes: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;
  readonly signInMail: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;
  readonly timed: (event: TimedEvent) => Promise<unknown>;
  readonly feeds: (event: TimedEvent) => Promise<unknown>;
  readonly mailEvents: (event: SNSEvent) => Promise<unknown>;
};

type Handler = (event: never, context: Context) => Promise<unknown>;

const timeoutMs = 30_000;

/**
 * Imports the entries, which read the environment as they load. One process can do so once: modules are kept.
 * @param folder that holds `api.lambda.ts` and the others.
 */
export async function importFunctions(folder: string): Promise<LocalFunctions> {
  const load = async (name: string) => onWire(name, (await import(pathToFileURL(join(folder, `${name}.lambda.ts`)).href)).handler);
  const names = ["api", "second-step", "office", "papers", "changes", "sign-in-mail", "timed", "feeds", "mail-events"];
  const [api, secondStep, office, papers, changes, signInMail, timed, feeds, mailEvents] = await Promise.all(names.map(load));
  return { api, secondStep, office, papers, changes, signInMail, timed, feeds, mailEvents } as LocalFunctions;
}

/** Between Lambda and its caller travels JSON: what does not survive that here would not survive it there. */
function onWire(name: string, handler: Handler): (event: unknown) => Promise<unknown> {
  return async (event) => {
    const returned = await handler(JSON.parse(JSON.stringify(event)) as never, lambdaContext(name, timeoutMs));
    return returned === undefined ? undefined : JSON.parse(JSON.stringify(returned));
  };
}
