import { isLive } from "../../shared/domain/booking.ts";
import type { BookingId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { stayedThreeMonths } from "../../shared/domain/placement.ts";
import {
  type AgeBand,
  ageBands,
  isStartUp,
  noCounts,
  noPeople,
  peopleNames,
  type ReportCounts,
  type ReportPeople,
} from "../../shared/domain/report.ts";
import { addPeople, addTraits, noTraits, nothingKnown, type PersonTraits, type TraitTable } from "../../shared/domain/report-traits.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { listWalkIns } from "../check-ins/walk-in-writes.ts";
import { listTalksAt } from "../consultations/consultation-reads.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import { visitTotalsKey } from "../platform/keys.ts";
import { findPeople, oneOf } from "../registrations/person-reads.ts";
import { type AgendaItem, bookingsOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listPlacements } from "../results/result-reads.ts";
import { listVisitPostings, type PlannedVisit } from "../visits/visit-reads.ts";
import { type CountedAct, listCountedActs } from "./counted-act-reads.ts";
import { findTraits } from "./trait-reads.ts";

/** What a visit adds to a report. */
export type CountedVisit = {
  counts: ReportCounts;
  people: ReportPeople;
  /** Of whom it is still known who they were, and what is known of them. */
  who: Record<keyof ReportPeople, ReadonlySet<PersonId>>;
  known: ReadonlyMap<PersonId, PersonTraits>;
  /** What was put down of people whom nobody knows any more. */
  kept: TraitTable | undefined;
};

/** What is left of a visit of which nobody's check-in is kept any more. Before people were told apart by more than their age there were `ages`, of visitors. */
export type VisitTotalsItem = Item & Pick<CountedVisit, "counts" | "people"> & { traits?: TraitTable; ages?: Record<AgeBand, number> };

/** People over several visits, each once; of visits whose people are no longer known, as often as they came. */
export const peopleOver = (counted: readonly CountedVisit[]): ReportPeople =>
  Object.fromEntries(
    peopleNames.map((kind) => {
      const known = new Set<PersonId>(counted.flatMap(({ who }) => [...who[kind]]));
      const others = counted.reduce((sum, { people, who }) => sum + people[kind] - who[kind].size, 0);
      return [kind, known.size + others];
    }),
  ) as ReportPeople;

/** The same people by what is known of them, as it was at the first of the visits at which they were seen. */
export const traitsOver = (counted: readonly CountedVisit[]): TraitTable => {
  const whose = new Map<PersonId, PersonTraits>();
  for (const { known } of counted) for (const [personId, traits] of known) if (!whose.has(personId)) whose.set(personId, traits);
  let table = noTraits();
  for (const kind of peopleNames) {
    for (const personId of new Set(counted.flatMap(({ who }) => [...who[kind]])))
      addPeople(table, kind, whose.get(personId) ?? nothingKnown);
    for (const { people, who, kept } of counted) if (!kept) addPeople(table, kind, nothingKnown, people[kind] - who[kind].size);
  }
  for (const { kept } of counted) if (kept) table = addTraits(table, kept);
  return table;
};

const agesOnly = ({ people, ages }: VisitTotalsItem): TraitTable => {
  const table = noTraits();
  for (const kind of peopleNames) addPeople(table, kind, nothingKnown, people[kind] ?? 0);
  for (const band of ageBands) {
    table.age[band].visitors += ages?.[band] ?? 0;
    table.age.unknown.visitors -= ages?.[band] ?? 0;
  }
  return table;
};

export const findTotals = (db: Db, visitId: VisitId): Promise<VisitTotalsItem | undefined> =>
  findItem<VisitTotalsItem>(db, visitTotalsKey(visitId));

/** The counts of a visit: from what there is, or from what was counted before that went. */
export const countVisit = async (db: Db, planned: PlannedVisit, now: Instant): Promise<CountedVisit> => {
  const totals = await findTotals(db, planned.visit.visitId);
  if (totals) {
    // What was counted before a figure was added has none of it.
    const counts = { ...noCounts, ...totals.counts };
    const people = { ...noPeople, ...totals.people };
    const who = Object.fromEntries(peopleNames.map((kind) => [kind, new Set<PersonId>()])) as unknown as CountedVisit["who"];
    return { counts, people, who, known: new Map(), kept: totals.traits ?? agesOnly(totals) };
  }
  return countLive(db, planned, now);
};

type AtVisit = { registration: { arrival?: unknown }; agenda: AgendaItem };

/** Interviews that are over by now, and that nobody gave up, whether people came or not. */
const dueInterviews = (some: readonly AtVisit[], now: Instant) =>
  some.flatMap(({ agenda }) =>
    bookingsOf(agenda)
      .filter((booking) => booking.kind === "interview" && booking.endsAt <= now && (isLive(booking) || booking.state === "no_show"))
      .map((booking) => ({ booking, personId: agenda.personId })),
  );

/**
 * Interviews that were held: those of people who came, and those of which a placement is confirmed. Nobody is hired by an interview that was not: who was not
 * checked in was there all the same. Every count of interviews and of who was hired by them goes by this.
 */
export const heldInterviews = (some: readonly AtVisit[], placements: ReadonlyMap<BookingId, unknown>, now: Instant) =>
  some.flatMap((one) =>
    dueInterviews([one], now).filter(
      ({ booking }) => placements.has(booking.bookingId) || (one.registration.arrival !== undefined && isLive(booking)),
    ),
  );

/** The counts of a visit from people, notes and results as they are kept; of interviews those that are over by now. */
export const countLive = async (db: Db, { visit }: PlannedVisit, now: Instant): Promise<CountedVisit> => {
  const { visitId, date } = visit;
  const [everybody, postings, placements, consultations, walkIns, acts] = await Promise.all([
    listPeopleOfVisit(db, visitId),
    listVisitPostings(db, visitId),
    listPlacements(db, visitId),
    listTalksAt(db, visitId),
    listWalkIns(db, visitId),
    listCountedActs(db, visitId),
  ]);
  // Whoever came without a registration is counted by talk, and not among the people.
  const talkedWith = consultations.flatMap(({ personId }) => (personId ? [{ personId }] : []));
  const known = await findPeople(db, [
    ...new Set([...everybody.map(({ agenda }) => agenda.personId), ...talkedWith.map(({ personId }) => personId)]),
  ]);
  const one = (personId: PersonId): PersonId => oneOf(known.get(personId) ?? { personId });
  const idsOf = (some: readonly { personId: PersonId }[]): Set<PersonId> => new Set(some.map(({ personId }) => one(personId)));
  const coming = everybody.filter(({ registration }) => registration.withdrawnAt === undefined || registration.arrival !== undefined);
  const arrived = coming.filter(({ registration }) => registration.arrival !== undefined);
  const held = heldInterviews(coming, placements, now);
  const hired = [...placements.values()];
  const ownerOf = new Map(everybody.map(({ agenda }) => [agenda.registrationId, agenda.personId]));
  const actsOf = (what: CountedAct) => acts.filter(({ act }) => act === what);
  const ownersOf = (some: readonly { registrationId: RegistrationId }[]): Set<PersonId> =>
    new Set(some.flatMap(({ registrationId }) => ownerOf.get(registrationId) ?? []).map(one));
  const [enrolled, referred, hiredLater] = [actsOf("enrolled"), actsOf("referred"), actsOf("hired-later")];
  const who = {
    visitors: idsOf(arrived.map(({ agenda }) => agenda)),
    consulted: idsOf(talkedWith),
    enrolled: ownersOf(enrolled),
    referred: ownersOf(referred),
    interviewed: idsOf(held),
    placed: ownersOf([...hired, ...hiredLater]),
  };
  return {
    counts: {
      registered: idsOf(coming.map(({ agenda }) => agenda)).size,
      arrived: who.visitors.size,
      walkIns: walkIns.length,
      consultations: consultations.length,
      startUp: consultations.filter(({ kind }) => isStartUp(kind)).length,
      tests: actsOf("tested").length,
      enrolments: enrolled.length,
      referrals: referred.length,
      linkedEmployment: actsOf("linked-employment_welfare").length,
      linkedWomen: actsOf("linked-womens_work").length,
      linkedMind: actsOf("linked-mental_health").length,
      linkedFinance: actsOf("linked-microfinance").length,
      linkedYouth: actsOf("linked-youth").length,
      employers: new Set(postings.map(({ employerId }) => employerId)).size,
      postings: postings.length,
      openings: postings.reduce((sum, { draft }) => sum + draft.headcount, 0),
      interviews: held.length,
      noShows: dueInterviews(coming, now).length - held.length,
      placements: hired.length,
      hiredLater: hiredLater.length,
      stayedThreeMonths: [...hired, ...hiredLater].filter(({ checks = [] }) => stayedThreeMonths(checks)).length,
    },
    people: {
      ...(Object.fromEntries(peopleNames.map((kind) => [kind, who[kind].size])) as ReportPeople),
      visitors: who.visitors.size + walkIns.length,
    },
    ...{ who, known: await findTraits(db, known, Number(date.slice(0, 4))), kept: undefined },
  };
};
