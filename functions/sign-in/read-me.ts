import type { Me } from "../../shared/contract/sign-in.ts";
import { secondStepOf } from "../../shared/domain/second-step.ts";
import { getAccount, hasRights } from "../accounts/account-reads.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Db } from "../platform/db.ts";
import { findPerson } from "../registrations/person-reads.ts";

/** Who is signed in, with what they gave last, what they may do, and what is to be done before they can. */
export const readMe = async (db: Db, { accountId, proof }: Pick<SignedIn, "accountId" | "proof">): Promise<Me> => {
  const account = await getAccount(db, accountId);
  const [person, employers] = await Promise.all([findPerson(db, account.personId), listEmployersOf(db, [...(account.employerIds ?? [])])]);
  return {
    accountId,
    mail: account.mail,
    person: person ? { name: person.name, birthYear: person.birthYear, phone: person.phone ?? null, locale: person.locale } : null,
    employers: employers.map(({ employerId, state, profile }) => ({ employerId, nameKo: profile.nameKo, state })),
    staffRoles: account.staffRoles ?? [],
    secondStep: secondStepOf({ hasRights: hasRights(account), factorCount: account.factorCount ?? 0 }, proof !== "none"),
  };
};
