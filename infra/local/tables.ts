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
  type TableDescription,
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

export type LiveTables = { readonly tableName: string; readonly streamArn: string; readonly ledgerName: string };

/** The part of AWS::DynamoDB::GlobalTable that says what a table is, apart from where and how safely it is kept. */
type GlobalTableProperties = Pick<
  CreateTableCommandInput,
  "AttributeDefinitions" | "KeySchema" | "BillingMode" | "GlobalSecondaryIndexes" | "LocalSecondaryIndexes"
> & {
  readonly StreamSpecification?: { readonly StreamViewType: "NEW_AND_OLD_IMAGES" };
  readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: boolean };
};

/** The tables of the CDK data stack, read from the template that would be deployed: there is no second definition. */
export function tableDefinitions(): { readonly main: TableDefinition; readonly ledger: TableDefinition } {
  const all = Object.entries<{ Type: string; Properties: GlobalTableProperties }>(synthesizeDataStack().Resources)
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
  const [main, ledger] = ["Main", "Ledger"].map((id) => all.find(({ create }) => create.TableName.startsWith(id)));
  if (!main || !ledger || all.length > 2) throw new Error("the data stack is expected to have a main table and a ledger");
  return { main, ledger };
}

/**
 * Makes the tables that are not there yet.
 * @param main another table than the one of the template, which stands there already: one that was restored.
 * @param sweep whether the engine deletes expired items by itself. Not when time is travelled: the engine keeps to the
 * machine's clock and would sweep what is still alive.
 */
export async function ensureTables(
  db: DynamoDBClient,
  { sweep, main: restored }: { readonly sweep: boolean; readonly main?: string | undefined },
): Promise<LiveTables> {
  const { main: defined, ledger } = tableDefinitions();
  const main = restored === undefined ? defined : { ...defined, create: { ...defined.create, TableName: restored } };
  const made = new Map<TableDefinition, TableDescription>();
  for (const definition of [main, ledger]) {
    const tableName = definition.create.TableName;
    made.set(definition, (await findTable(db, tableName)) ?? (await create(db, definition)));
    if (definition.timeToLive) await setSweep(db, tableName, definition.timeToLive, sweep);
  }
  const streamArn = made.get(main)?.LatestStreamArn;
  if (!streamArn) throw new Error(`table ${main.create.TableName} was made without a stream`);
  return { tableName: main.create.TableName, streamArn, ledgerName: ledger.create.TableName };
}

async function create(db: DynamoDBClient, { create }: TableDefinition): Promise<TableDescription> {
  const { TableDescription: made } = await db.send(new CreateTableCommand(create));
  if (!made) throw new Error(`table ${create.TableName} was not made`);
  return made;
}

async function findTable(db: DynamoDBClient, tableName: string): Promise<TableDescription | undefined> {
  try {
    return (await db.send(new DescribeTableCommand({ TableName: tableName }))).Table;
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
    // every stage has the same tables; the checks of a whole synth belong to `npm run synth`
    const [stage] = stages;
    if (!stage) throw new Error("there is no stage");
    const app = newApp({ outdir, builtinCloudFormationValidation: false, treeMetadata: false });
    const stack = new DataStack(app, "data", { stage, env: { region: stage.region } });
    return app.synth().getStackByName(stack.stackName).template;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
