import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import type { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/** What CloudFront reads from us-east-1 only. Holds no data. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    this.certificate = new Certificate(this, "Certificate", {
      domainName: props.stage.siteHost,
      validation: CertificateValidation.fromDns(),
    });
  }
}
