import { Duration } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { refusalDimension, type ServiceMetric, serviceName } from "../../shared/wiring.ts";
import { metricNamespace, serviceMetric } from "./service-metrics.ts";
import { ageOf, type Watched } from "./watched.ts";

const day = Duration.days(1);
const fullWidth = 24;

/** The service in people's terms: who books, who is refused and why, who is told, who arrives, how long everybody waits; what rings stands above it all. */
export class PeopleDashboard extends Construct {
  constructor(scope: Construct, id: string, { watched, alarms }: { readonly watched: Watched; readonly alarms: readonly Alarm[] }) {
    super(scope, id);
    const { stage, api, backgroundFunctions } = watched;
    const counted = (metric: ServiceMetric, label: string): IMetric => serviceMetric(stage, metric).with({ label });
    const ofToday = (metric: ServiceMetric, label: string): IMetric => serviceMetric(stage, metric).with({ label, period: day });
    const graph = (title: string, left: readonly IMetric[], width = fullWidth / 3): IWidget =>
      new GraphWidget({ title, left: [...left], width, height: 6, region: watched.stage.region });
    const refusals = new MathExpression({
      label: "",
      period: Duration.minutes(5),
      usingMetrics: {},
      expression: `SEARCH('{${metricNamespace(stage)},${refusalDimension},service} MetricName="BookingsRefused" service="${serviceName}"', 'Sum')`,
    });
    new Dashboard(this, "Dashboard", {
      dashboardName: `jobstop-${stage.name}`,
      defaultInterval: Duration.hours(12),
      periodOverride: PeriodOverride.INHERIT,
      widgets: [
        [
          new TextWidget({
            markdown: `# ${stage.siteHost}\nWhat rings here is explained in \`infra/RUNBOOK.md\`, by its name.`,
            width: fullWidth,
            height: 2,
          }),
        ],
        [new AlarmStatusWidget({ title: "What rings", alarms: [...alarms], width: fullWidth, height: 5 })],
        [
          new SingleValueWidget({
            title: "Within a day",
            width: fullWidth,
            height: 4,
            metrics: [
              ofToday("Bookings", "booked"),
              ofToday("BookingsCancelled", "cancelled"),
              ofToday("BookingsRefused", "refused"),
              ofToday("MailsSent", "mails sent"),
              ofToday("ScansMerged", "scans of phones taken"),
              ofToday("Oversold", "oversold (0)"),
            ],
          }),
        ],
        [
          graph("People who book", [
            counted("Bookings", "booked"),
            counted("BookingsMoved", "moved"),
            counted("BookingsCancelled", "cancelled"),
          ]),
          graph("People who are refused, by the reason that they are told", [refusals]),
          graph("People at the bus", [counted("ScansMerged", "scans of phones taken"), counted("ScansQuarantined", "in doubt")]),
        ],
        [
          graph("People who are told", [counted("MailsClaimed", "to be sent"), counted("MailsSent", "sent")]),
          graph("People who are not told", [
            ...[
              counted("MailsStuck", "nobody knows"),
              counted("MailsHeld", "held"),
              counted("MailsRefused", "refused"),
              counted("MailsLost", "lost"),
            ],
          ]),
          graph("How long people wait for a code, a ticket or a mail, in milliseconds", [
            ageOf(backgroundFunctions.signInMail).with({ label: "codes" }),
            ageOf(backgroundFunctions.changes).with({ label: "tickets and mails" }),
          ]),
        ],
        [
          graph("How long people wait for an answer, in milliseconds", [
            ...["p50", "p99"].map((statistic) => api.metricLatency({ statistic, label: statistic, period: Duration.minutes(5) })),
          ]),
          graph("People who get an error", [
            counted("RequestsFailed", "of ours"),
            counted("RequestsContended", "try again"),
            api.metricServerError({ statistic: "Sum", label: "of the gateway", period: Duration.minutes(5) }),
          ]),
          graph("Whether it is watched", [
            ...[
              counted("CanaryPassed", "canary came through"),
              counted("CanaryFailed", "canary did not"),
              counted("PromisesChecked", "promises checked"),
            ],
          ]),
        ],
      ],
    });
  }
}
