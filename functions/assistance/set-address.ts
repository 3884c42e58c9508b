import { AccountId, type RegistrationId, type VisitId } from "../../shared/domain/ids.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type AccountItem, findAccount, findAccountId, hasRights } from "../accounts/account-reads.ts";
import { addAccount } from "../accounts/account-writes.ts";
import { dropAddress, giveAddress, moveAccount, tellAddress } from "../accounts/address-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import { isStopped, type MailStopItem } from "../mail/mail-stop-writes.ts";
import type { StaffAct } from "../platform/actor.ts";
import { type Db, findItem } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { mailStopKey } from "../platform/keys.ts";
import { digestOf } from "../platform/limits.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findPerson, mailTroubleOf, type PersonItem } from "../registrations/person-reads.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { readdressPerson } from "../registrations/registration-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";

type Setting = { visitId: VisitId; registrationId: RegistrationId; mail: string; staff: StaffAct; by: Doer };

/** How often it is looked at anew when somebody writes in the same moment. */
const attempts = 4;

/** The account that somebody signs in to, by the address that they have. */
const accountOf = async (db: Db, { personId, mail }: PersonItem): Promise<AccountItem | undefined> => {
  const accountId = mail === undefined ? undefined : await findAccountId(db, mail);
  const account = accountId && (await findAccount(db, accountId));
  return account?.personId === personId ? account : undefined;
};

/**
 * Writes down the address of somebody who has none, or another in place of one from which mail comes back or that nobody has ever proved. An address that works stays in its
 * owner's hands: whoever talks staff into another one would be in their account. Until its owner says the year of birth the new one counts as unproven and opens
 * nothing; mail goes there all the same, and names nobody. The address of before is told, and its sessions end.
 */
export const setAddress = async (deps: LedgerDeps, setting: Setting): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  const { visitId, registrationId, mail: to, staff, by } = setting;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const at = clock.now();
    const [planned, item] = await Promise.all([findVisit(db, visitId), findRegistration(db, visitId, registrationId)]);
    const person = item && (await findPerson(db, item.registration.personId));
    if (!planned || !person) return refuse("not-found");
    if (item.withdrawnAt) return refuse("registration-withdrawn");
    if (endOfVisit(planned.visit) <= at) return refuse("visit-over");
    const { personId, mail: from, locale } = person;
    const trouble = mailTroubleOf(person);
    if (from === to) return trouble ? refuse("address-returned") : done(undefined);
    if (!trouble && !person.mailUnproven) return refuse("can-do-it-themselves");
    if (isStopped(await findItem<MailStopItem>(db, mailStopKey(digestOf(to))), at)) return refuse("address-returned");
    const account = await accountOf(db, person);
    if (account && hasRights(account)) return refuse("address-fixed");
    const accountId = account?.accountId ?? AccountId.parse(ids.mint("acc"));
    const given = await giveAddress(db, { accountId, mail: to });
    if (!given) return refuse("address-taken");
    const about = { visitId, registrationId, personId };
    const tell = (what: "changed" | "added", address: string): Write =>
      tellAddress({ accountId, newsId: ids.mint("nws"), what, to: address, at, locale, ...(what === "added" && { about }) });
    const entry = { at, kind: "address-set", ...by, visitId, registrationId, people: 1, reason: staff.reason } as const;
    const result = await transact<string>(db, {
      ...given,
      account: account
        ? moveAccount(account, { to, isUnproven: true })
        : addAccount({ accountId, personId, mail: to, isUnproven: true }, at),
      ...(account && { former: dropAddress(account.mail, accountId) }),
      person: readdressPerson(personId, { from, to, at, isUnproven: true }),
      ...(from !== undefined && {
        forgotten: noteForgotten(ledger, { what: "address", personId, accountId, epoch: (account?.sessionEpoch ?? 0) + 1, at }),
      }),
      added: tell("added", to),
      ...(from !== undefined && { changed: tell("changed", from) }),
      log: addToVisitLog({ visitId, at, registrationId, did: "set-address", ...staff }, ids.mint("log")),
      entry: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (result.ok) return done(undefined);
  }
  throw new ContentionError("The address kept changing.");
};
