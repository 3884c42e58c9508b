import { createHash } from "node:crypto";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { AddressTrouble } from "../../shared/domain/mail.ts";
import { type Likeness, likenessText } from "../../shared/domain/same-person.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, findItems, type Item, queryItems } from "../platform/db.ts";
import { alikeIndexPartition, personKey } from "../platform/keys.ts";

/** What a person told us of themselves. The only item that holds a name, a number or an address of a seeker. */
export type PersonItem = Item & {
  personId: PersonId;
  name: string;
  birthYear: number;
  phone?: string;
  /** Where mail goes: the address they signed in with, or gave to staff; who has none is told by telephone. */
  mail?: string;
  locale: Locale;
  /** The person who they are, too: somebody was registered twice, and staff said so. What is of either is of both. */
  mergedInto?: PersonId;
  /** The other way round. A person is merged into one that is merged into none. */
  also?: Set<PersonId>;
  /** Staff wrote the address down, and nobody has signed in with it yet. */
  mailUnproven?: true;
  /** Since when they have this address, where they had another before, or none. */
  mailSince?: Instant;
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

/** What somebody is told from others by. */
export const likenessOf = (person: Pick<PersonItem, "name" | "birthYear" | "phone">): Likeness => ({
  ...{ name: person.name, birthYear: person.birthYear, phoneEnd: phoneEndOf(person) },
});

/** In the place of somebody who was erased stands for a day that they were (`erasure-writes.ts`): they are not found. */
const isKnown = (person: (Item & { erasedAt?: Instant }) | undefined): boolean => person !== undefined && person.erasedAt === undefined;

export const findPerson = async (db: Db, personId: PersonId): Promise<PersonItem | undefined> => {
  const person = await findItem<PersonItem>(db, personKey(personId));
  return isKnown(person) ? person : undefined;
};

/** The one id that everybody counts by who is the same person. */
export const oneOf = ({ personId, mergedInto }: Pick<PersonItem, "personId" | "mergedInto">): PersonId => mergedInto ?? personId;

/** Every id of a person, the given one first: one, unless staff found that they are there twice. */
export const idsOfSame = async (db: Db, personId: PersonId): Promise<PersonId[]> => {
  const person = await findPerson(db, personId);
  if (!person) return [personId];
  const first = person.mergedInto ? await findPerson(db, person.mergedInto) : person;
  return [...new Set([personId, ...(first ? [first.personId, ...(first.also ?? [])] : [])])];
};

/** People who may be somebody: the same name and year of birth; a moment old. */
export const listAlike = async (db: Db, person: Pick<PersonItem, "name" | "birthYear">): Promise<PersonItem[]> => {
  const found = await queryItems<PersonItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :alike",
    ExpressionAttributeValues: { ":alike": alikeIndexPartition(alikeHash(person)) },
  });
  return found.filter(isKnown);
};

/** Of name and year of birth, so that neither stands in a key. */
export const alikeHash = (person: Pick<PersonItem, "name" | "birthYear">): string =>
  createHash("sha256")
    .update(`jobstop/alike/v1\0${likenessText(person)}`)
    .digest("base64url")
    .slice(0, 22);

/** People by id, in batches of 100; unknown ones are left out. */
export const findPeople = async (db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, PersonItem>> => {
  const batches = Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) => ids.slice(i * 100, i * 100 + 100));
  const found = (await Promise.all(batches.map((batch) => findItems(db, batch.map(personKey))))) as (PersonItem | undefined)[][];
  return new Map(found.flat().flatMap((person) => (person && isKnown(person) ? [[person.personId, person]] : [])));
};
