import type { KeptRecord, MyExport } from "../../shared/contract/my-data.ts";
import type { Application } from "../../shared/domain/application.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { inventory, isGiven, type Kept } from "../../shared/domain/inventory.ts";
import { keptUntil, type RetentionCategory, retention } from "../../shared/domain/retention.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { findAccountId } from "../accounts/account-reads.ts";
import { listPlans } from "../plans/plan-reads.ts";
import { type Db, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  accountKey,
  addressKey,
  applicationKey,
  checkInEventPrefix,
  checkInPartition,
  conflictPrefix,
  mailPartition,
  noticePartition,
  noticePrefix,
  outcomePartition,
  outcomePrefix,
  personPartition,
  planReceiptKey,
  quarantinePrefix,
  registrationKey,
  visitLogPartition,
  visitLogPrefix,
  visitPartition,
} from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { firstDay, listRegistrationsOf, type PersonOfVisit, ticketsOf } from "../registrations/registration-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { findVisit, type PlannedVisit } from "../visits/visit-reads.ts";
import { findEntriesOf } from "../waitlist/waitlist-reads.ts";

const known = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined);
const wholePartition = (db: Db, pk: string): Promise<Item[]> =>
  queryItems(db, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pk } });

/** Somebody, and the address that they sign in with, where that is known. */
export type Whose = { personId: PersonId; mail?: string | undefined };

/** What somebody has in the table besides visits: their account, and what lies with them. */
const ownItems = async (db: Db, { personId, mail }: Whose): Promise<Item[]> => {
  const [person, partition] = await Promise.all([findPerson(db, personId), wholePartition(db, personPartition(personId))]);
  return [...(await accountItems(db, { personId, mail: mail ?? person?.mail })), ...partition];
};

/** The account of a person and its address; none where the address leads to somebody else. */
const accountItems = async (db: Db, { personId, mail }: Whose): Promise<Item[]> => {
  const accountId = mail === undefined ? undefined : await findAccountId(db, mail);
  if (mail === undefined || !accountId) return [];
  const [account, address] = await findItems(db, [accountKey(accountId), addressKey(mail)]);
  return account?.personId === personId ? known([account, address]) : [];
};

/** Everything of a person at one visit, wherever it lies (`inventory` says by what each is found). */
const itemsAtVisit = async (db: Db, { registration, agenda }: PersonOfVisit): Promise<Item[]> => {
  const { visitId, registrationId } = agenda;
  const people = registrationKey(visitId, registrationId);
  const tickets = [...(await findTickets(db, visitId, ticketsOf(registration))).values()];
  const ofPerson = (item: Item): boolean => item.registrationId === registrationId;
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
      (Object.values(agenda.applications) as Application[]).map(({ employerId, applicationId }) =>
        applicationKey(visitId, employerId, applicationId),
      ),
    ).then(known),
    queryPartition(db, outcomePartition(visitId), outcomePrefix()).then((items) => items.filter(ofPerson)),
    listPlans(db, visitId)
      .then((plans) =>
        findItems(
          db,
          plans.map(({ plan }) => planReceiptKey(plan.planId, registrationId)),
        ),
      )
      .then(known),
    queryPartition(db, visitLogPartition(visitId), visitLogPrefix).then((items) => items.filter(ofPerson)),
  ]);
  return [...lists.flat(), ...tickets];
};

/** Values as JSON has them, without what is not given. */
const givenOf = (type: Item["type"], value: unknown): unknown => {
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map((one) => givenOf(type, one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([field, one]) => (isGiven(type, field) ? [[field, givenOf(type, one)]] : [])));
};

type Dates = { visitOn: LocalDate | undefined; lastVisitOn: LocalDate | undefined };
const isCategory = (kept: Kept): kept is RetentionCategory => kept in retention;

/** The last day on which something is kept, where that follows from visits. */
const lastDayOf = (kept: Kept, { visitOn, lastVisitOn }: Dates): LocalDate | null => {
  if (!isCategory(kept)) return null;
  const since = retention[kept].since === "last-visit" ? lastVisitOn : visitOn;
  return since ? keptUntil(kept, since) : null;
};

const recordOf = (item: Item, visit: PlannedVisit["visit"] | undefined, lastVisitOn: LocalDate | undefined): KeptRecord => ({
  what: item.type,
  visitId: visit?.visitId ?? null,
  keptUntil: lastDayOf(inventory[item.type].kept, { visitOn: visit?.date, lastVisitOn }),
  content: givenOf(item.type, item) as Record<string, unknown>,
});

/** Everything that is kept of a person, and the visits that it is about. */
export const recordsOf = async (db: Db, whose: Whose): Promise<Pick<MyExport, "visits" | "records">> => {
  const [own, people] = await Promise.all([ownItems(db, whose), listRegistrationsOf(db, whose.personId, firstDay)]);
  const visits = known(await Promise.all(people.map(({ agenda }) => findVisit(db, agenda.visitId))));
  const lastVisitOn = visits
    .map(({ visit }) => visit.date)
    .sort()
    .at(-1);
  const atVisits = await Promise.all(
    people.map(async (person) => {
      const visit = visits.find((planned) => planned.visit.visitId === person.agenda.visitId)?.visit;
      return (await itemsAtVisit(db, person)).map((item) => recordOf(item, visit, lastVisitOn));
    }),
  );
  return {
    visits: visits.map(({ visit: { visitId, date }, place: { nameKo, nameEn } }) => ({
      ...{ visitId, date, placeNameKo: nameKo, placeNameEn: nameEn },
    })),
    records: [...own.map((item) => recordOf(item, undefined, lastVisitOn)), ...atVisits.flat()],
  };
};
