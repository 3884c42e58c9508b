import type { KeptRecord, MyExport } from "../../shared/contract/my-data.ts";
import { inventory, isGiven, type Kept } from "../../shared/domain/inventory.ts";
import { keptUntil, type RetentionCategory, retention } from "../../shared/domain/retention.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Db, Item } from "../platform/db.ts";
import { listItemsAtVisit, listOwnItems, type PersonWithMail } from "../registrations/person-items-reads.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { listAllRegistrationsOf } from "../registrations/registration-reads.ts";
import { findVisit, type PlannedVisit } from "../visits/visit-reads.ts";

/** Values as JSON has them, without what is not given. */
const givenOf = (type: Item["type"], value: unknown, isTop = true): unknown => {
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map((one) => givenOf(type, one, false));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, one]) => (isGiven(type, field, isTop) ? [[field, givenOf(type, one, false)]] : [])),
  );
};

type Dates = { visitOn: LocalDate | undefined; lastVisitOn: LocalDate | undefined };
const isCategory = (kept: Kept): kept is RetentionCategory => kept in retention;

/** The last day on which something is kept, where that follows from visits. */
const lastDayOf = (kept: Kept, { visitOn, lastVisitOn }: Dates): LocalDate | null => {
  if (!isCategory(kept)) return null;
  const since = retention[kept].since === "last-visit" ? lastVisitOn : visitOn;
  return since ? keptUntil(kept, since) : null;
};

const openedOf = (codes: unknown) => (codes === undefined ? {} : { codes });

type About = { visit: PlannedVisit["visit"] | undefined; lastVisitOn: LocalDate | undefined };

/** What is sealed in an item, for whom it may be opened. */
export type Opens = (item: Item) => unknown;

const recordOf = (item: Item, opens: Opens, { visit, lastVisitOn }: About): KeptRecord => ({
  what: item.type,
  visitId: visit?.visitId ?? null,
  keptUntil: lastDayOf(inventory[item.type].kept, { visitOn: visit?.date, lastVisitOn }),
  content: { ...(givenOf(item.type, item) as Record<string, unknown>), ...openedOf(opens(item)) },
});

/** Everything that is kept of a person, and the visits that it is about. */
export const recordsOf = async (db: Db, whose: PersonWithMail, opens: Opens): Promise<Pick<MyExport, "visits" | "records">> => {
  const ids = await idsOfSame(db, whose.personId);
  const [own, people] = await Promise.all([
    Promise.all(ids.map((personId) => listOwnItems(db, personId === whose.personId ? whose : { personId }))).then((lists) => lists.flat()),
    listAllRegistrationsOf(db, whose.personId),
  ]);
  const visitIds = [...new Set(people.map(({ agenda }) => agenda.visitId))];
  const visits = (await Promise.all(visitIds.map((visitId) => findVisit(db, visitId)))).filter((planned) => planned !== undefined);
  const lastVisitOn = visits
    .map(({ visit }) => visit.date)
    .sort()
    .at(-1);
  const atVisits = await Promise.all(
    people.map(async (person) => {
      const visit = visits.find((planned) => planned.visit.visitId === person.agenda.visitId)?.visit;
      return (await listItemsAtVisit(db, person)).map((item) => recordOf(item, opens, { visit, lastVisitOn }));
    }),
  );
  return {
    visits: visits.map(({ visit: { visitId, date }, place: { nameKo, nameEn } }) => ({
      ...{ visitId, date, placeNameKo: nameKo, placeNameEn: nameEn },
    })),
    records: [...own.map((item) => recordOf(item, opens, { visit: undefined, lastVisitOn })), ...atVisits.flat()],
  };
};
