import { expect, test } from "vitest";
import { stages } from "../../infra/stages.ts";
import { resourcesOf, synthesizeAll, text } from "./synthesized.ts";

const name = "jobstop-restored";
const streamArn = `arn:aws:dynamodb:ap-northeast-2:123456789012:table/${name}/stream/2026-11-27T00:00:00.000`;
const [stage] = stages;
if (!stage) throw new Error("There is no stage.");
const [restored] = synthesizeAll({ of: [{ ...stage, restoredTable: { name, streamArn } }] });
if (!restored) throw new Error("Nothing was synthesized.");

/** Every resource but the table itself, as text. */
const mentions = (part: string): string[] => resourcesOf(restored, part).map(({ resource }) => text(resource.Properties));

test("once a restored table is named, functions, rights, stream readers and alarms know no other, and the table of before stays as it is", () => {
  const functions = mentions("AWS::Lambda::Function").filter((one) => one.includes("TABLE_NAME"));
  expect(functions.length).toBeGreaterThan(7);
  for (const one of functions) expect(one).toContain(`"TABLE_NAME":"${name}"`);
  for (const one of mentions("AWS::Lambda::EventSourceMapping")) expect(one).toContain(streamArn);
  const elsewhere = ["AWS::IAM::Policy", "AWS::Lambda::EventSourceMapping", "AWS::CloudWatch::Alarm", "AWS::Lambda::Function"].flatMap(
    mentions,
  );
  for (const one of elsewhere) expect(one).not.toContain("MainTable");
  expect(elsewhere.filter((one) => one.includes(`table/${name}`)).length).toBeGreaterThan(5);
  const tables = resourcesOf(restored, "AWS::DynamoDB::GlobalTable").map(({ id, resource }) => [
    id.replace(/Table.*/, ""),
    resource.DeletionPolicy,
  ]);
  expect(tables.toSorted()).toEqual([
    ["Ledger", "Retain"],
    ["Main", "Retain"],
  ]);
});
