import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import type {
  DlqDestinationConfig,
  IEventSourceDlq,
  IEventSourceMapping,
  IFunction,
  Function as LambdaFunction,
} from "aws-cdk-lib/aws-lambda";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/** Days in which a failed batch can be looked at and sent again; it holds personal data, hence not for good. */
const keptDays = 30;

/** Where stream batches go that were given up, with their payload (promise 5: none lost in silence). */
export class FailureStore extends Construct implements IEventSourceDlq {
  readonly bucket: Bucket;
  readonly #key: Key;

  constructor(scope: Construct, id: string, props: { readonly encryptionKey: Key }) {
    super(scope, id);
    this.#key = props.encryptionKey;
    this.bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(keptDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Events that reach a function by themselves, not by a stream: what it could not handle in three tries, with its payload. */
  keepFailuresOf(fn: LambdaFunction): void {
    fn.configureAsyncInvoke({ onFailure: { bind: (_, target) => this.#store(target) }, retryAttempts: 2, maxEventAge: Duration.hours(6) });
  }

  /** Lambda writes with the function's role: one permission to put, one to see the bucket, instead of CDK's read and write. */
  bind(_mapping: IEventSourceMapping, fn: IFunction): DlqDestinationConfig {
    return this.#store(fn);
  }

  #store({ grantPrincipal }: IFunction): { destination: string } {
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ["s3:PutObject"], resources: [this.bucket.arnForObjects("*")] }));
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [this.bucket.bucketArn] }));
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ["kms:GenerateDataKey"], resources: [this.#key.keyArn] }));
    return { destination: this.bucket.bucketArn };
  }
}
