import { type AttributeValue, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "../../functions/platform/db.ts";

/**
 * Everything in a table, page by page: so that no more than a megabyte is in memory at once. Strongly consistent; what is written meanwhile may be in it or not.
 * Only operators may scan; no function has the permission.
 *
 * @param only the types that are wanted; default: all.
 */
export async function* pagesOf(client: DynamoDBClient, table: string, only?: readonly string[]): AsyncGenerator<Item[]> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({
        ...{ TableName: table, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) },
        ...(only && {
          FilterExpression: `#type IN (${only.map((_, i) => `:type${i}`).join(", ")})`,
          ExpressionAttributeNames: { "#type": "type" },
          ExpressionAttributeValues: Object.fromEntries(only.map((type, i) => [`:type${i}`, { S: type }])),
        }),
      }),
    );
    // What the local stack puts there by itself is no item of ours.
    yield (answer.Items ?? []).map((row) => unmarshall(row) as Item).filter(({ pk }) => pk !== "LOCAL#stream");
    from = answer.LastEvaluatedKey;
  } while (from);
}
