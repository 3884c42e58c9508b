import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";

import { type EnvName, envNames } from "../../shared/wiring.ts";
import type { ApiFunction } from "../constructs/api-edge.ts";
import type { EntryName } from "../constructs/function-calls.ts";
import { HandlerFunction, type HandlerFunctionProps } from "../constructs/handler-function.ts";
import { PublicApi } from "../constructs/public-api.ts";
import { allowKeyThroughTable, allowTableCalls } from "../constructs/table-access.ts";
import type { Stage } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";

/** Where Lambda puts what lies beside the code; what of it is read, `functions/papers/paper-fonts.ts` says. */
const paperFonts = {
  of: "@expo-google-fonts/noto-sans-kr",
  paths: ["400Regular/NotoSansKR_400Regular.ttf", "700Bold/NotoSansKR_700Bold.ttf"],
} as const;

export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: Readonly<Record<ApiFunction, IFunction>>;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const handler = (
      id: string,
      entry: EntryName,
      description: string,
      settings: Partial<Record<EnvName, string>>,
      files?: HandlerFunctionProps["files"],
    ) => {
      const { fn } = new HandlerFunction(this, id, {
        entry,
        description,
        stage,
        timeout: Duration.seconds(10),
        memoryMegabytes: 1024,
        encryptionKey: data.dataKey,
        ...(files && { files }),
        settings: {
          [envNames.table]: data.table.tableName,
          [envNames.ledger]: data.ledger.tableName,
          [envNames.origin]: `https://${stage.siteHost}`,
          [envNames.signInPepper]: data.secrets.signInPepper.reference,
          [envNames.edgeSecrets]: `${data.secrets.edge.reference},${data.secrets.edgeBefore.reference}`,
          ...settings,
        },
      });
      allowTableCalls(fn, entry, data);
      allowKeyThroughTable(fn, data.dataKey);
      return fn;
    };
    const api = handler("Function", "api", "Jobstop: the API", {
      [envNames.mailFrom]: stage.mailFrom,
      [envNames.ticketSealKey]: data.secrets.ticketSealKey.reference,
      [envNames.supportSealKey]: data.secrets.supportSealKey.reference,
    });
    const secondStep = handler("SecondStep", "second-step", "Jobstop: the second step of signing in", {});
    const office = handler("Office", "office", "Jobstop: the office: outreach, logs and reports, calendars, feeds", {
      [envNames.feedSealKey]: data.secrets.feedSealKey.reference,
    });
    const papers = handler("Papers", "papers", "Jobstop: papers to print", { [envNames.fontFolder]: "/var/task" }, paperFonts);
    this.functions = { api, secondStep, office, papers };
    this.api = new PublicApi(this, "Public", { functions: this.functions, throttle: stage.throttle }).api;
  }
}
