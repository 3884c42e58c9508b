import { askAsOperator } from "../platform/ask-as-operator.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";
import { forgetListed } from "./forget-listed.ts";

/**
 * After the table was restored from an older copy: forgets in it what was forgotten since. Run before anybody is let in, with credentials for the tables and their
 * names in TABLE_NAME (the restored one) and LEDGER_TABLE_NAME. May be run any number of times.
 */
const counts = await forgetListed(withLedger(liveDeps("forget-again", await askAsOperator())));
const named = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
console.log(`Forgotten again: ${named.join(", ")}.`);
