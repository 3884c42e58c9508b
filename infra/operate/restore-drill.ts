import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { askAsOperator } from "../../functions/platform/ask-as-operator.ts";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { envNames } from "../../shared/wiring.ts";
import { rehearse } from "../local/drill/rehearse.ts";
import { type DrillStep, drillSteps, runDrill, sayChecks } from "./restore/drill.ts";
import { restoreFromPoint } from "./restore/from-point.ts";

const help = `npm run restore-drill -- --from TABLE --to NEW-TABLE --at 2026-11-26T03:00:00Z --ledger LEDGER-TABLE
  Restores the main table as it was at that time into a new one and makes it fit to be used: stream, time to live, recovery, protection and tags; what was
  forgotten and taken away since, once more; nobody signed in. Then looks at it. May be run again, also after it was broken off.
  AWS credentials and region as the AWS CLI has them. The functions are pointed at the new table afterwards: docs/DEPLOY.md, "When the table is lost".

npm run restore-drill -- --rehearse [--without ${drillSteps.slice(1).join(",")}]
  The same on this machine, with a season of its own. --without leaves steps out, to see that the checks notice.`;

const say = (words: string): void => console.log(words);

const onAws = async (from: string, to: string, at: Instant, ledger: string): Promise<number | undefined> => {
  Object.assign(process.env, { [envNames.table]: to, [envNames.ledger]: ledger });
  const client = new DynamoDBClient({});
  const deps = withLedger(liveDeps("restore-drill", await askAsOperator()));
  const restore = () => restoreFromPoint(client, from, to, at);
  return sayChecks(await runDrill({ client, deps, source: from, at, restore, say }), say);
};

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    to: { type: "string" },
    at: { type: "string" },
    ledger: { type: "string" },
    rehearse: { type: "boolean", default: false },
    without: { type: "string", default: "" },
  },
});
const atMs = Date.parse(values.at ?? "");
const at = Number.isNaN(atMs) ? undefined : instantAt(atMs);
const without = drillSteps.filter((step): step is DrillStep => step !== "restore" && values.without.split(",").includes(step));
const isAsked = values.rehearse || (values.from && values.to && values.ledger && at && values.from !== values.to);
if (!isAsked) {
  console.error(help);
  process.exit(2);
}
const held = values.rehearse
  ? await rehearse(without, say)
  : await onAws(values.from ?? "", values.to ?? "", at as Instant, values.ledger ?? "");
say(held === undefined ? "restore drill: NOT ok, let nobody in" : `restore drill: ${held} checks ok`);
process.exit(held === undefined ? 1 : 0);
