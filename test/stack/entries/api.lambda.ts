import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { envNames } from "../../../shared/wiring.ts";

const db = new DynamoDBClient({});
const TableName = process.env[envNames.table];

/** PUT and GET /api/registrations/{name} */
export const handler = async (event: APIGatewayProxyEventV2) => {
  const sk = { S: event.rawPath.split("/").at(-1) ?? "" };
  if (event.requestContext.http.method === "PUT") {
    await db.send(new PutItemCommand({ TableName, Item: { pk: { S: "P" }, sk, type: { S: "registration" } } }));
    return { statusCode: 201, body: JSON.stringify({ now: new Date() }) };
  }
  const { Item: item } = await db.send(new GetItemCommand({ TableName, Key: { pk: { S: "P" }, sk }, ConsistentRead: true }));
  return { statusCode: item ? 200 : 404, body: JSON.stringify(item ?? {}) };
};
