import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Transport } from "../../../functions/platform/table-wire.ts";

type Sent = { headers: Readonly<Record<string, string>>; body?: unknown };

/** What a request to the table is recognised by: every write succeeds and answers nothing, a read answers what it once answered. */
export const recordedName = ({ headers, body }: Sent): string => {
  const target = headers["x-amz-target"] ?? "";
  return /Write|Put|Update|Delete/.test(target) ? target : `${target} ${typeof body === "string" ? body : Buffer.from(body as Uint8Array)}`;
};

const recorded = (): Record<string, string> => JSON.parse(readFileSync(process.env.BENCH_ANSWERS ?? "", "utf8"));

const found = <T>(answers: ReadonlyMap<string, T>, sent: Sent): T => {
  const answer = answers.get(recordedName(sent));
  if (answer === undefined) throw new Error(`Nothing was recorded for ${recordedName(sent)}`);
  return answer;
};

/** A table that answers out of a file of recorded answers, at no cost: what is left is what the handler and its client do. */
export const stubbedTransport = (): Transport => {
  const answers = new Map(Object.entries(recorded()));
  return async (sent) => ({ status: 200, body: found(answers, sent) });
};

/** The same behind the SDK. */
export const stubbedClient = (): DynamoDBClient => {
  const answers = new Map(Object.entries(recorded()).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const handle = async (sent: Sent) => ({
    response: { statusCode: 200, reason: "OK", headers: { "content-type": "application/x-amz-json-1.0" }, body: found(answers, sent) },
  });
  return new DynamoDBClient({ requestHandler: { handle } as never });
};
