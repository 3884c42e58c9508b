import { Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { type EntryName, type TableCall, tableCalls } from "./function-calls.ts";

type Tables = { readonly table: TableV2; readonly ledger: TableV2 };

/** The table or the index that a call is of. */
const resourceOf = (call: TableCall, { table, ledger }: Tables): string => {
  const [name = "", index] = (call.split(" ")[1] ?? "").split("/");
  const { tableArn } = name === "ledger" ? ledger : table;
  return index ? `${tableArn}/index/${index}` : tableArn;
};

/** Allows a function what its code asks of the tables (`function-calls.ts`), and no more. */
export function allowTableCalls(grantee: IGrantable, entry: EntryName, tables: Tables): void {
  for (const [resource, calls] of Map.groupBy(tableCalls[entry], (call) => resourceOf(call, tables))) {
    const actions = calls.map((call) => `dynamodb:${call.split(" ")[0]}`);
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource] }));
  }
}

/** Lets DynamoDB use the table's key in the caller's name, and nobody use it directly. */
export function allowKeyThroughTable(grantee: IGrantable, key: Key): void {
  const { region } = Stack.of(key);
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
      resources: [key.keyArn],
      conditions: { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
    }),
  );
}
