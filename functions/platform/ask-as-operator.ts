import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readTableEndpoint } from "./env.ts";
import { type Ask, openWire } from "./table-wire.ts";

/**
 * The way to the table from a terminal, where region and credentials may come from a profile and not from the environment.
 *
 * @throws with what to set, where no region is named.
 */
export const askAsOperator = async (): Promise<Ask> => {
  const { config } = new DynamoDBClient({});
  const region = await config.region().catch((cause) => {
    throw new Error('No region is named: set AWS_REGION, as docs/DEPLOY.md says under "The first people".', { cause });
  });
  return openWire({ region, endpoint: readTableEndpoint(region), credentials: config.credentials });
};
