import { Stack, type StackProps } from "aws-cdk-lib";
import type { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { ServiceAlarms } from "../constructs/service-alarms.ts";
import { edgeAlarmWishes } from "../constructs/watched.ts";
import type { Stage } from "../stages.ts";

type EdgeWatchStackProps = StackProps & { readonly stage: Stage; readonly distribution: Distribution; readonly certificate: Certificate };

/** What CloudFront counts stands in us-east-1 only, and alarms stand where their metrics do. Holds no data. */
export class EdgeWatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, distribution, certificate, ...props }: EdgeWatchStackProps) {
    super(scope, id, props);
    const topic = new AlarmTopic(this, "Alarms", { mail: stage.alarmMail });
    new ServiceAlarms(this, "Alarm", { wishes: edgeAlarmWishes(distribution, certificate), topic });
  }
}
