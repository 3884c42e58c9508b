import { describe, expect, test } from "vitest";
import { streamLanes, streamPattern } from "../../infra/constructs/stream-lanes.ts";
import { feedTask, tableShape, timedTasks } from "../../shared/wiring.ts";
import { only, type Part, resourcesOf, type Synthesized, synthesizeAll, text } from "./synthesized.ts";

const all = synthesizeAll();

/** Our own functions; CDK adds one that uploads the site. */
const ourFunctions = (synthesized: Synthesized) =>
  resourcesOf(synthesized, "AWS::Lambda::Function").filter(({ resource }) => text(resource.Properties.Description)?.startsWith('"Jobstop'));

test("there is a stage to try things and one for people", () => {
  expect(all.map(({ stage }) => stage.name)).toEqual(["dev", "production"]);
});

describe.for(all.map((one) => [one.stage.name, one] as const))("in %s", ([, synthesized]) => {
  const { stage } = synthesized;

  describe("data", () => {
    test("stay in Seoul: elsewhere there is nothing but certificate, firewall and alarms, in which nobody's data can be", () => {
      const { edge, edgeWatch, ...others } = synthesized.regions;
      expect(new Set(Object.values(others))).toEqual(new Set(["ap-northeast-2"]));
      expect([edge, edgeWatch]).toEqual(["us-east-1", "us-east-1"]);
      const typesIn = (part: Part) => new Set(Object.values(synthesized.resources[part]).map(({ Type }) => Type));
      expect([...typesIn("edge")]).toEqual(["AWS::CertificateManager::Certificate", ...(stage.firewall ? ["AWS::WAFv2::WebACL"] : [])]);
      expect([...typesIn("edgeWatch")].toSorted()).toEqual([
        ...["AWS::CloudWatch::Alarm", "AWS::SNS::Subscription", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy"],
      ]);
    });

    test("outlive their stack, can be wound back for 14 days, and are encrypted with our own key", () => {
      const tables = resourcesOf(synthesized, "AWS::DynamoDB::GlobalTable");
      expect(tables.map(({ id }) => id.replace(/Table.*/, "")).sort()).toEqual(["Ledger", "Main"]);
      for (const { resource: table } of tables) {
        expect(table.DeletionPolicy).toBe("Retain");
        expect(table.Properties.Replicas).toMatchObject([
          {
            Region: "ap-northeast-2",
            DeletionProtectionEnabled: stage.name === "production",
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 14 },
            SSESpecification: { KMSMasterKeyId: { "Fn::GetAtt": [expect.stringMatching(/^DataKey/), "Arn"] } },
          },
        ]);
        expect(table.Properties.TimeToLiveSpecification).toEqual({ AttributeName: tableShape.timeToLive, Enabled: true });
      }
    });

    test("are followed by a stream where something follows from them: the ledger has none", () => {
      const streams = Object.fromEntries(
        resourcesOf(synthesized, "AWS::DynamoDB::GlobalTable").map(({ id, resource }) => [
          id.replace(/Table.*/, ""),
          resource.Properties.StreamSpecification,
        ]),
      );
      expect(streams).toEqual({ Main: { StreamViewType: "NEW_AND_OLD_IMAGES" }, Ledger: undefined });
    });

    test("are not lost with a key, a secret or a failed batch either", () => {
      const kept = ["AWS::KMS::Key", "AWS::SecretsManager::Secret", "AWS::S3::Bucket"];
      // What CloudFront shows seals nothing: the next one takes its place.
      const found = kept.flatMap((type) => resourcesOf(synthesized, type)).filter(({ id }) => !id.startsWith("EdgeSecret"));
      // A secret has a name: one that a failed first deployment left would keep the next from making it.
      for (const { id, resource } of found)
        expect(resource.DeletionPolicy, id).toBe(resource.Type === "AWS::SecretsManager::Secret" ? "RetainExceptOnCreate" : "Retain");
    });

    test("are encrypted by keys that rotate", () => {
      for (const { id, resource } of resourcesOf(synthesized, "AWS::KMS::Key"))
        expect(resource.Properties.EnableKeyRotation, id).toBe(true);
    });

    test("are in no bucket that the public can read or that speaks plain HTTP", () => {
      const buckets = resourcesOf(synthesized, "AWS::S3::Bucket");
      const policies = resourcesOf(synthesized, "AWS::S3::BucketPolicy").map(({ resource }) => text(resource));
      expect(buckets).not.toHaveLength(0);
      for (const { id, resource } of buckets) {
        expect(resource.Properties.PublicAccessBlockConfiguration, id).toEqual({
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        });
        expect(
          policies.some((policy) => policy.includes(id) && policy.includes('"aws:SecureTransport":"false"')),
          id,
        ).toBe(true);
      }
    });
  });

  describe("functions", () => {
    test("are the entries, on the Node that the tests run on, each with a role of its own", () => {
      const functions = ourFunctions(synthesized);
      expect(functions).toHaveLength(10);
      const roles = functions.map(({ resource }) => text(resource.Properties.Role));
      expect(new Set(roles).size).toBe(roles.length);
      for (const { resource } of functions) {
        expect(resource.Properties).toMatchObject({
          Runtime: `nodejs${process.versions.node.split(".")[0]}.x`,
          Architectures: ["arm64"],
          KmsKeyArn: expect.anything(),
          LoggingConfig: { LogGroup: expect.anything() },
        });
      }
    });

    test("have no managed policy: what they may do is written here", () => {
      for (const { part, id, resource } of resourcesOf(synthesized, "AWS::IAM::Role")) {
        if (part !== "web") expect(resource.Properties, id).not.toHaveProperty("ManagedPolicyArns");
      }
    });

    test("hold no secret in their settings, but references that are resolved at deployment", () => {
      const secrets = ["SIGN_IN_PEPPER", "TICKET_SEAL_KEY", "SUPPORT_SEAL_KEY", "FEED_SEAL_KEY", "EDGE_SECRETS"];
      const settings = ourFunctions(synthesized).flatMap(({ resource }) =>
        Object.entries((resource.Properties.Environment as { Variables: Record<string, unknown> }).Variables),
      );
      const found = settings.filter(([name]) => secrets.includes(name));
      expect(new Set(found.map(([name]) => name))).toEqual(new Set(secrets));
      for (const [name, value] of found) expect(text(value), name).toContain("{{resolve:secretsmanager:");
    });

    test("log for a limited time", () => {
      for (const { id, resource } of resourcesOf(synthesized, "AWS::Logs::LogGroup")) {
        expect(resource.Properties.RetentionInDays, id).toBeGreaterThan(0);
      }
    });
  });

  describe("what happens after a change", () => {
    const mappings = resourcesOf(synthesized, "AWS::Lambda::EventSourceMapping").map(({ resource }) => resource.Properties);

    test("has the two readers that a table stream has room for", () => {
      expect(mappings).toHaveLength(2);
      expect(mappings).toHaveLength(Object.keys(streamLanes).length);
    });

    test.for(Object.entries(streamLanes))("is read by %s as the local stack reads it", ([, lane]) => {
      const pattern = JSON.stringify(streamPattern(lane));
      const mapping = mappings.find(({ FilterCriteria }) => text(FilterCriteria).includes(JSON.stringify(pattern).slice(1, -1)));
      expect(mapping).toMatchObject({
        BatchSize: lane.batchSize,
        MaximumRetryAttempts: lane.retryAttempts,
        MaximumRecordAgeInSeconds: lane.maxAgeMinutes * 60,
        StartingPosition: "TRIM_HORIZON",
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        BisectBatchOnFunctionError: true,
        DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^FailuresBucket/), "Arn"] } } },
      });
    });

    test("is kept aside before the stream forgets it", () => {
      for (const { maxAgeMinutes } of Object.values(streamLanes)) expect(maxAgeMinutes).toBeLessThan(24 * 60);
    });
  });

  describe("what SES tells of our mails", () => {
    test("is asked for: sent, delivered, bounced, complained of, rejected; not whether somebody read it", () => {
      const { EventDestination: destination } = only(synthesized, "AWS::SES::ConfigurationSetEventDestination").Properties;
      const topic = resourcesOf(synthesized, "AWS::SNS::Topic").find(({ part }) => part === "mail")?.id;
      expect(destination).toMatchObject({
        Enabled: true,
        MatchingEventTypes: ["send", "delivery", "bounce", "complaint", "reject"],
        SnsDestination: { TopicARN: { Ref: topic } },
      });
    });

    test("only SES may tell, for our configuration set; everything else that is published is refused", () => {
      const { PolicyDocument: document } = only(synthesized, "AWS::SNS::TopicPolicy", "mail").Properties as {
        PolicyDocument: { Statement: { Effect: string; Principal: unknown; Action: unknown; Condition: object }[] };
      };
      const allowed = document.Statement.filter(({ Effect }) => Effect === "Allow");
      expect(allowed).toEqual([
        expect.objectContaining({
          Principal: { Service: "ses.amazonaws.com" },
          Action: "sns:Publish",
          Condition: { StringEquals: { "AWS:SourceAccount": expect.anything(), "AWS:SourceArn": expect.anything() } },
        }),
      ]);
      expect(text(allowed[0]?.Condition)).toContain("configuration-set/");
      expect(only(synthesized, "AWS::SNS::Topic", "mail").Properties.KmsMasterKeyId).toBeDefined();
    });

    test("reaches one function, which nothing else can call, and what it cannot handle is kept with its payload", () => {
      const subscriptions = resourcesOf(synthesized, "AWS::SNS::Subscription").map(({ resource }) => resource.Properties);
      const [subscription = {}, ...others] = subscriptions.filter(({ Protocol }) => Protocol !== "email");
      expect(others).toEqual([]);
      expect(subscription).toMatchObject({ Protocol: "lambda", Endpoint: { "Fn::GetAtt": [expect.stringMatching(/^MailEvents/), "Arn"] } });
      const callers = resourcesOf(synthesized, "AWS::Lambda::Permission").filter(({ resource }) =>
        text(resource.Properties.FunctionName).includes("MailEvents"),
      );
      expect(callers.map(({ resource }) => resource.Properties)).toEqual([
        expect.objectContaining({ Principal: "sns.amazonaws.com", SourceArn: subscription.TopicArn }),
      ]);
      expect(only(synthesized, "AWS::Lambda::EventInvokeConfig").Properties).toMatchObject({
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^FailuresBucket/), "Arn"] } } },
      });
    });
  });

  /** As CDK words it: in the largest unit that divides the minutes. */
  const rateOf = (minutes: number): string => {
    if (minutes === 24 * 60) return "rate(1 day)";
    if (minutes === 60) return "rate(1 hour)";
    return `rate(${minutes} ${minutes === 1 ? "minute" : "minutes"})`;
  };

  test("each timed task is fired at its rate, and keeps what could not be delivered in a queue of its own", () => {
    const all = resourcesOf(synthesized, "AWS::Scheduler::Schedule").map(({ resource }) => resource.Properties);
    for (const { GroupName } of all) expect(text(GroupName)).toContain("Schedules");
    const isCanary = ({ Target }: (typeof all)[number]) => text(Target).includes('\\"canary\\"');
    expect(all.filter(isCanary)).toHaveLength(1);
    const schedules = all.filter((schedule) => !isCanary(schedule));
    expect(schedules).toHaveLength(Object.keys(timedTasks).length);
    const queues = schedules.map(({ Target }) => text((Target as { DeadLetterConfig: unknown }).DeadLetterConfig));
    expect(new Set(queues).size).toBe(schedules.length);
    const firing = (fn: string) =>
      schedules
        .filter(({ Target }) => text((Target as { Arn: unknown }).Arn).includes(`"${fn}`))
        .map(({ Target }) => (Target as { Input: string }).Input);
    // Whoever waits for servers of strangers keeps no other task waiting.
    expect(firing("Feeds")).toEqual([JSON.stringify({ task: feedTask })]);
    expect(firing("Timed")).toHaveLength(schedules.length - 1);
    for (const [task, minutes] of Object.entries(timedTasks)) {
      expect(schedules).toContainEqual(
        expect.objectContaining({
          ScheduleExpression: rateOf(minutes),
          Target: expect.objectContaining({ Input: JSON.stringify({ task }) }),
        }),
      );
    }
  });
});
