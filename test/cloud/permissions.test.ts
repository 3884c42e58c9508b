import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type EntryName, tableCalls } from "../../infra/constructs/function-calls.ts";
import { synthesizeAll } from "../infra/synthesized.ts";
import { allowedCalls } from "./allowed-calls.ts";
import { derivedCalls, derivedCallsOf } from "./derived-calls.ts";

const stages = synthesizeAll();
const entries = Object.keys(tableCalls) as EntryName[];

/** What Lambda asks of any role: its log, its traces, the key of its settings. */
const everywhere = [
  ...["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments", "kms:Decrypt through lambda"],
];
/** What DynamoDB asks in the name of whoever asks it. */
const keyOfTables = ["Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"].map(
  (action) => `kms:${action} through dynamodb`,
);
/** Lambda keeps aside with the role's rights what a function gave up. */
const keepingFailures = ["s3:PutObject", "s3:ListBucket", "kms:GenerateDataKey"];
const readingTheStream = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((action) => `dynamodb:${action}`);
const around: Partial<Record<EntryName, readonly string[]>> = {
  "mail-events": keepingFailures,
  "sign-in-mail": [...readingTheStream, ...keepingFailures],
  changes: [...readingTheStream, ...keepingFailures],
};

test("every entry is a function, and no other", () => {
  const files = readdirSync(join(import.meta.dirname, "..", "..", "functions", "entry")).flatMap(
    (name) => /^(.+)\.lambda\.ts$/.exec(name)?.[1] ?? [],
  );
  expect(files.toSorted()).toEqual(entries.toSorted());
  for (const stage of stages) expect([...allowedCalls(stage).keys()].toSorted()).toEqual(files.toSorted());
});

describe.for(entries.map((entry) => [entry] as const))("%s", ([entry]) => {
  test("is allowed in every stage what its code calls, no less and no more", async () => {
    const { calls, doubts } = await derivedCalls(entry);
    expect(doubts).toEqual([]);
    expect(calls.length > 0).toBe(entry !== "canary");
    const needed = [...calls, ...everywhere, ...(calls.length > 0 ? keyOfTables : []), ...(around[entry] ?? [])].toSorted();
    for (const stage of stages) expect(allowedCalls(stage).get(entry), stage.stage.name).toEqual(needed);
  });
});

describe("of the code is derived", () => {
  const imports = `import { findItem, findItems, putIfAbsent, queryItems, queryPartition } from "../platform/db.ts";
    import { transact, writeIfHolds } from "../platform/transact.ts";`;
  const derived = (code: string) => derivedCallsOf(`${imports} ${code}`);

  test("what leads from the entry, and nothing that lies beside it", async () => {
    const { calls } = await derived("const unused = ({ db }) => findItems(db, []); export const handler = ({ db }) => findItem(db, {});");
    expect(calls).toEqual(["GetItem main"]);
  });

  test("each part of a transaction, by the table that it goes to", async () => {
    const { calls } = await derived(`const drop = () => ({ Delete: { Key: {} } });
      export const handler = ({ db, ledger }) => transact(db, {
        check: { ConditionCheck: { Key: {} } }, drop: drop(), entry: { Put: { TableName: ledger.table, Item: {} } },
      });`);
    expect(calls).toEqual(["ConditionCheckItem main", "DeleteItem main", "PutItem ledger"]);
  });

  test("a write by itself", async () => {
    const { calls } = await derived(
      "export const handler = (deps) => [writeIfHolds(deps.db, { Update: { Key: {} } }), putIfAbsent(deps.ledger, {})];",
    );
    expect(calls).toEqual(["PutItem ledger", "UpdateItem main"]);
  });

  test("whether a query is of the table or of an index, and of which", async () => {
    const { calls } = await derived(`export const handler = ({ db, ledger }) => [
      queryPartition(ledger, "", ""), queryItems(db, { IndexName: "gsi1" }), queryItems(ledger, { IndexName: "ofKind" })];`);
    expect(calls).toEqual(["Query ledger", "Query ledger/ofKind", "Query main/gsi1"]);
  });

  test("an operation that is asked for in a noun's own words", async () => {
    const { calls } = await derived('export const handler = ({ db }) => db.ask("Scan", {});');
    expect(calls).toEqual(["Scan main"]);
  });

  test.for([
    ["a table without a name", "export const handler = (elsewhere) => findItem(elsewhere, {});"],
    ["a call that is handed on", "export const handler = ({ db }) => [db].map(findItem);"],
    ["an index without a name", "export const handler = ({ db }, IndexName) => queryItems(db, { IndexName });"],
    [
      "a command of the SDK that nobody has thought of",
      'import { ListKeysCommand } from "@aws-sdk/client-kms"; export const handler = () => new ListKeysCommand({});',
    ],
  ] as const)("nothing from %s: it is a doubt", async ([, code]) => {
    expect((await derived(code)).doubts).toHaveLength(1);
  });
});
