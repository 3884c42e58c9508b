import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccount, hasRights } from "../accounts/account-reads.ts";
import { dropAddress, giveAddress, moveAccount, tellAddress } from "../accounts/address-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { isNobodyYet, readdressPerson } from "../registrations/registration-writes.ts";
import { keepSession } from "./session-writes.ts";
import { takeCode, useUp } from "./take-code.ts";

/** How often it is tried when somebody writes in the same moment. */
const attempts = 4;

/**
 * Gives the signed-in account the address whose code is handed in: where they sign in and where mail goes change in one transaction, so that neither is without
 * the other. The earlier address is told, and all sessions but this one end.
 */
export const changeAddress = async (
  deps: LedgerDeps,
  pepper: string,
  { actor, ...handed }: { actor: SignedIn; cookie: string | undefined; code: string },
): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  const { accountId, sessionHash, session } = actor;
  const taken = await takeCode(deps, pepper, { ...handed, forAccount: accountId });
  if (!taken.ok) return taken;
  const { challengeId, mail: to, locale } = taken.value;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const account = await findAccount(db, accountId);
    // Erased, or signed out from elsewhere, in this moment.
    if (!account || (account.sessionEpoch ?? 0) !== session.epoch) return refuse("sign-in-needed");
    if (hasRights(account)) return refuse("address-fixed");
    // Staff wrote it down in this moment.
    if (account.isUnproven) return refuse("address-unproven");
    const { mail: from, personId } = account;
    const [given, person] = await Promise.all([giveAddress(db, { accountId, mail: to }), findPerson(db, personId)]);
    if (!given) return refuse("address-taken");
    const at = clock.now();
    const result = await transact<string>(db, {
      challenge: useUp(challengeId, at),
      ...given,
      former: dropAddress(from, accountId),
      account: moveAccount(account, { to, isUnproven: false }),
      session: keepSession(accountId, sessionHash, session.epoch),
      person: person ? readdressPerson(personId, { from: person.mail, to, at, isUnproven: false }) : isNobodyYet(personId),
      forgotten: noteForgotten(ledger, { what: "address", personId, accountId, epoch: session.epoch + 1, at }),
      news: tellAddress({ accountId, newsId: ids.mint("nws"), what: "changed", to: from, at, locale: person?.locale ?? locale }),
    });
    if (result.ok) return done(undefined);
    // Handed in twice: the other request has done it.
    if (result.refused.includes("challenge")) return refuse("code-expired");
  }
  throw new ContentionError("The address kept changing.");
};
