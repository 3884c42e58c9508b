import { Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { ledgerShape, tableShape } from "../../shared/wiring.ts";

const reads = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
/** A transaction needs the permission of each of its parts. */
const writes = ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

/** Reads and writes single items and queries the table and its index. Never Scan: no request path may need one (DESIGN, shape). */
export function allowTableUse(grantee: IGrantable, table: TableV2): void {
  const policy = grantee.grantPrincipal;
  policy.addToPrincipalPolicy(new PolicyStatement({ actions: [...reads, ...writes], resources: [table.tableArn] }));
  policy.addToPrincipalPolicy(
    new PolicyStatement({ actions: ["dynamodb:Query"], resources: [`${table.tableArn}/index/${tableShape.index.name}`] }),
  );
}

/** Adds to the ledger and reads it by its indexes. Nobody may change or delete what stands there: time does (promise 9). */
export function allowLedgerUse(grantee: IGrantable, ledger: TableV2): void {
  const policy = grantee.grantPrincipal;
  const indexes = ledgerShape.indexes.map((name) => `${ledger.tableArn}/index/${name}`);
  policy.addToPrincipalPolicy(new PolicyStatement({ actions: ["dynamodb:PutItem"], resources: [ledger.tableArn] }));
  policy.addToPrincipalPolicy(new PolicyStatement({ actions: ["dynamodb:Query"], resources: [ledger.tableArn, ...indexes] }));
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
