import { countedLines } from "../../../functions/platform/counted-lines.ts";
import { resourcesOf, type Synthesized } from "../../infra/synthesized.ts";
import { assumed } from "./season-counts.ts";

/** What a deployment has, whether or not anybody comes: counted in the templates that would be deployed. */
export type FixedParts = {
  keys: number;
  secrets: number;
  /** Metrics that alarms look at: each is charged like an alarm. */
  alarmMetrics: number;
  dashboards: number;
  customMetrics: number;
  firewalls: number;
  firewallRules: number;
  /** Firings a month, by task. */
  runs: Record<string, number>;
};

const minutesAMonth = (365.25 / 12) * 24 * 60;
const minutesOf = { minute: 1, minutes: 1, hour: 60, hours: 60, day: 1440, days: 1440 };

/** `rate(5 minutes)` → how often in a month. */
const timesAMonth = (expression: string): number => {
  const [, every = "", unit = ""] = /^rate\((\d+) (\w+)\)$/.exec(expression) ?? [];
  const minutes = Number(every) * (minutesOf[unit as keyof typeof minutesOf] ?? Number.NaN);
  if (!(minutes > 0)) throw new Error(`How often is ${expression}?`);
  return minutesAMonth / minutes;
};

/** An alarm on one metric, or on an expression over several. */
const metricsOf = ({ Metrics: metrics }: Record<string, unknown>): number =>
  Array.isArray(metrics) ? metrics.filter(({ MetricStat }) => MetricStat).length : 1;

/** What the functions count, each with its dimensions, and the cold starts of each. */
const customMetricsOf = (functions: number): number => {
  const all = Object.values(countedLines).flat();
  const plain = new Set(all.flatMap(({ metric, by }) => (by ? [] : [metric])));
  const byCode = new Set(all.flatMap(({ metric, by }) => (by ? [metric] : [])));
  return plain.size + byCode.size * assumed.refusalCodes + functions;
};

export const countFixedParts = (synthesized: Synthesized): FixedParts => {
  const properties = (type: string) => resourcesOf(synthesized, type).map(({ resource }) => resource.Properties);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const entries = properties("AWS::Lambda::Function").filter(({ Description }) => String(Description).startsWith("Jobstop")).length;
  return {
    keys: properties("AWS::KMS::Key").length,
    secrets: properties("AWS::SecretsManager::Secret").length,
    alarmMetrics: sum(properties("AWS::CloudWatch::Alarm").map(metricsOf)),
    dashboards: properties("AWS::CloudWatch::Dashboard").length,
    customMetrics: customMetricsOf(entries),
    firewalls: properties("AWS::WAFv2::WebACL").length,
    firewallRules: sum(properties("AWS::WAFv2::WebACL").map(({ Rules }) => (Rules as unknown[]).length)),
    runs: Object.fromEntries(
      properties("AWS::Scheduler::Schedule").map(({ ScheduleExpression, Target }) => [
        (JSON.parse((Target as { Input: string }).Input) as { task: string }).task,
        timesAMonth(String(ScheduleExpression)),
      ]),
    ),
  };
};
