import type { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { counting } from "./metrics.ts";

/**
 * Wraps a handler of requests with what every entry has (`entry.ts`) but a tracer of its own: Lambda's active tracing needs none, and X-Ray's SDK was a
 * sixth of the bundle that a seeker waits for.
 */
export const requestEntry = <Event, Answer>(log: Logger, handle: (event: Event, context: Context) => Promise<Answer>) =>
  middy<Event, Answer>()
    .use(injectLambdaContext(log, { resetKeys: true }))
    .use(counting)
    .handler(handle);
