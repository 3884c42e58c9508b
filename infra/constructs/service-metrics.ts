import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { type ServiceMetric, serviceName } from "../../shared/wiring.ts";
import type { Stage } from "../stages.ts";

/** Stages may share an account: each counts for itself. */
export const metricNamespace = ({ name }: Pick<Stage, "name">): string => `Jobstop/${name}`;

/** What the functions count (`functions/platform/counted-lines.ts`), in sums of five minutes. */
export const serviceMetric = (stage: Pick<Stage, "name">, metricName: ServiceMetric, of: Readonly<Record<string, string>> = {}): Metric =>
  new Metric({
    namespace: metricNamespace(stage),
    metricName,
    dimensionsMap: { service: serviceName, ...of },
    statistic: "Sum",
    period: Duration.minutes(5),
  });
