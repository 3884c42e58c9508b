import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { type EnvName, envNames, feedTask, type TimedTask as TaskName, timedTasks } from "../../shared/wiring.ts";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { FailureStore } from "../constructs/failure-store.ts";
import { FeedAlarms } from "../constructs/feed-alarms.ts";
import type { EntryName } from "../constructs/function-calls.ts";
import { HandlerFunction } from "../constructs/handler-function.ts";
import { MailAlarms } from "../constructs/mail-alarms.ts";
import { StreamConsumer } from "../constructs/stream-consumer.ts";
import { streamLanes } from "../constructs/stream-lanes.ts";
import { allowKeyThroughTable, allowTableCalls } from "../constructs/table-access.ts";
import { TimedTask } from "../constructs/timed-task.ts";
import type { Stage } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";
import type { MailStack } from "./mail-stack.ts";

type EventsStackProps = StackProps & { readonly stage: Stage; readonly data: DataStack; readonly mail: MailStack };

/** What happens after a change, at a time, or when SES tells of a mail: the stream's two readers, the timed tasks, the one among them that tells other systems, the topic's reader. */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, props: EventsStackProps) {
    super(scope, id, props);
    const { stage, data, mail } = props;
    const { table, dataKey, ticketKey, secrets } = data;
    const failures = new FailureStore(this, "Failures", { encryptionKey: dataKey });
    const mailSettings: Partial<Record<EnvName, string>> = {
      [envNames.origin]: `https://${stage.siteHost}`,
      [envNames.mailFrom]: stage.mailFrom,
      [envNames.mailConfigurationSet]: mail.sending.configurationSet.configurationSetName,
    };

    const handler = (id: string, entry: EntryName, description: string, settings: Partial<Record<EnvName, string>>) => {
      const { fn, logGroup } = new HandlerFunction(this, id, {
        entry,
        description,
        timeout: Duration.minutes(1),
        memoryMegabytes: 512,
        encryptionKey: dataKey,
        settings: { [envNames.table]: table.tableName, ...settings },
      });
      allowTableCalls(fn, entry, data);
      allowKeyThroughTable(fn, dataKey);
      return { fn, logGroup };
    };

    const { fn: signInMail, logGroup: signInMailLog } = handler("SignInMail", "sign-in-mail", "Jobstop: mails sign-in codes", {
      ...mailSettings,
      [envNames.signInPepper]: secrets.signInPepper.reference,
    });
    mail.sending.allowSending(signInMail);
    new StreamConsumer(this, "SignInMailStream", { fn: signInMail, table, lane: streamLanes.signInMail, failures });

    const { fn: changes, logGroup: changesLog } = handler("Changes", "changes", "Jobstop: issues tickets and mails what people must know", {
      ...mailSettings,
      [envNames.ticketKey]: ticketKey.keyArn,
      [envNames.ticketSealKey]: secrets.ticketSealKey.reference,
      [envNames.feedSealKey]: secrets.feedSealKey.reference,
    });
    mail.sending.allowSending(changes);
    changes.addToRolePolicy(new PolicyStatement({ actions: ["kms:Decrypt", "kms:Encrypt"], resources: [ticketKey.keyArn] }));
    new StreamConsumer(this, "ChangesStream", { fn: changes, table, lane: streamLanes.changes, failures });

    const { fn: mailEvents } = handler("MailEvents", "mail-events", "Jobstop: notes what became of mails", {});
    failures.keepFailuresOf(mailEvents);
    mail.topic.addSubscription(new LambdaSubscription(mailEvents));

    const { fn: timed } = handler("Timed", "timed", "Jobstop: timed tasks", { [envNames.ledger]: data.ledger.tableName });
    const { fn: feeds, logGroup: feedsLog } = handler("Feeds", "feeds", "Jobstop: tells other systems what happened", {
      [envNames.feedSealKey]: secrets.feedSealKey.reference,
    });
    const alarms = new AlarmTopic(this, "Alarms", { encryptionKey: dataKey, mail: stage.alarmMail });
    new MailAlarms(this, "MailAlarms", { logs: { SignInMail: signInMailLog, Changes: changesLog }, alarms });
    new FeedAlarms(this, "FeedAlarms", { log: feedsLog, alarms });

    for (const [task, everyMinutes] of Object.entries(timedTasks)) {
      new TimedTask(this, task, { task: task as TaskName, everyMinutes, fn: task === feedTask ? feeds : timed });
    }
  }
}
