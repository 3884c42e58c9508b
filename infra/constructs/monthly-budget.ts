import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/** Percent of the month's dollars that were spent, and that AWS expects to be. */
const told = [
  { notificationType: "ACTUAL", threshold: 80 },
  { notificationType: "FORECASTED", threshold: 100 },
] as const;

/** Tells by mail before a month costs more than it should: a loop that mails or a flood of requests shows here at the latest. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: `jobstop-${stage.name}`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: stage.budgetDollars, unit: "USD" },
        // Only what bears the stage's tag, which has to be activated for billing once (docs/DEPLOY.md).
        costFilters: { TagKeyValue: [`user:stage$${stage.name}`] },
      },
      notificationsWithSubscribers: told.map(({ notificationType, threshold }) => ({
        notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold, thresholdType: "PERCENTAGE" },
        subscribers: [{ subscriptionType: "EMAIL", address: stage.alarmMail }],
      })),
    });
  }
}
