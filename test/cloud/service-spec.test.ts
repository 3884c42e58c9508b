import { describe, expect, test } from "vitest";
import { synthesizeAll } from "../infra/synthesized.ts";
import { type Template, templateFaults } from "./service-spec.ts";

describe.for(synthesizeAll().map((one) => [one.stage.name, one] as const))("what is deployed as %s", ([, { resources }]) => {
  test.for(Object.entries(resources))("is made of what AWS knows: stack %s", ([, inStack]) => {
    expect(Object.keys(inStack).length).toBeGreaterThan(0);
    expect(templateFaults({ Resources: inStack })).toEqual([]);
  });
});

describe("a template with a fault", () => {
  const queue = (Properties: Record<string, unknown>): Template => ({ Resources: { Queue: { Type: "AWS::SQS::Queue", Properties } } });

  test.for([
    ["a type that there is not", { Resources: { One: { Type: "AWS::SQS::Row" } } }, "One: no type AWS::SQS::Row"],
    ["a property that there is not", queue({ Colour: "red" }), "Queue (AWS::SQS::Queue).Colour: no such property"],
    ["a number that is none", queue({ DelaySeconds: "soon" }), "Queue (AWS::SQS::Queue).DelaySeconds: a whole number is expected"],
    ["a list that is none", queue({ Tags: "red" }), "Queue (AWS::SQS::Queue).Tags: a list is expected"],
    [
      "a property that there is not, further down",
      {
        Resources: {
          Table: { Type: "AWS::DynamoDB::Table", Properties: { KeySchema: [{ AttributeName: "a", KeyType: "HASH", Colour: "red" }] } },
        },
      },
      "Table (AWS::DynamoDB::Table).KeySchema[0].Colour: no such property",
    ],
    [
      "something that is missing",
      { Resources: { Key: { Type: "AWS::KMS::Alias", Properties: { TargetKeyId: "x" } } } },
      "Key (AWS::KMS::Alias).AliasName: is missing",
    ],
    ["a reference to nothing", queue({ QueueName: { Ref: "Nobody" } }), "Ref Nobody: nothing has that name"],
  ] as [string, Template, string][])("is refused: %s", ([, template, fault]) => {
    expect(templateFaults(template)).toEqual([fault]);
  });
});
