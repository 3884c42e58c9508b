import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { EventSourceMapping, IFunction } from "aws-cdk-lib/aws-lambda";
import { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { type EnvName, envNames, feedTask, type TimedTask as TaskName, timedTasks } from "../../shared/wiring.ts";
import { FailureStore } from "../constructs/failure-store.ts";
import type { EntryName } from "../constructs/function-calls.ts";
import { HandlerFunction } from "../constructs/handler-function.ts";
import { StreamConsumer } from "../constructs/stream-consumer.ts";
import { type LaneName, streamLanes } from "../constructs/stream-lanes.ts";
import { allowKeyThroughTable, allowTableCalls } from "../constructs/table-access.ts";
import { TimedTask } from "../constructs/timed-task.ts";
import { type BackgroundFunction, canaryMinutes } from "../constructs/watched.ts";
import type { Stage } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";
import type { MailStack } from "./mail-stack.ts";

type EventsStackProps = StackProps & { readonly stage: Stage; readonly data: DataStack; readonly mail: MailStack };

/** What happens after a change, at a time, or when SES tells of a mail: the stream's two readers, the timed tasks, the one among them that tells other systems, the topic's reader. */
export class EventsStack extends Stack {
  readonly functions: Readonly<Record<BackgroundFunction, IFunction>>;
  readonly mappings: Readonly<Record<LaneName, EventSourceMapping>>;
  readonly schedules: ScheduleGroup;

  constructor(scope: Construct, id: string, props: EventsStackProps) {
    super(scope, id, props);
    const { stage, data, mail } = props;
    const { table, dataKey, ticketKey, secrets } = data;
    this.schedules = new ScheduleGroup(this, "Schedules");
    const failures = new FailureStore(this, "Failures", { encryptionKey: dataKey });
    const mailSettings: Partial<Record<EnvName, string>> = {
      [envNames.origin]: `https://${stage.siteHost}`,
      [envNames.mailFrom]: stage.mailFrom,
      [envNames.mailConfigurationSet]: mail.sending.configurationSet.configurationSetName,
    };

    const bare = (id: string, entry: EntryName, description: string, settings: Partial<Record<EnvName, string>>) =>
      new HandlerFunction(this, id, {
        entry,
        description,
        stage,
        timeout: Duration.minutes(1),
        memoryMegabytes: 512,
        encryptionKey: dataKey,
        settings,
      }).fn;
    const handler = (id: string, entry: EntryName, description: string, settings: Partial<Record<EnvName, string>>) => {
      const fn = bare(id, entry, description, { [envNames.table]: table.tableName, ...settings });
      allowTableCalls(fn, entry, data);
      allowKeyThroughTable(fn, dataKey);
      return fn;
    };

    const signInMail = handler("SignInMail", "sign-in-mail", "Jobstop: mails sign-in codes", {
      ...mailSettings,
      [envNames.signInPepper]: secrets.signInPepper.reference,
    });
    mail.sending.allowSending(signInMail);
    const { mapping: toSignInMail } = new StreamConsumer(this, "SignInMailStream", {
      ...{ fn: signInMail, table, lane: streamLanes.signInMail, failures },
    });

    const changes = handler("Changes", "changes", "Jobstop: issues tickets and mails what people must know", {
      ...mailSettings,
      [envNames.ticketKey]: ticketKey.keyArn,
      [envNames.ticketSealKey]: secrets.ticketSealKey.reference,
      [envNames.feedSealKey]: secrets.feedSealKey.reference,
    });
    mail.sending.allowSending(changes);
    changes.addToRolePolicy(
      new PolicyStatement({
        actions: ["kms:Decrypt", "kms:Encrypt"],
        resources: [ticketKey.keyArn],
        // Only for a visit that is named: one visit's key opens as no other's (`functions/tickets/key-wrap.ts`).
        conditions: {
          "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["visitId"] },
          Null: { "kms:EncryptionContext:visitId": "false" },
        },
      }),
    );
    const { mapping: toChanges } = new StreamConsumer(this, "ChangesStream", { fn: changes, table, lane: streamLanes.changes, failures });

    const mailEvents = handler("MailEvents", "mail-events", "Jobstop: notes what became of mails", {});
    failures.keepFailuresOf(mailEvents);
    mail.topic.addSubscription(new LambdaSubscription(mailEvents));

    const timed = handler("Timed", "timed", "Jobstop: timed tasks", { [envNames.ledger]: data.ledger.tableName });
    const feeds = handler("Feeds", "feeds", "Jobstop: tells other systems what happened", {
      [envNames.feedSealKey]: secrets.feedSealKey.reference,
    });
    for (const [task, everyMinutes] of Object.entries(timedTasks)) {
      new TimedTask(this, task, { task: task as TaskName, everyMinutes, fn: task === feedTask ? feeds : timed, group: this.schedules });
    }
    // It goes in by the front door, like everybody: no table, no key but the one that codes are made of.
    const canary = bare("Canary", "canary", "Jobstop: walks the main job, and says so when it cannot", {
      [envNames.origin]: `https://${stage.siteHost}`,
      [envNames.signInPepper]: secrets.signInPepper.reference,
    });
    new TimedTask(this, "CanaryTask", { task: "canary", everyMinutes: canaryMinutes, fn: canary, group: this.schedules });
    this.functions = { signInMail, changes, mailEvents, timed, feeds, canary };
    this.mappings = { signInMail: toSignInMail, changes: toChanges };
  }
}
