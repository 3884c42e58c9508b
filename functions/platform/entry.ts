import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Tracer } from "@aws-lambda-powertools/tracer";
import { captureLambdaHandler } from "@aws-lambda-powertools/tracer/middleware";
import middy from "@middy/core";
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { counting } from "./metrics.ts";
import { type Change, changeOf } from "./stream-record.ts";

type Tracing = {
  /** False where requests go to strangers: their addresses stay out of our traces, and our trace ids out of their requests. */
  tracesRequests?: boolean;
};

/** Wraps a handler with what every entry has: request ids in each log line, a trace, and what is counted. */
export const entry = <Event, Answer>(
  log: Logger,
  handle: (event: Event, context: Context) => Promise<Answer>,
  { tracesRequests = true }: Tracing = {},
) =>
  middy<Event, Answer>()
    .use(injectLambdaContext(log, { resetKeys: true }))
    .use(counting)
    .use(captureLambdaHandler(new Tracer({ captureHTTPsRequests: tracesRequests }), { captureResponse: false }))
    .handler(handle);

/** Names the item that a record is about. */
const itemOf = ({ dynamodb }: DynamoDBRecord): string => `${dynamodb?.Keys?.pk?.S} ${dynamodb?.Keys?.sk?.S}`;

/**
 * A handler of table changes, one record after the other. One that fails is reported, and the stream comes again from there. Until then later
 * changes of the same item wait, so that no cancellation overtakes its booking; those of other items are held up by nothing.
 */
export const streamEntry = (log: Logger, onChange: (change: Change) => Promise<void>) => {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  return entry<DynamoDBStreamEvent, DynamoDBBatchResponse>(log, async (event, context) => {
    const stuck = new Set<string>();
    const onRecord = async (record: DynamoDBRecord): Promise<void> => {
      const item = itemOf(record);
      if (stuck.has(item)) throw new Error("An earlier change of the item comes first.");
      try {
        await onChange(changeOf(record));
      } catch (error) {
        stuck.add(item);
        log.error("change.failed", { eventId: record.eventID, error: error instanceof Error ? error.name : "unknown" });
        throw error;
      }
    };
    return processPartialResponse(event, onRecord, processor, { context, processInParallel: false, throwOnFullBatchFailure: false });
  });
};
