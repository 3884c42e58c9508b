import { PersonId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type AccountItem, findAccount } from "../accounts/account-reads.ts";
import { becomeSomebodyElse, mostProofTries, noteProven, spendProofTry } from "../accounts/proof-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { noteMailProven, noteMailRefused } from "../registrations/registration-writes.ts";

/** What is written where every try is spent: the account and the person part. Nothing while one is left. */
export const partWhereSpent = async (
  { db, clock, ids }: Pick<Deps, "db" | "clock" | "ids">,
  account: AccountItem,
): Promise<Record<string, Write>> => {
  const { personId, mail, proofTries = 0 } = account;
  if (proofTries < mostProofTries) return {};
  const at = clock.now();
  const person = await findPerson(db, personId);
  return {
    parted: becomeSomebodyElse(account, { to: PersonId.parse(ids.mint("psn")), at }),
    ...(person?.mail === mail && { refused: noteMailRefused(personId, { mail, at }) }),
  };
};

/** How often it is looked at anew when staff correct something in the same moment. */
const attempts = 4;

/**
 * Whether whoever signed in with an address that staff wrote down is the person: they say the year of birth. Right, the address is theirs, in one transaction. Wrong
 * for the last time, account and person part, in one as well: the account is that of somebody without registrations, and the person has no address until the
 * desk helps. Whoever finds no try left changes nothing: of two copies of a right answer the second must not undo the first. What was not carried out is at
 * the next sign-in (`hand-in-code.ts`).
 */
export const proveAddress = async (
  deps: Deps,
  { actor: { accountId }, birthYear }: { actor: Pick<SignedIn, "accountId">; birthYear: number },
): Promise<Outcome<undefined>> => {
  const { db } = deps;
  const isOpen = async () => (await findAccount(db, accountId))?.isUnproven === true;
  const account = await spendProofTry(db, accountId);
  if (!account) return (await isOpen()) ? refuse("address-refused") : done(undefined);
  const { personId, mail, proofTries = 0 } = account;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const isRight = (await findPerson(db, personId))?.birthYear === birthYear;
    if (!isRight && proofTries < mostProofTries) return refuse("wrong-birth-year");
    const writes = isRight
      ? { proven: noteProven(accountId, personId), reached: noteMailProven(personId, { mail, birthYear }) }
      : await partWhereSpent(deps, account);
    if ((await transact<string>(db, writes)).ok) return isRight ? done(undefined) : refuse("address-refused");
    // Settled in another tab, or by staff, who wrote down another address.
    if (!(await isOpen())) return isRight ? done(undefined) : refuse("address-refused");
  }
  throw new ContentionError("The person kept changing.");
};
