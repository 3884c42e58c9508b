import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { newApp } from "../new-app.ts";
import { DataStack } from "../stacks/data-stack.ts";
import { stages } from "../stages.ts";

export type TableDefinition = {
  readonly create: CreateTableCommandInput & { readonly TableName: string };
  /** Attribute that holds the epoch second of expiry. */
  readonly timeToLive: string | undefined;
};

export type LiveTable = { readonly tableName: string; readonly streamArn: string };

/** The part of AWS::DynamoDB::GlobalTable that says what a table is, apart from where and how safely it is kept. */
type GlobalTableProperties = Pick<
  CreateTableCommandInput,
  "AttributeDefinitions" | "KeySchema" | "BillingMode" | "GlobalSecondaryIndexes" | "LocalSecondaryIndexes"
> & {
  readonly StreamSpecification?: { readonly StreamViewType: "NEW_AND_OLD_IMAGES" };
  readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: boolean };
};

/** The tables of the CDK data stack, read from the template that would be deployed: there is no second definition. */
export function tableDefinitions(): readonly TableDefinition[] {
  return Object.entries<{ Type: string; Properties: GlobalTableProperties }>(synthesizeDataStack().Resources)
    .filter(([, resource]) => resource.Type === "AWS::DynamoDB::GlobalTable")
    .map(([logicalId, { Properties: table }]) => ({
      create: {
        TableName: logicalId,
        AttributeDefinitions: table.AttributeDefinitions,
        KeySchema: table.KeySchema,
        BillingMode: table.BillingMode,
        ...(table.GlobalSecondaryIndexes && { GlobalSecondaryIndexes: table.GlobalSecondaryIndexes }),
        ...(table.LocalSecondaryIndexes && { LocalSecondaryIndexes: table.LocalSecondaryIndexes }),
        ...(table.StreamSpecification && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: table.StreamSpecification.StreamViewType },
        }),
      },
      timeToLive: table.TimeToLiveSpecification?.Enabled ? table.TimeToLiveSpecification.AttributeName : undefined,
    }));
}

/**
 * Makes the main table if it is not there yet.
 * @param sweep whether the engine deletes expired items by itself. Not when time is travelled: the engine keeps to the
 * machine's clock and would sweep what is still alive.
 */
export async function ensureMainTable(db: DynamoDBClient, { sweep }: { readonly sweep: boolean }): Promise<LiveTable> {
  const [definition, ...others] = tableDefinitions();
  if (!definition || others.length > 0) throw new Error("the data stack is expected to have exactly one table");
  const tableName = definition.create.TableName;
  const streamArn = (await findStream(db, tableName)) ?? (await create(db, definition));
  if (definition.timeToLive) await setSweep(db, tableName, definition.timeToLive, sweep);
  return { tableName, streamArn };
}

async function create(db: DynamoDBClient, { create }: TableDefinition): Promise<string> {
  const { TableDescription: made } = await db.send(new CreateTableCommand(create));
  if (!made?.LatestStreamArn) throw new Error(`table ${create.TableName} was made without a stream`);
  return made.LatestStreamArn;
}

async function findStream(db: DynamoDBClient, tableName: string): Promise<string | undefined> {
  try {
    const { Table: table } = await db.send(new DescribeTableCommand({ TableName: tableName }));
    return table?.LatestStreamArn;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** Setting what is already set is refused by DynamoDB, hence the look first. */
async function setSweep(db: DynamoDBClient, tableName: string, attribute: string, enabled: boolean): Promise<void> {
  const { TimeToLiveDescription: now } = await db.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  if ((now?.TimeToLiveStatus === "ENABLED") === enabled) return;
  await db.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { AttributeName: attribute, Enabled: enabled },
    }),
  );
}

function synthesizeDataStack(): { Resources: Record<string, { Type: string; Properties: GlobalTableProperties }> } {
  const outdir = mkdtempSync(join(tmpdir(), "jobstop-synth-"));
  try {
    // every stage has the same table; the checks of a whole synth belong to `npm run synth`
    const [stage] = stages;
    if (!stage) throw new Error("there is no stage");
    const app = newApp({ outdir, builtinCloudFormationValidation: false, treeMetadata: false });
    const stack = new DataStack(app, "data", { stage, env: { region: stage.region } });
    return app.synth().getStackByName(stack.stackName).template;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
