import type { MailAddress } from "../../shared/domain/text.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccountId, getAccount } from "../accounts/account-reads.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import { endMailStop } from "../mail/mail-stop-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { forgetMailTrouble } from "../registrations/registration-writes.ts";

/**
 * Mail goes again to an address that takes it after all. Staff name it as its owner has said it: nothing lists such addresses. What was not sent meanwhile stays to be told by
 * telephone. SES's own list is an operator's (`infra/RUNBOOK.md`): only the mailer may speak to SES.
 */
export const letMailGo = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { mail, reason, by }: { mail: MailAddress; reason: string; by: Doer },
): Promise<Outcome<undefined>> => {
  const accountId = await findAccountId(db, mail);
  const entry = { at: clock.now(), kind: "mail-stop-ended", ...by, ...(accountId && { accountId }), reason } as const;
  const ended = await transact(db, { stop: endMailStop(mail), log: entryInLedger(ledger, entry, ids.mint("log")) });
  if (!ended.ok) return refuse("not-found");
  // Refused for whoever has no mark, as an employer's contact.
  if (accountId) await transact(db, { person: forgetMailTrouble((await getAccount(db, accountId)).personId) });
  return done(undefined);
};
