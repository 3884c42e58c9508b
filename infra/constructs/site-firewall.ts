import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

type SiteFirewallProps = {
  readonly name: string;
  /** Requests of one address within five minutes. */
  readonly requestsPerAddress: number;
};

/** AWS's lists of who is known to attack and of what is never meant well. Lists that look into bodies are left out: what people write about themselves is no attack. */
const lists = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet"] as const;

/** Turns away floods and known attackers before they cost anything. Limits of what one may do are the application's own. */
export class SiteFirewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, requestsPerAddress }: SiteFirewallProps) {
    super(scope, id);
    const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });
    const acl = new CfnWebACL(this, "Acl", {
      name: `jobstop-${name}`,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen("Firewall"),
      rules: [
        {
          name: "Flood",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: requestsPerAddress, aggregateKeyType: "IP" } },
          visibilityConfig: seen("Flood"),
        },
        ...lists.map((list, n) => ({
          ...{ name: list, priority: n + 1, overrideAction: { none: {} } },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name: list } },
          visibilityConfig: seen(list),
        })),
      ],
    });
    this.arn = acl.attrArn;
  }
}
