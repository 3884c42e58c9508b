import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import type { Construct } from "constructs";
import { SiteFirewall } from "../constructs/site-firewall.ts";
import type { Stage } from "../stages.ts";

/** What CloudFront takes from us-east-1 only. Holds no data. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly firewall: SiteFirewall | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    this.certificate = new Certificate(this, "Certificate", {
      domainName: stage.siteHost,
      validation: CertificateValidation.fromDns(),
    });
    if (stage.firewall) this.firewall = new SiteFirewall(this, "Firewall", { name: stage.name, ...stage.firewall });
  }
}
