import { RemovalPolicy } from "aws-cdk-lib";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

/** Letters and digits that make up 32 bytes when read as base64: 43 of them, without padding. */
export const base64Of32Bytes = 43;

type AppSecretProps = {
  readonly secretName: string;
  readonly description: string;
  readonly encryptionKey: Key;
  /** Letters and digits to generate. */
  readonly characters: number;
  /** Nothing is sealed under it: it goes when it is not used any more. */
  readonly isReplaceable?: true;
};

/** A random text that nobody types: made at deployment, and kept when the stack goes, since what it sealed is lost without it. A first deployment that fails takes it along: its name is free for the next. */
export class AppSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: AppSecretProps) {
    super(scope, id);
    this.secret = new Secret(this, "Secret", {
      secretName: props.secretName,
      description: props.description,
      encryptionKey: props.encryptionKey,
      generateSecretString: { passwordLength: props.characters, excludePunctuation: true, requireEachIncludedType: false },
      removalPolicy: props.isReplaceable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** Dynamic reference that CloudFormation resolves while it deploys: the value is in no template. */
  get reference(): string {
    return this.secret.secretValue.unsafeUnwrap();
  }
}
