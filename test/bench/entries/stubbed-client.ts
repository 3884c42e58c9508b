import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

type Request = { headers: Record<string, string>; body?: unknown };

/** What a request to the table is recognised by: every write succeeds and answers nothing, a read answers what it once answered. */
export const recordedName = ({ headers, body }: Request): string => {
  const target = headers["x-amz-target"] ?? headers["X-Amz-Target"] ?? "";
  return /Write|Put|Update|Delete/.test(target) ? target : `${target} ${String(body)}`;
};

/** A client whose table answers out of a file of recorded answers, at no cost: what is left is what the handler and the SDK do. */
export const stubbedClient = (): DynamoDBClient => {
  const recorded: Record<string, string> = JSON.parse(readFileSync(process.env.BENCH_ANSWERS ?? "", "utf8"));
  const answers = new Map(Object.entries(recorded).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const handle = async (request: Request) => {
    const name = recordedName(request);
    const body = answers.get(name);
    if (!body) throw new Error(`Nothing was recorded for ${name}`);
    return { response: { statusCode: 200, reason: "OK", headers: { "content-type": "application/x-amz-json-1.0" }, body } };
  };
  return new DynamoDBClient({ requestHandler: { handle } as never });
};
