import { DeleteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { pagesOf } from "../table-pages.ts";

/** Ends every session: one that was signed out, or taken away, since the copy was made would open again. Everybody signs in anew. */
export const endSessions = async (client: DynamoDBClient, table: string): Promise<number> => {
  let ended = 0;
  for await (const page of pagesOf(client, table, ["session"])) {
    for (const { pk, sk } of page) await client.send(new DeleteItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } }));
    ended += page.length;
  }
  return ended;
};
