import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { handle } from "hono/aws-lambda";
import { bareApp } from "./bare-app.ts";

export const handler = handle(bareApp(DynamoDBDocumentClient.from(new DynamoDBClient({})), process.env.TABLE_NAME ?? ""));
