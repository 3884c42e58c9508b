import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Construct } from "constructs";
import { envNames } from "../../shared/wiring.ts";
import { HandlerFunction } from "../constructs/handler-function.ts";
import { PublicApi } from "../constructs/public-api.ts";
import { allowKeyThroughTable, allowLedgerUse, allowTableUse } from "../constructs/table-access.ts";
import type { Stage } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";

export class ApiStack extends Stack {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const { fn } = new HandlerFunction(this, "Function", {
      entry: "api",
      description: "Jobstop: the API",
      timeout: Duration.seconds(10),
      memoryMegabytes: 1024,
      encryptionKey: data.dataKey,
      settings: {
        [envNames.table]: data.table.tableName,
        [envNames.ledger]: data.ledger.tableName,
        [envNames.origin]: `https://${stage.siteHost}`,
        [envNames.mailFrom]: stage.mailFrom,
        [envNames.signInPepper]: data.secrets.signInPepper.reference,
        [envNames.ticketSealKey]: data.secrets.ticketSealKey.reference,
        [envNames.edgeSecret]: data.secrets.edge.reference,
      },
    });
    allowTableUse(fn, data.table);
    allowLedgerUse(fn, data.ledger);
    allowKeyThroughTable(fn, data.dataKey);
    this.api = new PublicApi(this, "Public", { fn, throttle: stage.throttle }).api;
  }
}
