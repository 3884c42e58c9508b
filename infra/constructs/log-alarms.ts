import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { AlarmTopic } from "./alarm-topic.ts";

const namespace = "Jobstop";

type Lines = { readonly metricName: string; readonly message: string; readonly logs: Readonly<Record<string, LogGroup>> };

/** Lines of a message in any of the logs, in five minutes. */
export const logLines = (scope: Construct, { metricName, message, logs }: Lines): Metric => {
  for (const [name, logGroup] of Object.entries(logs))
    new MetricFilter(scope, `${metricName}In${name}`, {
      logGroup,
      filterPattern: FilterPattern.stringValue("$.message", "=", message),
      metricNamespace: namespace,
      metricName,
      metricValue: "1",
    });
  return new Metric({ namespace, metricName, statistic: "Sum", period: Duration.minutes(5) });
};

type AlarmWish = {
  /** Heading in `infra/RUNBOOK.md`. */
  readonly name: string;
  readonly words: string;
  readonly metric: Metric;
  readonly atLeast: number;
  readonly alarms: AlarmTopic;
};

/** An alarm that tells whoever runs the deployment, and where to read what to do. */
export const alarmFrom = (scope: Construct, { name, words, metric, atLeast, alarms }: AlarmWish): void =>
  alarms.tell(
    new Alarm(scope, name, {
      alarmDescription: `${words} infra/RUNBOOK.md: ${name}`,
      metric,
      threshold: atLeast,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }),
  );
