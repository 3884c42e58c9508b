import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { resourcesOf, synthesizeAll, text } from "./synthesized.ts";

const runbook = readFileSync(join(import.meta.dirname, "../../infra/RUNBOOK.md"), "utf8");
const headings = [...runbook.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);

describe.for(synthesizeAll().map((one) => [one.stage.name, one] as const))("in %s", ([, synthesized]) => {
  const alarms = resourcesOf(synthesized, "AWS::CloudWatch::Alarm").map(({ resource }) => resource.Properties);
  const named = alarms.map(({ AlarmDescription }) => /RUNBOOK\.md: (\w+)$/.exec(String(AlarmDescription))?.[1]);

  test("every alarm has its heading in the runbook, which says whom it harms, and no heading is without one", () => {
    expect(named.toSorted()).toEqual(headings.toSorted());
    for (const part of runbook.split(/^## /m).slice(1)) expect(part).toContain("**Whom it harms:**");
  });

  test("every alarm reaches somebody", () => {
    for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
    const told = resourcesOf(synthesized, "AWS::SNS::Subscription").filter(({ resource }) => resource.Properties.Protocol === "email");
    expect(told.map(({ resource }) => resource.Properties.Endpoint)).toEqual([synthesized.stage.alarmMail]);
  });

  test("a mail that is held, or refused, is counted from the logs of both functions that send", () => {
    const filters = resourcesOf(synthesized, "AWS::Logs::MetricFilter").map(({ resource }) => resource.Properties);
    for (const message of ["mail.held", "mail.refused"])
      expect(filters.filter(({ FilterPattern }) => text(FilterPattern).includes(message))).toHaveLength(2);
    for (const { MetricTransformations } of filters) {
      const [{ MetricName }] = MetricTransformations as [{ MetricName: string }];
      expect(alarms.some((alarm) => alarm.Namespace === "Jobstop" && alarm.MetricName === MetricName)).toBe(true);
    }
  });

  test("what is told of mails comes from the mail service alone, and of alarms from CloudWatch", () => {
    const policies = resourcesOf(synthesized, "AWS::SNS::TopicPolicy").map(({ resource }) => text(resource.Properties.PolicyDocument));
    for (const policy of policies) {
      const allowed = [...policy.matchAll(/"Effect":"Allow","Principal":(\{[^}]*\})/g)].map(([, principal]) => principal);
      for (const principal of allowed) expect(principal).toMatch(/ses\.amazonaws\.com|cloudwatch\.amazonaws\.com/);
    }
  });
});
