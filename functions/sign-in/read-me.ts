import type { Me } from "../../shared/contract/sign-in.ts";
import { secondStepOf } from "../../shared/domain/second-step.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccount, hasRights, visitRolesOf } from "../accounts/account-reads.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";

/** Who is signed in, with what they gave last, what they may do, and what is to be done before they can; nobody whose account is gone since they were let in. */
export const readMe = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, proof }: Pick<SignedIn, "accountId" | "proof">,
): Promise<Outcome<Me>> => {
  const account = await findAccount(db, accountId);
  if (!account) return refuse("sign-in-needed");
  const { isUnproven } = account;
  const [person, employers, visitRoles] = await Promise.all([
    isUnproven ? undefined : findPerson(db, account.personId),
    listEmployersOf(db, [...(account.employerIds ?? [])]),
    visitRolesOf({ db, clock }, account),
  ]);
  return done({
    accountId,
    mail: account.mail,
    person: person ? { name: person.name, birthYear: person.birthYear, phone: person.phone ?? null, locale: person.locale } : null,
    ...(isUnproven && { isUnproven }),
    employers: employers.map(({ employerId, state, profile }) => ({ employerId, nameKo: profile.nameKo, state })),
    staffRoles: account.staffRoles ?? [],
    visitRoles,
    secondStep: secondStepOf({ hasRights: hasRights(account), factorCount: account.factorCount ?? 0 }, proof !== "none"),
  });
};
