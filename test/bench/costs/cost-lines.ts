import prices from "../prices-seoul.json" with { type: "json" };
import type { FixedParts } from "./fixed-parts.ts";
import { assumed, type countSeason } from "./season-counts.ts";
import type { MeteredSeason } from "./season-metered.ts";

type PriceName = keyof typeof prices.lines;
/** One line of the bill of a month: US dollars, without free allowances and taxes. */
export type CostLine = { service: string; what: string; amount: number; price: PriceName; dollars: number; known: boolean };

const bill = prices.assumed;

/** What a month costs on average: what people do, what runs by the clock, and what is there in any case. */
export const costLines = (metered: MeteredSeason, season: ReturnType<typeof countSeason>, fixed: FixedParts): CostLine[] => {
  const acts = Object.entries(season.times).map(([name, times]) => {
    const act = metered.acts[name];
    if (!act) throw new Error(`"${name}" was not metered: npm run costs -- --measure`);
    return { ...act, times: times / season.months };
  });
  const ofActs = (of: (act: (typeof acts)[number]) => number): number => acts.reduce((total, act) => total + of(act) * act.times, 0);
  const runs = Object.entries(fixed.runs);
  const ofTasks = (of: "writeUnits" | "readUnits"): number =>
    runs.reduce((total, [task, times]) => total + (metered.tasks[task]?.[of] ?? 0) * times, 0);
  const allRuns = runs.reduce((total, [, times]) => total + times, 0);
  const ofPeople = ofActs(() => assumed.requestsAnAct);
  const requests = ofPeople + (fixed.runs.canary ?? 0) * assumed.canaryRequests;
  const changes = ofActs(({ changes: some }) => some);
  const mails = ofActs((act) => act.mails) + (season.times["ask for a code to sign in"] ?? 0) / season.months;
  const lookers = (season.times["look at visits and one visit's times"] ?? 0) / season.months;
  const apiSeconds = (requests * bill.apiBilledMilliseconds * bill.apiGigabytes) / 1000;
  const readerSeconds = (changes * bill.readerBilledMilliseconds * bill.readerGigabytes) / 1000;
  const taskSeconds = (allRuns * assumed.taskMilliseconds * assumed.taskGigabytes) / 1000;
  const line = (service: string, what: string, price: PriceName, amount: number): CostLine => {
    const { usd, per, known } = prices.lines[price];
    return { service, what, amount, price, dollars: (amount * usd) / per, known };
  };
  return [
    line(
      "DynamoDB",
      "write units of people's acts",
      "writeRequestUnit",
      ofActs((act) => act.writeUnits),
    ),
    line(
      "DynamoDB",
      "read units of people's acts",
      "readRequestUnit",
      ofActs((act) => act.readUnits),
    ),
    line("DynamoDB", "write units of timed tasks", "writeRequestUnit", ofTasks("writeUnits")),
    line("DynamoDB", "read units of timed tasks", "readRequestUnit", ofTasks("readUnits")),
    line("DynamoDB", "gigabytes kept", "tableGigabyteMonth", assumed.tableGigabytes),
    line("DynamoDB", "gigabytes that can be wound back", "recoveryGigabyteMonth", assumed.tableGigabytes),
    line("Lambda", "runs for requests", "lambdaRequest", requests),
    line("Lambda", "runs for changes, at most one each", "lambdaRequest", changes),
    line("Lambda", "runs of timed tasks", "lambdaRequest", allRuns),
    line("Lambda", "gigabyte seconds", "lambdaArmGigabyteSecond", apiSeconds + readerSeconds + taskSeconds),
    line("API Gateway", "requests, with those of the canary", "httpApiRequest", requests),
    line("CloudFront", "requests", "cloudFrontRequest", requests + lookers * assumed.filesAFirstVisit),
    line(
      "CloudFront",
      "gigabytes to people",
      "cloudFrontGigabyteOut",
      (requests * bill.bytesOut + lookers * assumed.bytesAFirstVisit) / 1e9,
    ),
    line("CloudFront", "gigabytes to the API", "cloudFrontGigabyteToOrigin", (requests * bill.bytesToOrigin) / 1e9),
    line("S3", "gigabytes of pages", "siteGigabyteMonth", assumed.siteGigabytes),
    line("SES", "mails", "mail", mails),
    line("SNS", "what SES tells of mails", "topicMessage", mails * 3),
    line("EventBridge Scheduler", "firings of timed tasks", "schedulerInvocation", allRuns),
    line("KMS", "keys", "kmsKeyMonth", fixed.keys),
    line("KMS", "requests", "kmsRequest", requests * bill.kmsRequests),
    line("Secrets Manager", "secrets", "secretMonth", fixed.secrets),
    line(
      "CloudWatch",
      "gigabytes of logs taken in",
      "logGigabyte",
      (requests * bill.logBytes + changes * bill.logBytes + allRuns * assumed.taskLogBytes) / 1e9,
    ),
    line("CloudWatch", "gigabytes of logs kept", "logGigabyteMonth", assumed.logGigabytes),
    line("CloudWatch", "metrics that alarms look at", "alarmMonth", fixed.alarmMetrics),
    line("CloudWatch", "metrics of our own", "customMetricMonth", fixed.customMetrics),
    line("CloudWatch", "dashboards", "dashboardMonth", fixed.dashboards),
    line("X-Ray", "traces, as if every run had one", "trace", requests + changes + allRuns),
    line("WAF", "where it is switched on: lists", "firewallMonth", fixed.firewalls),
    line("WAF", "where it is switched on: rules", "firewallRuleMonth", fixed.firewallRules),
    line(
      "WAF",
      "where it is switched on: requests",
      "firewallRequest",
      fixed.firewalls > 0 ? requests + lookers * assumed.filesAFirstVisit : 0,
    ),
  ];
};

export const sumOf = (lines: readonly CostLine[]): number => lines.reduce((total, { dollars }) => total + dollars, 0);
export const pricesReadOn = prices.readOn;
