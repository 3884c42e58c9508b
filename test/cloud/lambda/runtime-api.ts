import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Clock } from "../../../functions/platform/clock.ts";
import { listen, loopback } from "../../../infra/local/ports.ts";
import { nowHeader } from "./wire.ts";

type Job = { id: string; event: unknown; resolve: (answer: unknown) => void; reject: (error: Error) => void };

/** What a runtime tells of an exception: the handler's, or that of the code around it as it loads. */
type ToldError = { errorType?: string; errorMessage?: string; trace?: string[] };
const errorOf = ({ errorType = "Error", errorMessage = "", trace = [] }: ToldError, when: string): Error =>
  new Error([`${when}: ${errorType}: ${errorMessage}`, ...trace].join("\n"));

export type RuntimeApi = {
  /** Host and port. */
  readonly address: string;
  invoke(event: unknown): Promise<unknown>;
  /** Everything that waits fails, and everything that comes. */
  fail(error: Error): void;
  /** Resolves when the runtime has loaded the handler, and asks for its first event; rejects when it could not. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
};

/** Lambda's Runtime API of one environment, which has one event at a time ("Using the Lambda runtime API", 2018-06-01). */
export const startRuntimeApi = async (name: string, clock: Clock, timeoutSeconds: number): Promise<RuntimeApi> => {
  const queue: Job[] = [];
  const running = new Map<string, Job>();
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => {}); // whoever invokes hears of it, too
  let waiting: ServerResponse | undefined;
  let dead: Error | undefined;

  const give = (): void => {
    const job = waiting && queue.shift();
    if (!waiting || !job) return;
    running.set(job.id, job);
    const now = clock.now();
    waiting.writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": job.id,
      "lambda-runtime-deadline-ms": String(Date.parse(now) + timeoutSeconds * 1000),
      "lambda-runtime-invoked-function-arn": `arn:aws:lambda:ap-northeast-2:000000000000:function:${name}`,
      "lambda-runtime-trace-id": "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0",
      [nowHeader]: now,
    });
    waiting.end(JSON.stringify(job.event));
    waiting = undefined;
  };
  const fail = (error: Error): void => {
    dead ??= error;
    ready.reject(dead);
    for (const { reject } of [...queue.splice(0), ...running.values()]) reject(dead);
    running.clear();
  };

  const server = createServer(async (asked, answer) => {
    const body = await text(asked);
    const [, what = "", id = "", kind] =
      /^\/2018-06-01\/runtime\/(invocation\/next|init\/error|invocation\/([^/]+)\/(response|error))$/.exec(asked.url ?? "") ?? [];
    if (what === "invocation/next") {
      waiting = answer;
      ready.resolve();
      return give();
    }
    answer.writeHead(what ? 202 : 404, { "content-type": "application/json" }).end('{"status":"OK"}');
    if (what === "init/error") return fail(errorOf(JSON.parse(body), `${name} did not start`));
    const job = running.get(id);
    running.delete(id);
    if (kind === "response") job?.resolve(JSON.parse(body));
    if (kind === "error") job?.reject(errorOf(JSON.parse(body), `${name} threw`));
  });
  const port = await listen(server, 0, "Lambda");
  return {
    address: `${loopback}:${port}`,
    invoke: (event) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead);
        queue.push({ id: randomUUID(), event, resolve, reject });
        give();
      }),
    fail,
    ready: ready.promise,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
