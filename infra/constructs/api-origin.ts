import { Duration, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import { edgeSecretHeader, feedQueries, publicQueries } from "../../shared/wiring.ts";
import { feedHeader, forwardedHeaders } from "./api-edge.ts";
import type { AppSecret } from "./app-secret.ts";

/** Longest that the edge may keep a public answer; the API says how long within it (5 s for seats). */
const longestCachedSeconds = 60;

/** How CloudFront talks to the API: never kept, except for public reads that say so themselves. */
export class ApiOrigin extends Construct {
  /** Everything under `/api`. */
  readonly behavior: BehaviorOptions;
  /** `/api/public`: the same for everybody, hence without cookies and kept for as long as the answer says. */
  readonly publicBehavior: BehaviorOptions;

  /** `/api/feed`: the same as everything, with the key that another system shows. */
  readonly feedBehavior: BehaviorOptions;

  constructor(scope: Construct, id: string, props: { readonly api: HttpApi; readonly edgeSecret: AppSecret }) {
    super(scope, id);
    const { region } = Stack.of(this);
    const origin = new HttpOrigin(`${props.api.apiId}.execute-api.${region}.amazonaws.com`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      customHeaders: { [edgeSecretHeader]: props.edgeSecret.reference },
    });
    this.behavior = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new OriginRequestPolicy(this, "Request", {
        comment: "Jobstop: what the API sees of a request",
        headerBehavior: OriginRequestHeaderBehavior.allowList(...forwardedHeaders),
        cookieBehavior: OriginRequestCookieBehavior.all(),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      }),
    };
    this.feedBehavior = {
      ...this.behavior,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // CloudFront passes `Authorization` on as a part of the cache key only, and takes a key only where something might be kept: a second at most, and each
      // answer says `no-store`.
      cachePolicy: new CachePolicy(this, "FeedCache", {
        comment: "Jobstop: nothing kept, and the key passed on",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.seconds(1),
        headerBehavior: CacheHeaderBehavior.allowList(feedHeader),
        queryStringBehavior: CacheQueryStringBehavior.allowList(...feedQueries),
        cookieBehavior: CacheCookieBehavior.none(),
      }),
    };
    this.publicBehavior = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      compress: true,
      cachePolicy: new CachePolicy(this, "PublicCache", {
        comment: "Jobstop: public answers, as long as they say",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.seconds(longestCachedSeconds),
        headerBehavior: CacheHeaderBehavior.allowList("accept-language"), // refusals speak the reader's language
        // Nothing else belongs to an answer: `?x=1` must not make the API answer once more.
        queryStringBehavior: CacheQueryStringBehavior.allowList(...publicQueries),
        cookieBehavior: CacheCookieBehavior.none(),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      originRequestPolicy: new OriginRequestPolicy(this, "PublicRequest", {
        comment: "Jobstop: what the API sees of a public request",
        headerBehavior: OriginRequestHeaderBehavior.allowList("cloudfront-viewer-address"),
      }),
    };
  }
}
