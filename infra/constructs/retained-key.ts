import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

/** Days in which a deletion ordered by mistake can be taken back; the longest that KMS allows. */
const waitingDays = 30;

/** A customer-managed key that rotates each year and outlives its stack: data that it protects is lost with it. */
export class RetainedKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: { readonly alias: string; readonly description: string }) {
    super(scope, id);
    this.key = new Key(this, "Key", {
      alias: props.alias,
      description: props.description,
      enableKeyRotation: true,
      pendingWindow: Duration.days(waitingDays),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
