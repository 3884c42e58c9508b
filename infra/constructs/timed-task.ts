import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression, type ScheduleGroup, ScheduleTargetInput, TimeWindow } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { TimedTask as TaskName } from "../../shared/wiring.ts";

type TimedTaskProps = {
  readonly task: TaskName | "canary";
  readonly everyMinutes: number;
  readonly fn: IFunction;
  /** All schedules of a stage, so that what becomes of them is counted together. */
  readonly group: ScheduleGroup;
};

/** Fires one task at its rate. A firing that could not be delivered stays in a queue of its own; the next one makes up for it. */
export class TimedTask extends Construct {
  readonly failures: Queue;

  constructor(scope: Construct, id: string, { task, everyMinutes, fn, group }: TimedTaskProps) {
    super(scope, id);
    this.failures = new Queue(this, "Failures", {
      encryption: QueueEncryption.SQS_MANAGED, // holds the task's name, no personal data
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new Schedule(this, "Schedule", {
      description: `Jobstop: ${task}`,
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      timeWindow: TimeWindow.off(),
      scheduleGroup: group,
      target: new LambdaInvoke(fn, {
        input: ScheduleTargetInput.fromObject({ task }),
        deadLetterQueue: this.failures,
        retryAttempts: 2,
        maxEventAge: Duration.minutes(everyMinutes),
      }),
    });
  }
}
