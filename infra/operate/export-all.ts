import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { askAsOperator } from "../../functions/platform/ask-as-operator.ts";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { readSupportSealKey, readTicketSealKey } from "../../functions/platform/env.ts";
import { supportKeysOf } from "../../functions/support/support-reads.ts";
import { envNames } from "../../shared/wiring.ts";
import { ExportProblem, exportAll } from "./export/export-all.ts";

const help = `npm run export-all -- --to FOLDER --reason WORDS
  Everything of the table and the ledger as JSON lines by type, with tables for spreadsheets, a description and checksums: for a city that leaves. Personal data
  are in it. ${envNames.table}, ${envNames.ledger} and AWS credentials set, as for npm run first-manager. With ${envNames.supportSealKey} and ${envNames.ticketSealKey} set
  (docs/DEPLOY.md, "Leaving"), what people need is opened; without, it stays sealed. Broken off, start it again.`;

const { values } = parseArgs({ options: { to: { type: "string" }, reason: { type: "string" } } });
const reason = values.reason?.trim();
if (!values.to || !reason) {
  console.error(help);
  process.exit(2);
}
const mayOpen = process.env[envNames.supportSealKey] && process.env[envNames.ticketSealKey];
const keys = mayOpen ? supportKeysOf({ supportSealKey: readSupportSealKey(), ticketSealKey: readTicketSealKey() }) : undefined;
const deps = withLedger(liveDeps("export-all", await askAsOperator()));
try {
  const say = (words: string): void => console.log(`  ${words}`);
  const { rows, files } = await exportAll({ client: new DynamoDBClient({}), deps, folder: values.to, reason, keys, say });
  console.log(`export: ${rows} records in ${Object.keys(files).length} files in ${values.to}. That it was taken stands in the ledger.`);
} catch (error) {
  if (!(error instanceof ExportProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
