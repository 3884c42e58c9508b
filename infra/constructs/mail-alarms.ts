import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { AlarmTopic } from "./alarm-topic.ts";
import { alarmFrom, logLines } from "./log-alarms.ts";

type MailAlarmsProps = {
  /** Logs of the functions that send. */
  readonly logs: Readonly<Record<string, LogGroup>>;
  readonly alarms: AlarmTopic;
};

/** Shares at which SES looks into an account are 5 % and 0.1 %: told before that (SES developer guide, "Reputation dashboard"). */
const shares = { BounceRate: 0.04, ComplaintRate: 0.0008 } as const;

/** What whoever runs the deployment has to know of mail; each alarm has its heading in `infra/RUNBOOK.md`. */
export class MailAlarms extends Construct {
  constructor(scope: Construct, id: string, { logs, alarms }: MailAlarmsProps) {
    super(scope, id);
    const lines = (metricName: string, message: string) => logLines(this, { metricName, message, logs });
    const alarm = (name: string, words: string, metric: Metric, atLeast: number) =>
      alarmFrom(this, { name, words, metric, atLeast, alarms });
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
