import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { MailSending } from "../constructs/mail-sending.ts";
import type { Stage } from "../stages.ts";

export class MailStack extends Stack {
  readonly sending: MailSending;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    this.sending = new MailSending(this, "Sending", { domain: props.stage.mailDomain });
    this.sending.identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}`, description: "DNS record to make by hand" });
    });
  }
}
