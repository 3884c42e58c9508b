import { Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import { contentSecurityPolicy, isolationHeaders, type PageKind, strictTransportSeconds } from "./security-headers.ts";

/** The security headers of one kind of page, as CloudFront adds them. */
export class PageHeaders extends Construct {
  readonly policy: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { kind }: { readonly kind: PageKind }) {
    super(scope, id);
    this.policy = new ResponseHeadersPolicy(this, "Policy", {
      comment: `Jobstop: ${kind} pages`,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(kind), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(strictTransportSeconds),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(isolationHeaders(kind)).map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }
}
