import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { MonthlyBudget } from "../constructs/monthly-budget.ts";
import { PeopleDashboard } from "../constructs/people-dashboard.ts";
import { ServiceAlarms } from "../constructs/service-alarms.ts";
import { alarmWishes, type Watched } from "../constructs/watched.ts";
import type { Stage } from "../stages.ts";
import type { ApiStack } from "./api-stack.ts";
import type { DataStack } from "./data-stack.ts";
import type { EventsStack } from "./events-stack.ts";

type WatchStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly events: EventsStack;
};

/** Who is woken by what, and where one looks: alarms, dashboard, budget. Nothing else depends on it. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, api, events, ...props }: WatchStackProps) {
    super(scope, id, props);
    const watched: Watched = {
      stage,
      api: api.api,
      requestFunctions: api.functions,
      backgroundFunctions: events.functions,
      mappings: events.mappings,
      schedules: events.schedules,
      tables: { table: data.table, ledger: data.ledger },
    };
    const topic = new AlarmTopic(this, "Alarms", { encryptionKey: data.dataKey, mail: stage.alarmMail });
    const { all: alarms } = new ServiceAlarms(this, "Alarm", { wishes: alarmWishes(watched), topic });
    new PeopleDashboard(this, "People", { watched, alarms });
    new MonthlyBudget(this, "Budget", { stage });
  }
}
