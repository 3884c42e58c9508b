import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import type { Item } from "./db.ts";

/** An item before and after a change; before is undefined when it is new, after when it is gone. */
export type Change = { before: Item | undefined; after: Item | undefined };

const itemOf = (image: NonNullable<DynamoDBRecord["dynamodb"]>["NewImage"]): Item | undefined =>
  image && (unmarshall(image as Record<string, AttributeValue>) as Item);

/** What a record of the table's stream says. */
export const changeOf = ({ dynamodb }: DynamoDBRecord): Change => ({
  before: itemOf(dynamodb?.OldImage),
  after: itemOf(dynamodb?.NewImage),
});
