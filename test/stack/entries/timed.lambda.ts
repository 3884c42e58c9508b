import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { envNames } from "../../../shared/wiring.ts";

const db = new DynamoDBClient({});

/** A registration by the name of the task. */
export const handler = async ({ task }: { task: string }) => {
  await db.send(
    new PutItemCommand({ TableName: process.env[envNames.table], Item: { pk: { S: "P" }, sk: { S: task }, type: { S: "registration" } } }),
  );
};
