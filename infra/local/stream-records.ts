import type { _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";

/** The record as a Lambda function sees it: bytes in base64, times in epoch seconds, the fields of `userIdentity` in lower case. */
export function toLambdaRecord(record: StreamRecord, streamArn: string, region: string): DynamoDBRecord {
  const { dynamodb: change, userIdentity } = record;
  if (!record.eventID || !record.eventName || !change?.SequenceNumber) throw new Error("a stream record without id, name or number");
  return {
    eventID: record.eventID.replaceAll("-", ""),
    eventName: record.eventName,
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: region,
    eventSourceARN: streamArn,
    ...(userIdentity && { userIdentity: { principalId: userIdentity.PrincipalId, type: userIdentity.Type } }),
    dynamodb: {
      ...(asJson({ Keys: change.Keys, NewImage: change.NewImage, OldImage: change.OldImage }) as object),
      ApproximateCreationDateTime: Math.floor(Number(change.ApproximateCreationDateTime ?? 0) / 1000),
      SequenceNumber: change.SequenceNumber,
      SizeBytes: change.SizeBytes ?? 0,
      StreamViewType: change.StreamViewType ?? "NEW_AND_OLD_IMAGES",
    },
  };
}

export function sequenceNumberOf(record: DynamoDBRecord): string {
  return record.dynamodb?.SequenceNumber ?? "";
}

function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, asJson(inner)]),
  );
}
