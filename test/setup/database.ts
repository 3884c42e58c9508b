import type { TestProject } from "vitest/node";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import { type TableDefinition, tableDefinitions } from "../../infra/local/tables.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of one engine for tests of the stack; those of the backend start their own (`test/support/table.ts`). */
    dynamodbEndpoint: string;
    /** The main table as the CDK template defines it. */
    tableDefinition: TableDefinition["create"];
  }
}

/** Starts one engine in memory for the whole run, and tells the tests where it is and what the table looks like. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [definition, ...others] = tableDefinitions();
  if (!definition || others.length > 0) throw new Error("The data stack is expected to have exactly one table.");
  const engine = await startDynamoDb();
  provide("dynamodbEndpoint", engine.endpoint);
  provide("tableDefinition", definition.create);
  return engine.stop;
}
