import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { AlarmTopic } from "./alarm-topic.ts";

/** What is watched, and why. */
export type AlarmWish = {
  /** Heading in `infra/RUNBOOK.md`. */
  readonly name: string;
  /** Whom it harms, in a sentence: what harms nobody wakes nobody. */
  readonly harms: string;
  readonly metric: IMetric;
  /** Rings from this on; `below` rings under it. */
  readonly limit: { readonly atLeast: number } | { readonly below: number };
  /** So many periods of the metric in a row; default 1. */
  readonly inARow?: number;
  /** Rings when nothing is heard: silence is what is feared. */
  readonly silenceIsBad?: true;
};

/** The alarms of a stage; each tells whoever runs it whom it harms, and where to read what to do. */
export class ServiceAlarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, { wishes, topic }: { readonly wishes: readonly AlarmWish[]; readonly topic: AlarmTopic }) {
    super(scope, id);
    this.all = wishes.map(({ name, harms, metric, limit, inARow = 1, silenceIsBad }) => {
      const alarm = new Alarm(this, name, {
        alarmDescription: `${harms} infra/RUNBOOK.md: ${name}`,
        metric,
        threshold: "atLeast" in limit ? limit.atLeast : limit.below,
        comparisonOperator:
          "atLeast" in limit ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: inARow,
        treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      topic.tell(alarm);
      return alarm;
    });
  }
}
