import { Duration } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, type Function as LambdaFunction, MetricType, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { FailureStore } from "./failure-store.ts";
import { type StreamLane, streamPattern } from "./stream-lanes.ts";

type StreamConsumerProps = {
  readonly fn: LambdaFunction;
  readonly table: TableV2;
  readonly lane: StreamLane;
  readonly failures: FailureStore;
};

/** A function on the table's stream: in order, partial batches retried, bad records found by halving and then kept aside. */
export class StreamConsumer extends Construct {
  readonly mapping: EventSourceMapping;

  constructor(scope: Construct, id: string, { fn, table, lane, failures }: StreamConsumerProps) {
    super(scope, id);
    const streamArn = table.tableStreamArn;
    if (!streamArn) throw new Error("the table has no stream");
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
        resources: [streamArn],
      }),
    );
    this.mapping = new EventSourceMapping(this, "Mapping", {
      target: fn,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: lane.batchSize,
      retryAttempts: lane.retryAttempts,
      maxRecordAge: Duration.minutes(lane.maxAgeMinutes),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      onFailure: failures,
      supportS3OnFailureDestination: true,
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] }, // what it gave up is an alarm
      filters: [{ pattern: JSON.stringify(streamPattern(lane)) }],
    });
    // Lambda refuses a mapping whose role may not read the stream yet
    this.mapping.node.addDependency(fn.role as Construct);
  }
}
