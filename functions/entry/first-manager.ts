import { parseArgs } from "node:util";
import { MailAddress, PersonName } from "../../shared/domain/text.ts";
import { grantRoles } from "../accounts/grant-roles.ts";
import { askAsOperator } from "../platform/ask-as-operator.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";

/**
 * Gives the first manager the role, since nobody can give it to them in the product: run once after deployment, with credentials for the tables and
 * their names in TABLE_NAME and LEDGER_TABLE_NAME. That person then signs in by mailed code and adds the others.
 */
const { values } = parseArgs({ options: { mail: { type: "string" }, name: { type: "string" } } });
const mail = MailAddress.safeParse(values.mail);
const name = PersonName.safeParse(values.name);
if (!mail.success || !name.success) {
  console.error('Say who: npm run first-manager -- --mail name@example.com --name "권도경"');
  process.exitCode = 2;
} else {
  const { accountId } = await grantRoles(withLedger(liveDeps("first-manager", await askAsOperator())), {
    mail: mail.data,
    name: name.data,
    roles: ["manager"],
  });
  console.log(`${accountId} is a manager now and can sign in at /console.`);
}
