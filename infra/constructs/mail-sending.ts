import { Stack } from "aws-cdk-lib";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";

/** The domain that mails come from, and how they are sent: encrypted in transit, never again to who bounced or complained. */
export class MailSending extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, props: { readonly domain: string }) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new EmailIdentity(this, "Domain", {
      identity: Identity.domain(props.domain),
      configurationSet: this.configurationSet,
      mailFromDomain: `bounce.${props.domain}`,
    });
  }

  /** SES asks for SendRawEmail where the v2 API sends raw content. */
  allowSending(grantee: IGrantable): void {
    const stack = Stack.of(this);
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["ses:SendEmail", "ses:SendRawEmail"],
        resources: [
          this.identity.emailIdentityArn,
          stack.formatArn({ service: "ses", resource: "configuration-set", resourceName: this.configurationSet.configurationSetName }),
        ],
      }),
    );
  }
}
