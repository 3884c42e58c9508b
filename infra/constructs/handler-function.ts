import { join } from "node:path";
import { type Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Architecture, type Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { type ICommandHooks, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type EnvName, serviceName } from "../../shared/wiring.ts";
import type { Stage } from "../stages.ts";
import type { EntryName } from "./function-calls.ts";
import { bundlingArguments, handlerBundling } from "./handler-bundling.ts";
import { metricNamespace } from "./service-metrics.ts";

const project = join(import.meta.dirname, "..", "..");

export type HandlerFunctionProps = {
  /** Name of the entry: `functions/entry/<entry>.lambda.ts`. */
  readonly entry: EntryName;
  readonly description: string;
  readonly stage: Stage;
  readonly timeout: Duration;
  readonly memoryMegabytes: number;
  /** What the entry reads from its environment, and no more. */
  readonly settings: Partial<Record<EnvName, string>>;
  readonly encryptionKey: Key;
  /** Files of a package that lie beside the code, by their paths in it. */
  readonly files?: { readonly of: string; readonly paths: readonly string[] };
};

/** Copies files of a package beside the bundle, in the folders that they have there. By `node`, which is where bundling is. */
const copying = ({ of, paths }: NonNullable<HandlerFunctionProps["files"]>): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (_, outputDir) =>
    paths.map((path) => {
      const [from, to] = [join(project, "node_modules", of, path), join(outputDir, path)].map((file) => JSON.stringify(file));
      return `node -e 'require("node:fs").cpSync(${from}, ${to})'`;
    }),
});

/**
 * One handler with a role of its own that may write its log and traces and read its settings; everything else is granted by who composes it.
 */
export class HandlerFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, "Log", { retention: RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `Jobstop: function ${props.entry}`,
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [this.logGroup.logGroupArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["kms:Decrypt"],
        resources: [props.encryptionKey.keyArn],
        conditions: { StringEquals: { "kms:ViaService": `lambda.${Stack.of(this).region}.amazonaws.com` } },
      }),
    );
    this.fn = new NodejsFunction(this, "Function", {
      entry: join(project, "functions", "entry", `${props.entry}.lambda.ts`),
      handler: "handler",
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      role,
      logGroup: this.logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        POWERTOOLS_SERVICE_NAME: serviceName,
        POWERTOOLS_METRICS_NAMESPACE: metricNamespace(props.stage),
        NODE_OPTIONS: "--enable-source-maps",
        ...props.settings,
      },
      environmentEncryption: props.encryptionKey,
      projectRoot: project,
      depsLockFilePath: join(project, "package-lock.json"),
      bundling: {
        format: OutputFormat.CJS,
        target: handlerBundling.target,
        minify: handlerBundling.minify,
        sourceMap: handlerBundling.sourcemap,
        sourcesContent: handlerBundling.sourcesContent,
        mainFields: [...handlerBundling.mainFields],
        esbuildArgs: bundlingArguments,
        bundleAwsSDK: true,
        ...(props.files && { commandHooks: copying(props.files) }),
      },
    });
  }
}
