import { expect, test } from "vitest";
import { matches } from "../../infra/local/stream-pattern.ts";

const pattern = { eventName: ["INSERT", "MODIFY"], dynamodb: { NewImage: { type: { S: ["challenge"] } } } };
const aRecord = (eventName: string, NewImage?: object) => ({ eventName, dynamodb: { NewImage } });

test.for([
  [aRecord("INSERT", { type: { S: "challenge" } }), true],
  [aRecord("MODIFY", { type: { S: "challenge" }, other: { N: "1" } }), true],
  [aRecord("REMOVE", { type: { S: "challenge" } }), false],
  [aRecord("INSERT", { type: { S: "session" } }), false],
  [aRecord("INSERT", { type: { N: "1" } }), false],
  [aRecord("INSERT"), false],
] as const)("%j matches: %s", ([record, wanted]) => {
  expect(matches(pattern, record)).toBe(wanted);
});

test("a rule that the local reader does not know is refused, so that no filter is silently open or shut", () => {
  const withPrefix = { dynamodb: { Keys: { pk: { S: [{ prefix: "VISIT#" }] } } } };
  expect(() => matches(withPrefix as never, { dynamodb: { Keys: { pk: { S: "VISIT#1" } } } })).toThrow("prefix");
});
