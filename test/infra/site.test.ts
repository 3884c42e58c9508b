import { describe, expect, test } from "vitest";
import { apiRoutes, forwardedHeaders, functionOf, routeOf } from "../../infra/constructs/api-edge.ts";
import {
  contentSecurityPolicy,
  isolationHeaders,
  securityHeaders,
  strictTransportSeconds,
} from "../../infra/constructs/security-headers.ts";
import { accessLogOperations } from "../../shared/contract/access-log.ts";
import { api } from "../../shared/contract/api.ts";
import { aptitudeTestOperations } from "../../shared/contract/aptitude-tests.ts";
import { calendarOperations } from "../../shared/contract/calendars.ts";
import { connectionOperations } from "../../shared/contract/connections.ts";
import { deskNoteOperations } from "../../shared/contract/desk-notes.ts";
import { feedOperations } from "../../shared/contract/feed.ts";
import { hireOperations } from "../../shared/contract/hires.ts";
import { incidentOperations } from "../../shared/contract/incidents.ts";
import { inquiryOperations } from "../../shared/contract/inquiries.ts";
import { jobListOperations } from "../../shared/contract/job-lists.ts";
import { leadOperations } from "../../shared/contract/leads.ts";
import type { Operation } from "../../shared/contract/operation.ts";
import { paperOperations } from "../../shared/contract/papers.ts";
import { partnerLinkOperations } from "../../shared/contract/partner-links.ts";
import { peopleSearchOperations } from "../../shared/contract/people-search.ts";
import { publicOperations } from "../../shared/contract/public.ts";
import { reportOperations } from "../../shared/contract/reports.ts";
import { secondStepOperations } from "../../shared/contract/second-step.ts";
import { statisticsOperations } from "../../shared/contract/statistics.ts";
import { talkOperations } from "../../shared/contract/talks.ts";
import { undeliveredOperations } from "../../shared/contract/undelivered.ts";
import { only, type Resource, resourcesOf, synthesizeAll, text } from "./synthesized.ts";

describe.for(synthesizeAll().map((one) => [one.stage.name, one] as const))("in %s", ([, synthesized]) => {
  const { stage } = synthesized;

  describe("the API", () => {
    test("is declared routes, throttled: the second step of signing in has a function of its own, and so have the office and papers", () => {
      const routes = resourcesOf(synthesized, "AWS::ApiGatewayV2::Route").map(({ resource }) => resource.Properties.RouteKey);
      expect(routes.sort()).toEqual(apiRoutes.map(({ path }) => `ANY ${path}`).sort());
      const office = {
        ...leadOperations,
        ...jobListOperations,
        ...talkOperations,
        ...inquiryOperations,
        ...calendarOperations,
        ...accessLogOperations,
        ...incidentOperations,
        ...reportOperations,
        ...aptitudeTestOperations,
        ...peopleSearchOperations,
        ...hireOperations,
        ...statisticsOperations,
        ...connectionOperations,
        ...feedOperations,
        ...deskNoteOperations,
        ...undeliveredOperations,
        ...partnerLinkOperations,
      };
      const ownerOf = (key: string) => (key in secondStepOperations ? "secondStep" : key in office ? "office" : "api");
      const owners = Object.keys(api).map((key) => (key in paperOperations ? "papers" : ownerOf(key)));
      expect(Object.keys(api).map((key) => functionOf(key.split(" ")[1] ?? ""))).toEqual(owners);
      expect(only(synthesized, "AWS::ApiGatewayV2::Stage").Properties.DefaultRouteSettings).toEqual({
        ThrottlingRateLimit: stage.throttle.rate,
        ThrottlingBurstLimit: stage.throttle.burst,
      });
      // Every route has a throttle of its own, and none more than the stage.
      const throttles = only(synthesized, "AWS::ApiGatewayV2::Stage").Properties.RouteSettings as Record<
        string,
        { ThrottlingRateLimit: number }
      >;
      expect(Object.keys(throttles).toSorted()).toEqual(apiRoutes.map(({ path }) => `ANY ${path}`).toSorted());
      for (const { ThrottlingRateLimit } of Object.values(throttles)) expect(ThrottlingRateLimit).toBeLessThanOrEqual(stage.throttle.rate);
      // What is asked for by everybody has a route that says so: the last one is for what is not there.
      expect(Object.keys(api).filter((key) => routeOf(key.split(" ")[1] ?? "").path === "/api/{proxy+}")).toEqual([]);
    });

    test("logs neither addresses nor paths", () => {
      const { Format: format } = only(synthesized, "AWS::ApiGatewayV2::Stage").Properties.AccessLogSettings as { Format: string };
      expect(format).not.toMatch(/sourceIp|path|userAgent|authorizer/i);
    });
  });

  test("public answers are kept apart by what the contract asks for, and by nothing that anybody can add to an address", () => {
    const asked = Object.values<Operation>(publicOperations).flatMap(({ query }) => Object.keys(query?.def.shape ?? {}));
    const policies = resourcesOf(synthesized, "AWS::CloudFront::CachePolicy").map(
      ({ resource: { Properties } }) =>
        (Properties.CachePolicyConfig as { ParametersInCacheKeyAndForwardedToOrigin: { QueryStringsConfig: object } })
          .ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig,
    );
    expect(policies).toContainEqual({ QueryStringBehavior: "whitelist", QueryStrings: asked });
    expect(JSON.stringify(policies)).not.toContain('"all"');
  });

  describe("the site", () => {
    const { DistributionConfig: config } = only(synthesized, "AWS::CloudFront::Distribution").Properties as {
      DistributionConfig: {
        Aliases: string[];
        ViewerCertificate: { MinimumProtocolVersion: string };
        CustomErrorResponses?: unknown;
        Origins: { Id: string; CustomOriginConfig?: object; OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
        CacheBehaviors: {
          PathPattern: string;
          TargetOriginId: string;
          AllowedMethods: string[];
          ResponseHeadersPolicyId?: { Ref: string };
        }[];
        DefaultCacheBehavior: { ResponseHeadersPolicyId: { Ref: string } };
      };
    };
    const apiOrigin = config.Origins.find(({ CustomOriginConfig }) => CustomOriginConfig);

    test("answers under its own name, over TLS 1.2 at least", () => {
      expect(config.Aliases).toEqual([stage.siteHost]);
      expect(config.ViewerCertificate.MinimumProtocolVersion).toMatch(/^TLSv1\.[23]/);
    });

    test("hands /api to the API, with the secret that proves the way", () => {
      const behaviors = config.CacheBehaviors.filter(({ PathPattern }) => PathPattern.startsWith("/api"));
      // the first that matches counts: the public one must come before all the rest
      expect(behaviors.map(({ PathPattern }) => PathPattern)).toEqual(["/api/public/*", "/api/feed/*", "/api/*"]);
      for (const { TargetOriginId } of behaviors) expect(TargetOriginId).toBe(apiOrigin?.Id);
      expect(apiOrigin?.OriginCustomHeaders?.map(({ HeaderName }) => HeaderName)).toEqual(["x-jobstop-edge"]);
      expect(text(apiOrigin?.OriginCustomHeaders)).toContain("{{resolve:secretsmanager:");
    });

    test("passes the key of another system on, below /api/feed alone, and keeps no answer to it", () => {
      const policies = resourcesOf(synthesized, "AWS::CloudFront::CachePolicy").map(({ id, resource }) => ({
        id,
        config: resource.Properties.CachePolicyConfig as { DefaultTTL: number; MaxTTL: number },
      }));
      const [passing, ...others] = policies.filter(({ config: policy }) => text(policy).includes('"authorization"'));
      expect(others).toEqual([]);
      expect(passing?.config).toMatchObject({ DefaultTTL: 0, MaxTTL: 1 });
      const using = config.CacheBehaviors.filter((behavior) => text(behavior).includes(passing?.id ?? "none"));
      expect(using.map(({ PathPattern }) => PathPattern)).toEqual(["/api/feed/*"]);
      // CloudFront refuses it in the list of what is passed on besides.
      expect(forwardedHeaders).not.toContain("authorization");
    });

    test("puts no error page in the place of the API's refusals", () => {
      expect(config.CustomErrorResponses ?? []).toEqual([]);
    });

    test("passes on as many headers as CloudFront allows to name, the reader's address among them", () => {
      const policies = resourcesOf(synthesized, "AWS::CloudFront::OriginRequestPolicy").map(({ resource }) => text(resource));
      expect(policies.some((policy) => forwardedHeaders.every((name) => policy.includes(`"${name}"`)))).toBe(true);
      for (const policy of policies) expect(policy).toContain('"cloudfront-viewer-address"');
      expect(forwardedHeaders.length).toBeLessThanOrEqual(10);
    });

    test.for(["site", "staff"] as const)("sends %s pages with the same security headers as the local stack", (kind) => {
      const reference =
        kind === "staff"
          ? config.CacheBehaviors.find(({ PathPattern }) => PathPattern === "/staff/*")?.ResponseHeadersPolicyId
          : config.DefaultCacheBehavior.ResponseHeadersPolicyId;
      const { ResponseHeadersPolicyConfig: policy } = (synthesized.resources.web[reference?.Ref ?? ""] as Resource).Properties as {
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: Record<string, unknown>;
          CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
        };
      };
      expect(policy.SecurityHeadersConfig).toEqual({
        ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy(kind), Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: "DENY", Override: true },
        ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: strictTransportSeconds, IncludeSubdomains: true, Override: true },
      });
      expect(Object.fromEntries(policy.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]))).toEqual(
        isolationHeaders(kind),
      );
      expect(Object.keys(securityHeaders(kind))).toHaveLength(5 + policy.CustomHeadersConfig.Items.length);
    });
  });
});
