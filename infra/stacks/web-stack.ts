import { Annotations, CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Construct } from "constructs";
import { feedPath } from "../constructs/api-edge.ts";
import { ApiOrigin } from "../constructs/api-origin.ts";
import { findBuiltPages } from "../constructs/built-site.ts";
import { edgeFunctionCode } from "../constructs/edge-function.ts";
import { PageHeaders } from "../constructs/page-headers.ts";
import { type PageKind, staffPathPatterns } from "../constructs/security-headers.ts";
import { SiteFiles } from "../constructs/site-files.ts";
import type { SiteFirewall } from "../constructs/site-firewall.ts";
import type { Stage } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";

type WebStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly api: HttpApi;
  readonly certificate: Certificate;
  /** In front of the site, where the stage wants one. */
  readonly firewall: SiteFirewall | undefined;
  /** Where the built site is. */
  readonly siteFolder: string;
};

/** One host for pages and API: CloudFront in front of a private bucket and the HTTP API. */
export class WebStack extends Stack {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    const { stage, siteFolder } = props;
    const built = findBuiltPages(siteFolder);
    const files = new SiteFiles(this, "Files");
    const api = new ApiOrigin(this, "ApiOrigin", { api: props.api, edgeSecret: props.data.secrets.edge });
    const origin = S3BucketOrigin.withOriginAccessControl(files.bucket);
    const rewrite = new EdgeFunction(this, "Rewrite", {
      comment: "Jobstop: pretty paths to files",
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(edgeFunctionCode(built)),
    });
    const pages = (kind: PageKind): BehaviorOptions => ({
      origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: new PageHeaders(this, `${kind}-headers`, { kind }).policy,
      functionAssociations: [{ function: rewrite, eventType: FunctionEventType.VIEWER_REQUEST }],
    });
    const staff = pages("staff");
    this.distribution = new Distribution(this, "Distribution", {
      comment: `Jobstop ${stage.name}`,
      domainNames: [stage.siteHost],
      certificate: props.certificate,
      ...(props.firewall && { webAclId: props.firewall.arn }),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200, // the smallest that answers from Seoul
      defaultBehavior: pages("site"),
      additionalBehaviors: {
        ...Object.fromEntries(staffPathPatterns.map((pattern) => [pattern, staff])),
        "/api/public/*": api.publicBehavior,
        [feedPath]: api.feedBehavior,
        "/api/*": api.behavior,
      },
    });
    if (built) files.upload(siteFolder, this.distribution);
    else
      Annotations.of(this).addWarningV2(
        "jobstop:site-not-built",
        "The site is not built: this template deploys no pages. Run `npm run build` first.",
      );
    new CfnOutput(this, "DistributionDomain", {
      value: this.distribution.distributionDomainName,
      description: "CNAME target of the site's host",
    });
  }
}
