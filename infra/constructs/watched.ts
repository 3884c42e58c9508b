import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { EventSourceMapping, IFunction } from "aws-cdk-lib/aws-lambda";
import type { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { ServiceMetric } from "../../shared/wiring.ts";
import type { Stage } from "../stages.ts";
import type { ApiFunction } from "./api-edge.ts";
import type { AlarmWish } from "./service-alarms.ts";
import { serviceMetric } from "./service-metrics.ts";
import type { LaneName } from "./stream-lanes.ts";

export type BackgroundFunction = LaneName | "mailEvents" | "timed" | "feeds" | "canary";

/** What there is to watch in Seoul. */
export type Watched = {
  readonly stage: Stage;
  readonly api: HttpApi;
  readonly requestFunctions: Readonly<Record<ApiFunction, IFunction>>;
  readonly backgroundFunctions: Readonly<Record<BackgroundFunction, IFunction>>;
  readonly mappings: Readonly<Record<LaneName, EventSourceMapping>>;
  readonly schedules: ScheduleGroup;
  readonly tables: Readonly<Record<"table" | "ledger", TableV2>>;
};

/** Between two walks of the canary. */
export const canaryMinutes = 15;
const fiveMinutes = Duration.minutes(5);
const hour = Duration.hours(1);

/** The sum of several metrics; an alarm takes ten at most. */
const sumOf = (label: string, metrics: readonly IMetric[], period = fiveMinutes): MathExpression => {
  const usingMetrics = Object.fromEntries(metrics.map((metric, n) => [`m${n}`, metric]));
  return new MathExpression({ label, period, usingMetrics, expression: `SUM([${Object.keys(usingMetrics).join(", ")}])` });
};

const errorsOf = (functions: Readonly<Record<string, IFunction>>) =>
  sumOf(
    "errors",
    Object.values(functions).map((fn) => fn.metricErrors({ period: fiveMinutes })),
  );

/** How old the oldest change is that a lane has not handled, in milliseconds. */
export const ageOf = (fn: IFunction): Metric => fn.metric("IteratorAge", { statistic: "Maximum", period: fiveMinutes });

const givenUpBy = (mapping: EventSourceMapping): Metric =>
  new Metric({
    namespace: "AWS/Lambda",
    metricName: "OnFailureDestinationDeliveredEventCount",
    dimensionsMap: { EventSourceMappingUUID: mapping.eventSourceMappingId },
    statistic: "Sum",
    period: fiveMinutes,
  });

/** Reads and writes that DynamoDB turned away, and its own faults. */
const tableTrouble = (table: TableV2): IMetric[] =>
  ["ReadThrottleEvents", "WriteThrottleEvents"].map(
    (metricName) =>
      new Metric({
        ...{ namespace: "AWS/DynamoDB", metricName, statistic: "Sum", period: fiveMinutes },
        dimensionsMap: { TableName: table.tableName },
      }),
  );

const sesMetric = (metricName: string, statistic: string, period: Duration): Metric =>
  new Metric({ namespace: "AWS/SES", metricName, statistic, period });

/** Shares at which SES looks into an account are 5 % and 0.1 %: told before that (SES developer guide, "Reputation dashboard"). */
const shares = { bounces: 0.04, complaints: 0.0008 } as const;
/** Of the mails that SES takes in a day. */
const nearQuota = 0.8;
const minute = 60_000;

/** Everything that wakes somebody, by whom it harms. */
export const alarmWishes = (watched: Watched): readonly AlarmWish[] => {
  const { stage, api, requestFunctions, backgroundFunctions, mappings, schedules, tables } = watched;
  const counted = (metric: ServiceMetric) => serviceMetric(stage, metric);
  return [
    // people who book
    {
      name: "Oversold",
      harms: "Two people believe in one seat, and one of them comes for nothing.",
      ...{ metric: counted("Oversold"), limit: { atLeast: 1 } },
    },
    {
      name: "SeatsAdrift",
      harms: "Somebody believes in a seat that is not kept for them, or a seat stays empty that somebody wants.",
      ...{ metric: counted("SeatsAdrift"), limit: { atLeast: 1 } },
    },
    {
      name: "PromisesUnchecked",
      harms: "Nobody would know if people came for seats that they do not have.",
      ...{ metric: counted("PromisesChecked").with({ period: hour }), limit: { below: 1 }, inARow: 3, silenceIsBad: true },
    },
    {
      name: "CanaryFails",
      harms: "Nobody can sign in and book, whatever the pages look like.",
      ...{ metric: counted("CanaryFailed").with({ period: Duration.minutes(canaryMinutes) }), limit: { atLeast: 1 }, inARow: 2 },
    },
    {
      name: "CanarySilent",
      harms: "Nobody would know if people could not sign in and book.",
      ...{
        metric: counted("CanaryPassed").with({ period: Duration.minutes(canaryMinutes) }),
        limit: { below: 1 },
        inARow: 2,
        silenceIsBad: true,
      },
    },
    {
      name: "RequestsFail",
      harms: "People get an error in place of what they asked for.",
      ...{ metric: counted("RequestsFailed"), limit: { atLeast: 5 } },
    },
    {
      name: "RequestFunctionsFail",
      harms: "People get an error: a function crashes, starts not at all, or takes too long.",
      ...{ metric: errorsOf(requestFunctions), limit: { atLeast: 3 } },
    },
    {
      name: "ApiAnswersErrors",
      harms: "People get an error that the service itself may know nothing of.",
      ...{ metric: api.metricServerError({ statistic: "Sum", period: fiveMinutes }), limit: { atLeast: 10 } },
    },
    {
      name: "ApiSlow",
      harms: "People wait, and press again.",
      ...{ metric: api.metricLatency({ statistic: "p99", period: fiveMinutes }), limit: { atLeast: 3_000 }, inARow: 3 },
    },
    {
      name: "FunctionsTurnedAway",
      harms: "People are told to try again: the account's functions are all busy.",
      metric: sumOf(
        "turned away",
        Object.values({ ...requestFunctions, ...backgroundFunctions }).map((fn) => fn.metricThrottles({ period: fiveMinutes })),
      ),
      limit: { atLeast: 10 },
    },
    {
      name: "TableTurnsAway",
      harms: "People wait or are told to try again: the table takes no more for now.",
      ...{ metric: sumOf("turned away", Object.values(tables).flatMap(tableTrouble)), limit: { atLeast: 20 } },
    },
    {
      name: "WorkStopped",
      harms: "People of a visit that was moved or cancelled, or who asked to be forgotten, are waiting for it.",
      ...{ metric: counted("WorkStopped"), limit: { atLeast: 3 } },
    },
    // what people are told
    {
      name: "SignInCodesLate",
      harms: "People wait for the code to sign in with, which is of use for ten minutes.",
      ...{ metric: ageOf(backgroundFunctions.signInMail), limit: { atLeast: 1 * minute }, inARow: 2 },
    },
    {
      name: "ChangesLate",
      harms: "People who have booked have no ticket and no mail yet, and whoever waits is offered nothing.",
      ...{ metric: ageOf(backgroundFunctions.changes), limit: { atLeast: 10 * minute }, inARow: 2 },
    },
    {
      name: "ChangesGivenUp",
      harms: "Somebody was to be told or given something, and will not be by itself.",
      ...{ metric: sumOf("given up", Object.values(mappings).map(givenUpBy)), limit: { atLeast: 1 } },
    },
    {
      name: "BackgroundFunctionsFail",
      harms: "Mails, tickets, offers or reminders come late, or what came back is not noted.",
      ...{ metric: errorsOf(backgroundFunctions), limit: { atLeast: 3 } },
    },
    {
      name: "TasksNotFired",
      harms: "Offers do not end, reminders do not go out, what is to be deleted stays.",
      ...{ metric: schedules.metricSentToDLQ({ statistic: "Sum", period: fiveMinutes }), limit: { atLeast: 1 } },
    },
    {
      name: "TasksSilent",
      harms: "Nothing happens any more that has its time: no reminder, no ticket of the day, no offer that ends.",
      metric: backgroundFunctions.timed.metricInvocations({ period: Duration.minutes(10) }),
      ...{ limit: { below: 1 }, silenceIsBad: true },
    },
    {
      name: "MailsHeld",
      harms: "People who are to know something are not mailed: a mail budget is used up.",
      ...{ metric: counted("MailsHeld"), limit: { atLeast: 1 } },
    },
    {
      name: "MailsRefused",
      harms: "People who are to know something are not mailed: the mail service refuses.",
      ...{ metric: counted("MailsRefused"), limit: { atLeast: 5 } },
    },
    {
      name: "MailsStuck",
      harms: "People may not have been told, and nobody can know: the mail service did not say.",
      ...{ metric: counted("MailsStuck"), limit: { atLeast: 3 } },
    },
    {
      name: "MailsLost",
      harms: "People were not told what they should have been.",
      ...{ metric: counted("MailsLost"), limit: { atLeast: 1 } },
    },
    {
      name: "BounceRate",
      harms: "Everybody: so much mail comes back that the account may be stopped, sign-in codes too.",
      ...{ metric: sesMetric("Reputation.BounceRate", "Maximum", hour), limit: { atLeast: shares.bounces } },
    },
    {
      name: "ComplaintRate",
      harms: "Everybody: so much mail is called spam that the account may be stopped, sign-in codes too.",
      ...{ metric: sesMetric("Reputation.ComplaintRate", "Maximum", hour), limit: { atLeast: shares.complaints } },
    },
    {
      name: "MailQuotaNear",
      harms: "Everybody who asks for a code once the mails of the day are used up.",
      ...{ metric: sesMetric("Send", "Sum", Duration.days(1)), limit: { atLeast: nearQuota * stage.mailsADay } },
    },
    // the bus
    {
      name: "ScansQuarantined",
      harms: "Somebody at the bus may be checked in and not counted: a phone sends what is in doubt.",
      ...{ metric: counted("ScansQuarantined"), limit: { atLeast: 10 } },
    },
    // law
    {
      name: "LooksNotNoted",
      harms: "Staff see nothing while a look cannot be written down, and nobody may look unseen.",
      ...{ metric: counted("LooksNotNoted"), limit: { atLeast: 1 } },
    },
    {
      name: "WebhooksPaused",
      harms: "Another system of the city is no longer told what happens.",
      ...{ metric: counted("WebhooksPaused"), limit: { atLeast: 1 } },
    },
  ];
};

/** The same of what is counted in us-east-1. */
export const edgeAlarmWishes = (distribution: Distribution, certificate: Certificate): readonly AlarmWish[] => [
  {
    name: "SiteAnswersErrors",
    harms: "People see no page, or an error where they wanted to do something.",
    metric: new Metric({
      ...{ namespace: "AWS/CloudFront", metricName: "5xxErrorRate", statistic: "Average", period: fiveMinutes },
      dimensionsMap: { DistributionId: distribution.distributionId, Region: "Global" },
    }),
    ...{ limit: { atLeast: 5 }, inARow: 2 },
  },
  {
    name: "CertificateEnds",
    harms: "Soon everybody is warned of the site by their browser.",
    ...{ metric: certificate.metricDaysToExpiry({ period: Duration.days(1) }), limit: { below: 21 } },
  },
];
