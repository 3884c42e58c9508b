import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readTableEndpoint } from "./env.ts";
import { type Ask, openWire } from "./table-wire.ts";

/** The way to the table from a terminal, where region and credentials may come from a profile and not from the environment. */
export const askAsOperator = async (): Promise<Ask> => {
  const { config } = new DynamoDBClient({});
  const region = await config.region();
  return openWire({ region, endpoint: readTableEndpoint(region), credentials: config.credentials });
};
