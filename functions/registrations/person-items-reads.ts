import type { Application } from "../../shared/domain/application.ts";
import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import { type AccountItem, findAccountId } from "../accounts/account-reads.ts";
import { listPlans } from "../plans/plan-reads.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  accountPartition,
  addressKey,
  applicationKey,
  checkInEventPrefix,
  checkInPartition,
  conflictPrefix,
  mailPartition,
  noticePartition,
  noticePrefix,
  outcomePartition,
  personPartition,
  planReceiptKey,
  quarantinePrefix,
  registrationKey,
  supportPartition,
  visitLogPartition,
  visitLogPrefix,
  visitPartition,
} from "../platform/keys.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { findEntriesOf } from "../waitlist/waitlist-reads.ts";
import { findPerson } from "./person-reads.ts";
import { type PersonOfVisit, ticketsOf } from "./registration-reads.ts";

const known = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined);

/** Everything in one partition. */
export const wholePartition = (db: Db, pk: string): Promise<Item[]> =>
  queryItems(db, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pk } });

/** Somebody, and by what their account is found, where that is known: itself, or the address that it had. */
export type PersonWithMail = { personId: PersonId; mail?: string | undefined; accountId?: AccountId };

/** The account of a person, whatever lies with it, and its address; none where the address leads to somebody else. */
export const findAccountItems = async (db: Db, { personId, mail, accountId }: PersonWithMail): Promise<Item[]> => {
  const id = accountId ?? (mail === undefined ? undefined : await findAccountId(db, mail));
  const own = id ? await wholePartition(db, accountPartition(id)) : [];
  const account = own.find(({ type }) => type === "account") as AccountItem | undefined;
  if (account?.personId !== personId) return [];
  return known([account, await findItem(db, addressKey(account.mail)), ...own.filter((item) => item !== account)]);
};

/** What somebody has in the table besides visits: their account, and what lies with them. */
export const listOwnItems = async (db: Db, { personId, mail, accountId }: PersonWithMail): Promise<Item[]> => {
  const [person, own, support] = await Promise.all([
    findPerson(db, personId),
    wholePartition(db, personPartition(personId)),
    wholePartition(db, supportPartition(personId)),
  ]);
  return [...(await findAccountItems(db, { personId, mail: person?.mail ?? mail, ...(accountId && { accountId }) })), ...own, ...support];
};

/**
 * Everything of a person at one visit, wherever it lies: `inventory` says by what each is found. What is exported and what is erased is this, so that neither
 * can miss what the other has.
 */
export const listItemsAtVisit = async (db: Db, { registration, agenda }: PersonOfVisit): Promise<Item[]> => {
  const { visitId, registrationId } = agenda;
  const people = registrationKey(visitId, registrationId);
  const tickets = [...(await findTickets(db, visitId, ticketsOf(registration))).values()];
  const isTheirs = (item: Item): boolean => item.registrationId === registrationId;
  const applications: Application[] = Object.values(agenda.applications);
  const lists = await Promise.all([
    queryPartition(db, people.pk, people.sk),
    queryPartition(db, noticePartition(visitId, registrationId), noticePrefix(registrationId)),
    wholePartition(db, mailPartition(registrationId)),
    ...tickets.map(({ idx }) => queryPartition(db, checkInPartition(visitId, idx), checkInEventPrefix(idx))),
    ...tickets.map(({ idx }) => queryPartition(db, visitPartition(visitId), `${conflictPrefix}${idx}#`)),
    queryPartition(db, visitPartition(visitId), quarantinePrefix).then((items) =>
      items.filter(({ text }) => tickets.some(({ idx }) => String(text).includes(idx))),
    ),
    findEntriesOf(db, visitId, agenda.waits),
    findItems(
      db,
      applications.map(({ employerId, applicationId }) => applicationKey(visitId, employerId, applicationId)),
    ).then(known),
    wholePartition(db, outcomePartition(visitId)).then((items) => items.filter(isTheirs)),
    listPlans(db, visitId)
      .then((plans) =>
        findItems(
          db,
          plans.map(({ plan }) => planReceiptKey(plan.planId, registrationId)),
        ),
      )
      .then(known),
    queryPartition(db, visitLogPartition(visitId), visitLogPrefix).then((items) => items.filter(isTheirs)),
  ]);
  return [...lists.flat(), ...tickets];
};
