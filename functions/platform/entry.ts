import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { Tracer } from "@aws-lambda-powertools/tracer";
import { captureLambdaHandler } from "@aws-lambda-powertools/tracer/middleware";
import middy from "@middy/core";
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { type Change, changeOf } from "./stream-record.ts";

const metrics = new Metrics();

/** Wraps a handler with what every entry has: request ids in each log line, a trace, and the count of cold starts. */
export const entry = <Event, Answer>(log: Logger, handle: (event: Event, context: Context) => Promise<Answer>) =>
  middy<Event, Answer>()
    .use(injectLambdaContext(log, { resetKeys: true }))
    .use(captureLambdaHandler(new Tracer(), { captureResponse: false }))
    .before(({ context }) => metrics.captureColdStartMetric(context.functionName))
    .handler(handle);

/**
 * A handler of table changes. Records go one after the other, since a cancellation must not overtake its booking; one that fails is reported, and
 * the stream comes again from there.
 */
export const streamEntry = (log: Logger, onChange: (change: Change) => Promise<void>) => {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  const onRecord = async (record: DynamoDBRecord): Promise<void> => {
    try {
      await onChange(changeOf(record));
    } catch (error) {
      log.error("change.failed", { eventId: record.eventID, error: error instanceof Error ? error.name : "unknown" });
      throw error;
    }
  };
  return entry<DynamoDBStreamEvent, DynamoDBBatchResponse>(log, async (event, context) =>
    processPartialResponse(event, onRecord, processor, { context, processInParallel: false, throwOnFullBatchFailure: false }),
  );
};
