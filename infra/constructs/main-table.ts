import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { tableShape } from "../../shared/wiring.ts";

/** Days that a table can be wound back to (PRIVACY-SECURITY, hardening). */
export const recoveryDays = 14;

type MainTableProps = { readonly encryptionKey: Key; readonly deletionProtection: boolean };

/**
 * The one table. The local stack reads its keys, index and stream from the template of this construct, so that they are
 * defined nowhere else.
 */
export class MainTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: MainTableProps) {
    super(scope, id);
    const { index } = tableShape;
    this.table = new TableV2(this, "Table", {
      partitionKey: { name: tableShape.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableShape.sortKey, type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: index.name,
          partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
          sortKey: { name: index.sortKey, type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
      ],
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: tableShape.timeToLive,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: recoveryDays,
      },
      encryption: TableEncryptionV2.customerManagedKey(props.encryptionKey),
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
