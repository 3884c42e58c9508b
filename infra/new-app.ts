import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App, type AppProps } from "aws-cdk-lib";

/** An app with the feature flags of `cdk.json`, which only the CDK command line would set otherwise. */
export function newApp(props: AppProps = {}): App {
  const { context: flags } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "cdk.json"), "utf8"));
  return new App({ analyticsReporting: false, ...props, context: { ...flags, ...props.context } });
}
