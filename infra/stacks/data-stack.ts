import { Stack, type StackProps } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { MainTable } from "../constructs/main-table.ts";
import { RetainedKey } from "../constructs/retained-key.ts";
import type { Stage } from "../stages.ts";

/** What must survive everything else: the table and the keys. */
export class DataStack extends Stack {
  readonly table: TableV2;
  /** Encrypts the table, environment variables, logs and queues. */
  readonly dataKey: Key;
  /** Wraps each visit's ticket signing key; only the ticket signer may use it (CHECKIN, ticket token). */
  readonly ticketKey: Key;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { name, deletionProtection } = props.stage;
    this.dataKey = new RetainedKey(this, "Data", {
      alias: `jobstop/${name}/data`,
      description: "Jobstop: data at rest",
    }).key;
    this.ticketKey = new RetainedKey(this, "Tickets", {
      alias: `jobstop/${name}/tickets`,
      description: "Jobstop: wraps the ticket signing keys of visits",
    }).key;
    this.table = new MainTable(this, "Main", { encryptionKey: this.dataKey, deletionProtection }).table;
  }
}
