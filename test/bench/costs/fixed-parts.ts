import type { Synthesized } from "../../infra/synthesized.ts";
import { resourcesOf } from "../../infra/synthesized.ts";
import { timedTasks } from "../../../shared/wiring.ts";

/** What a deployment has, whether or not anybody comes: counted in the templates that would be deployed. */
export type FixedParts = {
  keys: number;
  secrets: number;
  alarms: number;
  dashboards: number;
  customMetrics: number;
  firewalls: number;
  firewallRules: number;
  /** Runs of timed tasks in a month, by task. */
  runs: Record<string, number>;
};

const minutesAMonth = (365.25 / 12) * 24 * 60;

export const countFixedParts = (synthesized: Synthesized): FixedParts => {
  const count = (type: string): number => resourcesOf(synthesized, type).length;
  const metrics = new Set(
    resourcesOf(synthesized, "AWS::Logs::MetricFilter").map(
      ({ resource }) => (resource.Properties.MetricTransformations as { MetricName: string }[])[0]?.MetricName,
    ),
  );
  const rules = resourcesOf(synthesized, "AWS::WAFv2::WebACL").map(({ resource }) => (resource.Properties.Rules as unknown[] | undefined)?.length ?? 0);
  return {
    keys: count("AWS::KMS::Key"),
    secrets: count("AWS::SecretsManager::Secret"),
    alarms: count("AWS::CloudWatch::Alarm"),
    dashboards: count("AWS::CloudWatch::Dashboard"),
    customMetrics: metrics.size,
    firewalls: count("AWS::WAFv2::WebACL"),
    firewallRules: rules.reduce((total, one) => total + one, 0),
    runs: Object.fromEntries(Object.entries(timedTasks).map(([task, minutes]) => [task, minutesAMonth / minutes])),
  };
};
