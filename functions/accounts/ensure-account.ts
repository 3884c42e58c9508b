import { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { type AccountItem, findAccount, findAccountId } from "./account-reads.ts";
import { addAccount, claimAddress } from "./account-writes.ts";

/** The account of a mail address, made now if it never had one: then the first sign-in finds it. */
export const ensureAccount = async (deps: Pick<Deps, "db" | "ids" | "clock">, mail: MailAddress): Promise<AccountItem> => {
  const { db, ids, clock } = deps;
  const known = await findAccountId(db, mail);
  const found = known && (await findAccount(db, known));
  // An account that made way for another in this moment: the address leads to that one by now.
  if (known) return found ?? ensureAccount(deps, mail);
  const account = { accountId: AccountId.parse(ids.mint("acc")), personId: PersonId.parse(ids.mint("psn")), mail };
  await transact(db, { address: claimAddress(account), account: addAccount(account, clock.now()) });
  // Refused when somebody signed in with the address in this moment: theirs is the account then.
  return ensureAccount(deps, mail);
};
