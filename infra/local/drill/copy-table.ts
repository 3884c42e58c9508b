import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  type DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { tableDefinitions } from "../tables.ts";

/** Most items that one request may put. */
const mostPuts = 25;

/**
 * A copy of the main table as it is at this moment: what stands in for the state of a point in time, which the engines on one machine cannot bring back. As a table
 * that AWS has restored, it has its index and its items, and no stream, no time to live and no tags.
 */
export const copyTable = async (client: DynamoDBClient, from: string, to: string): Promise<number> => {
  const { StreamSpecification: _, ...create } = tableDefinitions().main.create;
  await client.send(new CreateTableCommand({ ...create, TableName: to }));
  let [copied, start]: [number, Record<string, AttributeValue> | undefined] = [0, undefined];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: from, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    );
    const items = (page.Items ?? []).filter(({ pk }) => pk?.S !== "LOCAL#stream");
    for (let i = 0; i < items.length; i += mostPuts) {
      const puts = items.slice(i, i + mostPuts).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [to]: puts } }));
    }
    copied += items.length;
    start = page.LastEvaluatedKey;
  } while (start);
  return copied;
};
