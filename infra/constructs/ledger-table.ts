import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { ledgerShape } from "../../shared/wiring.ts";
import { recoveryDays } from "./main-table.ts";

type LedgerTableProps = { readonly encryptionKey: Key; readonly deletionProtection: boolean };

/**
 * The second table: what is only ever added to, and kept apart from the data that it tells of. Nothing follows from its changes, so it has no stream; the local
 * stack makes it from the template of this construct.
 */
export class LedgerTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: LedgerTableProps) {
    super(scope, id);
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new TableV2(this, "Table", {
      partitionKey: text(ledgerShape.partitionKey),
      sortKey: text(ledgerShape.sortKey),
      globalSecondaryIndexes: ledgerShape.indexes.map((indexName) => ({
        indexName,
        partitionKey: text(indexName),
        sortKey: text(ledgerShape.order),
        projectionType: ProjectionType.ALL,
      })),
      billing: Billing.onDemand(),
      timeToLiveAttribute: ledgerShape.timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
      encryption: TableEncryptionV2.customerManagedKey(props.encryptionKey),
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
