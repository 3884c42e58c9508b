import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { MailSending } from "../constructs/mail-sending.ts";
import { MailTopic } from "../constructs/mail-topic.ts";
import type { Stage } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";

export class MailStack extends Stack {
  readonly sending: MailSending;
  /** What SES tells of our mails. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly data: DataStack }) {
    super(scope, id, props);
    this.sending = new MailSending(this, "Sending", { domain: props.stage.mailDomain });
    const { configurationSet } = this.sending;
    this.topic = new MailTopic(this, "Told", { configurationSet, encryptionKey: props.data.dataKey }).topic;
    this.sending.identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}`, description: "DNS record to make by hand" });
    });
  }
}
