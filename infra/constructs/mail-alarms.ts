import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { AlarmTopic } from "./alarm-topic.ts";

type MailAlarmsProps = {
  /** Logs of the functions that send. */
  readonly logs: Readonly<Record<string, LogGroup>>;
  readonly alarms: AlarmTopic;
};

const namespace = "Jobstop";

/** Shares at which SES looks into an account are 5 % and 0.1 %: told before that (SES developer guide, "Reputation dashboard"). */
const shares = { BounceRate: 0.04, ComplaintRate: 0.0008 } as const;

/** What whoever runs the deployment has to know of mail; each alarm has its heading in `infra/RUNBOOK.md`. */
export class MailAlarms extends Construct {
  constructor(scope: Construct, id: string, { logs, alarms }: MailAlarmsProps) {
    super(scope, id);
    const alarm = (name: string, description: string, metric: Metric, threshold: number) =>
      alarms.tell(
        new Alarm(this, name, {
          alarmDescription: `${description} infra/RUNBOOK.md: ${name}`,
          metric,
          threshold,
          evaluationPeriods: 1,
          comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        }),
      );
    /** Lines of a message in any of the logs, in five minutes. */
    const lines = (metricName: string, message: string) => {
      for (const [name, logGroup] of Object.entries(logs))
        new MetricFilter(this, `${metricName}In${name}`, {
          logGroup,
          filterPattern: FilterPattern.stringValue("$.message", "=", message),
          metricNamespace: namespace,
          metricName,
          metricValue: "1",
        });
      return new Metric({ namespace, metricName, statistic: "Sum", period: Duration.minutes(5) });
    };
    alarm("MailsHeld", "A mail budget is used up: mails are held.", lines("MailsHeld", "mail.held"), 1);
    alarm("MailsRefused", "The mail service refuses mails.", lines("MailsRefused", "mail.refused"), 5);
    for (const [name, share] of Object.entries(shares)) {
      const metric = new Metric({
        namespace: "AWS/SES",
        metricName: `Reputation.${name}`,
        statistic: "Maximum",
        period: Duration.hours(1),
      });
      alarm(name, "Mail comes back, or is called spam, so often that the account may be paused.", metric, share);
    }
  }
}
