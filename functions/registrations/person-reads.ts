import type { PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { AddressTrouble } from "../../shared/domain/mail.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, findItems, type Item } from "../platform/db.ts";
import { personKey } from "../platform/keys.ts";

/** What a person told us of themselves. The only item that holds a name, a number or an address of a seeker. */
export type PersonItem = Item & {
  personId: PersonId;
  name: string;
  birthYear: number;
  phone?: string;
  /** Where mail goes: the address they signed in with, or gave to staff; who has none is told by telephone. */
  mail?: string;
  locale: Locale;
  /** Mail does not reach this address any more. */
  mailTrouble?: { what: Exclude<AddressTrouble, "no-address">; address: string; at: Instant };
};

/** Why mail does not reach a person; undefined as far as is known it does. One who signs in with another address has none. */
export const mailTroubleOf = (person: PersonItem | undefined): AddressTrouble | undefined => {
  if (person && person.mail === undefined) return "no-address";
  return person?.mailTrouble?.address === person?.mail ? person?.mailTrouble?.what : undefined;
};

/** The last digits of a person's number, by which they are told from others of their name. */
export const phoneEndOf = ({ phone }: Pick<PersonItem, "phone">): string | null => phone?.slice(-4) ?? null;

/** In the place of somebody who was erased stands for a day that they were (`erasure-writes.ts`): they are not found. */
const isKnown = (person: (Item & { erasedAt?: Instant }) | undefined): boolean => person !== undefined && person.erasedAt === undefined;

export const findPerson = async (db: Db, personId: PersonId): Promise<PersonItem | undefined> => {
  const person = await findItem<PersonItem>(db, personKey(personId));
  return isKnown(person) ? person : undefined;
};

/** People by id, in batches of 100; unknown ones are left out. */
export const findPeople = async (db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, PersonItem>> => {
  const batches = Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) => ids.slice(i * 100, i * 100 + 100));
  const found = (await Promise.all(batches.map((batch) => findItems(db, batch.map(personKey))))) as (PersonItem | undefined)[][];
  return new Map(found.flat().flatMap((person) => (person && isKnown(person) ? [[person.personId, person]] : [])));
};
