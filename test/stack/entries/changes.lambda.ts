import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { envNames } from "../../../shared/wiring.ts";

const ses = new SESv2Client({});

/** One mail for each registration. */
export const handler = async ({ Records }: DynamoDBStreamEvent) => {
  for (const { dynamodb } of Records) {
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: process.env[envNames.mailFrom],
        Destination: { ToAddresses: [`${dynamodb?.NewImage?.sk?.S}@example.com`] },
        Content: { Simple: { Subject: { Data: "registered" }, Body: { Text: { Data: "." } } } },
      }),
    );
  }
};
