import type { Me } from "../../shared/contract/sign-in.ts";
import { getAccount } from "../accounts/account-reads.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Db } from "../platform/db.ts";
import { findPerson } from "../registrations/person-reads.ts";

/** Who is signed in, with what they gave last and what they may do. */
export const readMe = async (db: Db, { accountId }: Pick<SignedIn, "accountId">): Promise<Me> => {
  const account = await getAccount(db, accountId);
  const [person, employers] = await Promise.all([findPerson(db, account.personId), listEmployersOf(db, [...(account.employerIds ?? [])])]);
  return {
    accountId,
    mail: account.mail,
    person: person ? { name: person.name, birthYear: person.birthYear, phone: person.phone ?? null, locale: person.locale } : null,
    employers: employers.map(({ employerId, state, profile }) => ({ employerId, nameKo: profile.nameKo, state })),
    staffRoles: account.staffRoles ?? [],
  };
};
