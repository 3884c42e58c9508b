import { Stack } from "aws-cdk-lib";
import type { Alarm, IAlarmAction } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";

/** Where alarms go: by mail to whoever runs the deployment. Says which alarm, and nothing of anybody. */
export class AlarmTopic extends Construct {
  readonly #action: IAlarmAction;

  constructor(scope: Construct, id: string, props: { readonly encryptionKey?: Key; readonly mail: string }) {
    super(scope, id);
    const topic = new Topic(this, "Topic", { ...(props.encryptionKey && { masterKey: props.encryptionKey }), enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(props.mail));
    this.#action = new SnsAction(topic);
  }

  tell(alarm: Alarm): void {
    alarm.addAlarmAction(this.#action);
  }
}

/** Lets CloudWatch encrypt what it publishes. Belongs to the key, so that the key's stack needs to know nothing of the topic. */
export function allowAlarms(key: Key): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: ["*"], // in a key's own policy: this key
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(key).account } },
    }),
  );
}
