import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readTableAddress } from "../../functions/platform/env.ts";
import type { TableAddress } from "../../functions/platform/table-wire.ts";
import { type DynamoDb, startDynamoDb } from "../../infra/local/dynamodb.ts";
import { tableDefinitions } from "../../infra/local/tables.ts";
import { aWireTap, type WireTap } from "../support/wire-tap.ts";

/** What the SDK insists on; the engines take any, and no real account can be meant. */
export const localAccount = { AWS_REGION: "ap-northeast-2", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };

const addressAt = (endpoint: string): TableAddress => ({ ...readTableAddress(localAccount), endpoint: new URL(endpoint) });

export type BenchTable = {
  readonly endpoint: string;
  readonly name: string;
  readonly ledgerName: string;
  /** The app's way to the table, which can be metered. */
  readonly wire: WireTap;
  /** The SDK's way: what a bare handler takes, and what looks on without being metered. */
  readonly client: DynamoDBClient;
};

export type BenchEngine = {
  table(options?: { stream?: boolean }): Promise<BenchTable>;
  stop(): Promise<void>;
};

/** One engine in memory, with as many tables as are asked for, made from the CDK template. */
export const startBenchEngine = async (): Promise<BenchEngine> => {
  const engine: DynamoDb = await startDynamoDb();
  const { main, ledger } = tableDefinitions();
  let made = 0;
  return {
    // Without a stream unless asked for: the engine goes through all its stream records at each write, which DynamoDB does not.
    table: async ({ stream = false } = {}) => {
      made += 1;
      const name = `bench-${made}`;
      const address = addressAt(engine.endpoint);
      const client = new DynamoDBClient({ ...address, endpoint: engine.endpoint });
      const { StreamSpecification: streamSpecification, ...create } = main.create;
      await client.send(
        new CreateTableCommand({ ...create, TableName: name, ...(stream && { StreamSpecification: streamSpecification }) }),
      );
      const ledgerName = `${name}-ledger`;
      await client.send(new CreateTableCommand({ ...ledger.create, TableName: ledgerName }));
      return { endpoint: engine.endpoint, name, ledgerName, wire: aWireTap(address), client };
    },
    stop: engine.stop,
  };
};
