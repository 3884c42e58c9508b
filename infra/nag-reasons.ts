/** A rule of cdk-nag (AwsSolutions) that does not hold somewhere, and why that is right. */
export type NagReason = {
  /** The rule, with the finding in brackets where it has one; a star stands for anything. */
  readonly rule: string;
  /** Construct paths without the stage; a star stands for anything. */
  readonly at: string;
  readonly reason: string;
};

const uploader = "web/Custom::CDKBucketDeployment*";
const uploaderReason =
  "CDK's own uploader of the site: it reaches the bucket of public pages and the bucket that deployments come from, and nothing that is anybody's.";

/** Every exception in one place; `test/cloud/nag.test.ts` fails for a finding that is not here, and for a reason that nothing needs any more. */
export const nagReasons: readonly NagReason[] = [
  {
    rule: "AwsSolutions-SMG4",
    at: "data/EdgeSecret*",
    reason:
      "Changed by a deployment (`edgeSecretGeneration`): CloudFront and the API have to know of it at once, which no rotation function could see to.",
  },
  {
    rule: "AwsSolutions-SMG4",
    at: "data/*Seal*",
    reason: "What was sealed under it would never open again. It is in no hand: made by AWS, read by functions alone.",
  },
  {
    rule: "AwsSolutions-SMG4",
    at: "data/SignInPepper/*",
    reason: "A change ends the codes of ten minutes and no more; it is made by hand when somebody may have seen it, in a quiet hour.",
  },
  {
    rule: "AwsSolutions-IAM5[Resource::*]",
    at: "*/Role/DefaultPolicy/*",
    reason:
      "X-Ray alone (PutTraceSegments, PutTelemetryRecords): traces belong to no resource. `test/infra/permissions.test.ts` holds it to that.",
  },
  {
    rule: "AwsSolutions-APIG4",
    at: "api/Public/Api/*",
    reason:
      "Sessions are the application's: roles are read on each request, so that a right that is taken away ends at once. One table of routes and roles, walked by tests (`test/api/authorisation.test.ts`).",
  },
  {
    rule: "AwsSolutions-S1",
    at: "events/Failures/*",
    reason:
      "Read by operators by hand, for 30 days at most; who does is in CloudTrail. A second bucket of who looked at the first would have to be kept as long.",
  },
  {
    rule: "AwsSolutions-S1",
    at: "web/Files/*",
    reason: "Public pages, read by CloudFront alone.",
  },
  {
    rule: "AwsSolutions-IAM5[Resource::<FailuresBucket*.Arn>/*]",
    at: "events/*",
    reason: "Batches that were given up get names of Lambda's own.",
  },
  {
    rule: "AwsSolutions-SQS3",
    at: "events/*/Failures/*",
    reason: "It is the queue of what failed; CDK tells the scheduler of it in a way that the rule does not see.",
  },
  {
    rule: "AwsSolutions-IAM5[Resource::<*Function*.Arn>:*]",
    at: "events/SchedulerRoleForTarget*",
    reason: "Versions and aliases of the one function that the scheduler calls.",
  },
  {
    rule: "AwsSolutions-CFR1",
    at: "web/Distribution/*",
    reason: "People look for work at home from abroad, and relatives book for them.",
  },
  {
    rule: "AwsSolutions-CFR2",
    at: "web/Distribution/*",
    reason: "A firewall is a wish of the stage (`firewall`): it costs some dollars a month, and a stage to try things has nothing to lose.",
  },
  {
    rule: "AwsSolutions-CFR3",
    at: "web/Distribution/*",
    reason:
      "Such logs keep everybody's address with every page that they looked at. What the service needs to know it counts, without anybody in it.",
  },
  { rule: "AwsSolutions-IAM4[Policy::*AWSLambdaBasicExecutionRole]", at: uploader, reason: uploaderReason },
  { rule: "AwsSolutions-IAM5[*", at: uploader, reason: uploaderReason },
  { rule: "AwsSolutions-L1", at: uploader, reason: uploaderReason },
];
