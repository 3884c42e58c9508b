import { Stack, type StackProps } from "aws-cdk-lib";
import { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { tableShape } from "../../shared/wiring.ts";
import { allowAlarms } from "../constructs/alarm-topic.ts";
import { AppSecret, base64Of32Bytes } from "../constructs/app-secret.ts";
import { LedgerTable } from "../constructs/ledger-table.ts";
import { allowMailEvents } from "../constructs/mail-topic.ts";
import { MainTable } from "../constructs/main-table.ts";
import { RetainedKey } from "../constructs/retained-key.ts";
import type { RestoredTable, Stage } from "../stages.ts";

export type AppSecrets = {
  /** Sign-in codes are derived under it. */
  readonly signInPepper: AppSecret;
  /** Seals ticket tokens at rest. */
  readonly ticketSealKey: AppSecret;
  /** Seals what people need. */
  readonly supportSealKey: AppSecret;
  /** Seals the secrets of webhooks. */
  readonly feedSealKey: AppSecret;
  /** Proves to the API that a request came through CloudFront. */
  readonly edge: AppSecret;
  /** The one before it, which is taken while the two are changed over. */
  readonly edgeBefore: AppSecret;
};

/** What must survive everything else: the tables, the keys and the secrets. */
export class DataStack extends Stack {
  readonly table: TableV2;
  /** Who looked at whose data; only ever added to. */
  readonly ledger: TableV2;
  /** Encrypts the tables, secrets, environment variables, events about mails and failed batches. */
  readonly dataKey: Key;
  /** Wraps each visit's ticket signing key; only the ticket signer may use it (CHECKIN, ticket token). */
  readonly ticketKey: Key;
  readonly secrets: AppSecrets;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { name, deletionProtection, edgeSecretGeneration } = props.stage;
    this.dataKey = new RetainedKey(this, "Data", {
      alias: `jobstop/${name}/data`,
      description: "Jobstop: data at rest",
    }).key;
    allowMailEvents(this.dataKey);
    allowAlarms(this.dataKey);
    this.ticketKey = new RetainedKey(this, "Tickets", {
      alias: `jobstop/${name}/tickets`,
      description: "Jobstop: wraps the ticket signing keys of visits",
    }).key;
    const main = new MainTable(this, "Main", { encryptionKey: this.dataKey, deletionProtection }).table;
    this.table = props.stage.restoredTable ? this.#restored(props.stage.restoredTable) : main;
    this.ledger = new LedgerTable(this, "Ledger", { encryptionKey: this.dataKey, deletionProtection }).table;
    this.secrets = {
      signInPepper: new AppSecret(this, "SignInPepper", {
        secretName: `jobstop/${name}/sign-in-pepper`,
        description: "Jobstop: sign-in codes are derived under it",
        encryptionKey: this.dataKey,
        characters: 64,
      }),
      ticketSealKey: new AppSecret(this, "TicketSealKey", {
        secretName: `jobstop/${name}/ticket-seal-key`,
        description: "Jobstop: seals ticket tokens at rest",
        encryptionKey: this.dataKey,
        characters: base64Of32Bytes,
      }),
      supportSealKey: new AppSecret(this, "SupportSealKey", {
        secretName: `jobstop/${name}/support-seal-key`,
        description: "Jobstop: seals what people need",
        encryptionKey: this.dataKey,
        characters: base64Of32Bytes,
      }),
      feedSealKey: new AppSecret(this, "FeedSealKey", {
        secretName: `jobstop/${name}/feed-seal-key`,
        description: "Jobstop: seals the secrets of webhooks",
        encryptionKey: this.dataKey,
        characters: base64Of32Bytes,
      }),
      edge: this.#edgeSecret(props.stage, edgeSecretGeneration),
      edgeBefore: this.#edgeSecret(props.stage, edgeSecretGeneration - 1),
    };
  }

  /** What the functions work on once the first table is lost; that one stays in the template and in the account, until somebody deletes it. */
  #restored({ name, streamArn }: RestoredTable): TableV2 {
    return TableV2.fromTableAttributes(this, "Restored", {
      tableName: name,
      tableStreamArn: streamArn,
      encryptionKey: this.dataKey,
      globalIndexes: [tableShape.index.name],
    }) as TableV2;
  }

  /** A generation has a name and an id of its own, so that the next one is made beside it. */
  #edgeSecret({ name }: Stage, generation: number): AppSecret {
    return new AppSecret(this, `EdgeSecret${generation}`, {
      secretName: `jobstop/${name}/edge-${generation}`,
      description: "Jobstop: header that CloudFront adds to requests to the API",
      encryptionKey: this.dataKey,
      characters: 64,
      isReplaceable: true,
    });
  }
}
