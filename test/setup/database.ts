import type { TestProject } from "vitest/node";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import { type TableDefinition, tableDefinitions } from "../../infra/local/tables.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of one engine for all tests; each access key has a database of its own there. */
    dynamodbEndpoint: string;
    /** The tables as the CDK template defines them. */
    tableDefinition: TableDefinition["create"];
    ledgerDefinition: TableDefinition["create"];
  }
}

/** Starts one engine in memory for the whole run, and tells the tests where it is and what the tables look like. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { main, ledger } = tableDefinitions();
  const engine = await startDynamoDb({ isBrief: false });
  provide("dynamodbEndpoint", engine.endpoint);
  provide("tableDefinition", main.create);
  provide("ledgerDefinition", ledger.create);
  return engine.stop;
}
