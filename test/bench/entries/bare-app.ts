import { type DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";

/**
 * The least that books a seat: a route, JSON in and out, one transaction of two items. No session, no schema, no rule: what ours is compared
 * with, in the same run.
 */
export const bareApp = (doc: DynamoDBDocumentClient, TableName: string): Hono => {
  const app = new Hono();
  app.put("/api/bare/:visitId/:bookingId", async (c) => {
    const { visitId, bookingId } = c.req.param();
    const { slotId, registrationId } = await c.req.json<{ slotId: string; registrationId: string }>();
    await doc.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName,
              Key: { pk: `BARE#${visitId}`, sk: `SLOT#${slotId}` },
              UpdateExpression: "SET taker = :taker ADD version :one",
              ConditionExpression: "attribute_not_exists(taker)",
              ExpressionAttributeValues: { ":taker": { [bookingId]: registrationId }, ":one": 1 },
            },
          },
          {
            Update: {
              TableName,
              Key: { pk: `BARE#${visitId}`, sk: `AGENDA#${registrationId}` },
              UpdateExpression: "SET booking = :booking ADD version :one",
              ConditionExpression: "attribute_not_exists(booking)",
              ExpressionAttributeValues: { ":booking": { bookingId, slotId, state: "confirmed" }, ":one": 1 },
            },
          },
        ],
      }),
    );
    return c.json({ bookingId, slotId, registrationId }, 201);
  });
  return app;
};
