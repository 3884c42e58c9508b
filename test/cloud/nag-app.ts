import { Validations } from "aws-cdk-lib";
import { BUNDLING_STACKS } from "aws-cdk-lib/cx-api";
import { AwsSolutionsChecks } from "cdk-nag";
import { addDeployment } from "../../infra/deployment.ts";
import { newApp } from "../../infra/new-app.ts";
import { stages } from "../../infra/stages.ts";

/** All stages under AWS's rules, into a folder; a process of its own, because the rules print all that they find and end the synthesis with it. */
const app = newApp({ ...(process.argv[2] && { outdir: process.argv[2] }), context: { [BUNDLING_STACKS]: [] } });
for (const stage of stages) addDeployment(app, stage);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }) as never);
app.synth();
