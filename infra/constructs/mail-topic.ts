import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

type MailTopicProps = { readonly configurationSet: ConfigurationSet; readonly encryptionKey: Key };

/** What is wanted to be known of a mail. Whether it was opened or clicked is nobody's business. */
const events = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];

/**
 * Where SES tells what became of each mail. A topic and no event bus: to a bus SES delivers as best it can, and a bounce that is lost is a mail that is lost in
 * silence. SES alone may publish, for our configuration set; events hold addresses, hence the key.
 */
export class MailTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { configurationSet, encryptionKey }: MailTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { masterKey: encryptionKey, enforceSSL: true });
    configurationSet.addEventDestination("Events", { destination: EventDestination.snsTopic(this.topic), events });
  }
}

/** Lets SES encrypt what it publishes. Belongs to the key, so that the key's stack needs to know nothing of the topic. */
export function allowMailEvents(key: Key): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("ses.amazonaws.com")],
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: ["*"], // in a key's own policy: this key
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(key).account } },
    }),
  );
}
