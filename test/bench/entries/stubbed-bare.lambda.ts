import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { handle } from "hono/aws-lambda";
import { bareApp } from "./bare-app.ts";
import { stubbedClient } from "./stubbed-table.ts";

export const handler = handle(bareApp(DynamoDBDocumentClient.from(stubbedClient()), process.env.TABLE_NAME ?? ""));
