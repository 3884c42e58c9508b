import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { AlarmTopic } from "./alarm-topic.ts";
import { alarmFrom, logLines } from "./log-alarms.ts";

/** What whoever runs the deployment has to know of webhooks. */
export class FeedAlarms extends Construct {
  constructor(scope: Construct, id: string, { log, alarms }: { readonly log: LogGroup; readonly alarms: AlarmTopic }) {
    super(scope, id);
    const metric = logLines(this, { metricName: "WebhooksPaused", message: "webhook.paused", logs: { Feeds: log } });
    alarmFrom(this, { name: "WebhooksPaused", words: "Another system is no longer told what happens.", metric, atLeast: 1, alarms });
  }
}
