import { askAsOperator } from "../platform/ask-as-operator.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";
import { forgetAgain } from "../registrations/forget-again.ts";

/**
 * After the table was restored from an older copy: forgets in it what was forgotten since. Run before anybody is let in, with credentials for the tables and their
 * names in TABLE_NAME (the restored one) and LEDGER_TABLE_NAME. May be run any number of times.
 */
const { person, consent, referral, enrolment } = await forgetAgain(withLedger(liveDeps("forget-again", await askAsOperator())));
console.log(`Forgotten again: ${person} people, ${consent} consents, ${referral} referrals, ${enrolment} enrolments.`);
