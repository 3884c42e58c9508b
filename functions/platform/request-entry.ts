import type { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics } from "@aws-lambda-powertools/metrics";
import middy from "@middy/core";
import type { Context } from "aws-lambda";

const metrics = new Metrics();

/**
 * Wraps a handler of requests with what every entry has (`entry.ts`) but a tracer of its own: Lambda's active tracing needs none, and X-Ray's SDK was a
 * sixth of the bundle that a seeker waits for.
 */
export const requestEntry = <Event, Answer>(log: Logger, handle: (event: Event, context: Context) => Promise<Answer>) =>
  middy<Event, Answer>()
    .use(injectLambdaContext(log, { resetKeys: true }))
    .before(({ context }) => metrics.captureColdStartMetric(context.functionName))
    .handler(handle);
