import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { metricNamespace } from "../../infra/constructs/service-metrics.ts";
import { canaryMinutes } from "../../infra/constructs/watched.ts";
import { serviceMetrics, timedTasks } from "../../shared/wiring.ts";
import { only, resourcesOf, synthesizeAll, text } from "./synthesized.ts";

const runbook = readFileSync(join(import.meta.dirname, "../../infra/RUNBOOK.md"), "utf8");
const parts = new Map(runbook.split(/^## /m).map((part) => [part.slice(0, part.indexOf("\n")), part]));
const headings = [...parts.keys()].filter((name) => /^\w+$/.test(name));

const promisesEvery = Object.fromEntries(
  ["PromisesChecked", "Oversold", "SeatsAdrift"].map((name) => [name, timedTasks["check-promises"]]),
);

/** Of each alarm the metrics that it follows, those of an expression too. */
type Alarm = {
  AlarmDescription: string;
  AlarmActions: unknown[];
  TreatMissingData: string;
  EvaluationPeriods: number;
  Period?: number;
  Namespace?: string;
  MetricName?: string;
  Metrics?: { MetricStat?: { Metric: { Namespace: string; MetricName: string } } }[];
};
const followedBy = ({ Namespace, MetricName, Metrics = [] }: Alarm) => [
  ...(Namespace && MetricName ? [{ Namespace, MetricName }] : []),
  ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []),
];

describe.for(synthesizeAll().map((one) => [one.stage.name, one] as const))("in %s", ([, synthesized]) => {
  const alarms = resourcesOf(synthesized, "AWS::CloudWatch::Alarm").map(({ resource }) => resource.Properties as unknown as Alarm);
  const named = alarms.map(({ AlarmDescription }) => /RUNBOOK\.md: (\w+)$/.exec(AlarmDescription)?.[1]);

  test("every alarm says in a sentence whom it harms, and has its heading in the runbook; no heading is without one", () => {
    expect(named.toSorted()).toEqual(headings.toSorted());
    for (const { AlarmDescription } of alarms) expect(AlarmDescription).toMatch(/^[A-Z][^.]{20,}[.:] /);
    for (const name of headings)
      for (const words of ["**Whom it harms:**", "**What to do:**"]) expect(parts.get(name), name).toContain(words);
  });

  test("every alarm reaches somebody, in Seoul and at the edge", () => {
    for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
    const told = resourcesOf(synthesized, "AWS::SNS::Subscription").filter(({ resource }) => resource.Properties.Protocol === "email");
    expect(told.map(({ part }) => part).toSorted()).toEqual(["edgeWatch", "watch"]);
    for (const { resource } of told) expect(resource.Properties.Endpoint).toBe(synthesized.stage.alarmMail);
  });

  test("what an alarm follows is counted by the functions of this stage, under the names that they count by", () => {
    const ours = alarms.flatMap(followedBy).filter(({ Namespace }) => Namespace.startsWith("Jobstop"));
    expect(ours.length).toBeGreaterThan(10);
    for (const { Namespace, MetricName } of ours) {
      expect(Namespace).toBe(metricNamespace(synthesized.stage));
      expect(serviceMetrics as readonly string[]).toContain(MetricName);
    }
    for (const { resource } of resourcesOf(synthesized, "AWS::Lambda::Function").filter(({ part }) => part !== "web"))
      expect(text(resource.Properties.Environment)).toContain(`"POWERTOOLS_METRICS_NAMESPACE":"${metricNamespace(synthesized.stage)}"`);
  });

  test("silence rings where somebody should be heard of", () => {
    const ring = alarms.flatMap(({ TreatMissingData }, n) => (TreatMissingData === "breaching" ? [named[n]] : []));
    expect(ring.toSorted()).toEqual(["CanarySilent", "PromisesUnchecked", "TasksSilent"]);
  });

  test("what has to happen several times in a row is looked at no oftener than it can happen: else the alarm could never ring", () => {
    const everyMinutes: Record<string, number> = { CanaryPassed: canaryMinutes, CanaryFailed: canaryMinutes, ...promisesEvery };
    const seldom = alarms.filter(({ MetricName = "", EvaluationPeriods }) => MetricName in everyMinutes && EvaluationPeriods > 1);
    expect(seldom.length).toBe(3);
    for (const { MetricName = "", Period = 0 } of seldom)
      expect(Period / 60, MetricName).toBeGreaterThanOrEqual(everyMinutes[MetricName] ?? Number.POSITIVE_INFINITY);
  });

  test("the dashboard shows every alarm of Seoul, and nothing that is not counted", () => {
    const body = text(only(synthesized, "AWS::CloudWatch::Dashboard").Properties.DashboardBody);
    const shown = resourcesOf(synthesized, "AWS::CloudWatch::Alarm").filter(({ part }) => part === "watch");
    for (const { id } of shown) expect(body, id).toContain(id);
    const counted = [...body.matchAll(/Jobstop\/\w+\\*",\\*"(\w+)/g)].map(([, name]) => name);
    expect(counted.length).toBeGreaterThan(10);
    for (const name of counted) expect(serviceMetrics as readonly (string | undefined)[]).toContain(name);
  });

  test("somebody is told before a month costs more than it should", () => {
    const { Budget: budget, NotificationsWithSubscribers: told } = only(synthesized, "AWS::Budgets::Budget").Properties;
    expect(budget).toMatchObject({ BudgetLimit: { Amount: synthesized.stage.budgetDollars, Unit: "USD" }, TimeUnit: "MONTHLY" });
    expect(told).toHaveLength(2);
    expect(text(told)).toContain(synthesized.stage.alarmMail);
  });

  test("what is told of mails comes from the mail service alone, and of alarms from CloudWatch", () => {
    const policies = resourcesOf(synthesized, "AWS::SNS::TopicPolicy").map(({ resource }) => text(resource.Properties.PolicyDocument));
    for (const policy of policies) {
      const allowed = [...policy.matchAll(/"Effect":"Allow","Principal":(\{[^}]*\})/g)].map(([, principal]) => principal);
      for (const principal of allowed) expect(principal).toMatch(/ses\.amazonaws\.com|cloudwatch\.amazonaws\.com/);
    }
  });
});
