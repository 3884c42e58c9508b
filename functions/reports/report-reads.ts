import { isLive } from "../../shared/domain/booking.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import {
  type AgeCounts,
  ageBandOf,
  isStartUp,
  noAges,
  noCounts,
  noPeople,
  type ReportCounts,
  type ReportPeople,
} from "../../shared/domain/report.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { listWalkIns } from "../check-ins/walk-in-writes.ts";
import { listConsultationsAt } from "../consultations/consultation-reads.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import { visitTotalsKey } from "../platform/keys.ts";
import { findPeople, oneOf } from "../registrations/person-reads.ts";
import { bookingsOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listPlacements } from "../results/result-reads.ts";
import { listVisitPostings, type PlannedVisit } from "../visits/visit-reads.ts";
import { listCountedActs } from "./counted-act-reads.ts";

/** What a visit adds to a report. `who`: of whom it is still known who they were. */
export type CountedVisit = {
  counts: ReportCounts;
  people: ReportPeople;
  ages: AgeCounts;
  who: Record<keyof ReportPeople, ReadonlySet<PersonId>>;
};

/** What is left of a visit of which nobody's check-in is kept any more. */
export type VisitTotalsItem = Item & Pick<CountedVisit, "counts" | "people" | "ages">;

/** The counts of a visit: from what there is, or from what was counted before that went. */
export const countVisit = async (db: Db, planned: PlannedVisit, now: Instant): Promise<CountedVisit> => {
  const totals = await findItem<VisitTotalsItem>(db, visitTotalsKey(planned.visit.visitId));
  if (totals) {
    // What was counted before a figure was added has none of it.
    const counts = { ...noCounts, ...totals.counts };
    const people = { ...noPeople, ...totals.people };
    const { ages } = totals;
    const nobody: ReadonlySet<PersonId> = new Set();
    return { counts, people, ages, who: { visitors: nobody, consulted: nobody, referred: nobody, interviewed: nobody, placed: nobody } };
  }
  return countLive(db, planned, now);
};

/** The counts of a visit from people, notes and results as they are kept; of interviews those that are over by now. */
export const countLive = async (db: Db, { visit }: PlannedVisit, now: Instant): Promise<CountedVisit> => {
  const { visitId, date } = visit;
  const [everybody, postings, placements, consultations, walkIns, acts] = await Promise.all([
    listPeopleOfVisit(db, visitId),
    listVisitPostings(db, visitId),
    listPlacements(db, visitId),
    listConsultationsAt(db, visitId),
    listWalkIns(db, visitId),
    listCountedActs(db, visitId),
  ]);
  const known = await findPeople(db, [
    ...new Set([...everybody.map(({ agenda }) => agenda.personId), ...consultations.map(({ personId }) => personId)]),
  ]);
  const one = (personId: PersonId): PersonId => oneOf(known.get(personId) ?? { personId });
  const idsOf = (some: readonly { personId: PersonId }[]): Set<PersonId> => new Set(some.map(({ personId }) => one(personId)));
  const coming = everybody.filter(({ registration }) => registration.withdrawnAt === undefined || registration.arrival !== undefined);
  const arrived = coming.filter(({ registration }) => registration.arrival !== undefined);
  const interviewsOf = (some: typeof coming) =>
    some.flatMap(({ agenda }) =>
      bookingsOf(agenda)
        .filter((booking) => booking.kind === "interview" && booking.endsAt <= now && (isLive(booking) || booking.state === "no_show"))
        .map((booking) => ({ booking, personId: agenda.personId })),
    );
  const held = interviewsOf(arrived).filter(({ booking }) => isLive(booking));
  const hired = [...placements.values()];
  const ownerOf = new Map(everybody.map(({ agenda }) => [agenda.registrationId, agenda.personId]));
  const referred = acts.filter(({ act }) => act === "referred");
  const who = {
    visitors: idsOf(arrived.map(({ agenda }) => agenda)),
    consulted: idsOf(consultations),
    referred: new Set(referred.flatMap(({ registrationId }) => ownerOf.get(registrationId) ?? []).map(one)),
    interviewed: idsOf(held),
    placed: new Set(hired.flatMap(({ registrationId }) => ownerOf.get(registrationId) ?? []).map(one)),
  };
  const ages = { ...noAges };
  const year = Number(date.slice(0, 4));
  for (const personId of who.visitors) {
    const person = known.get(personId);
    if (person) ages[ageBandOf(person.birthYear, year)] += 1;
  }
  return {
    counts: {
      registered: idsOf(coming.map(({ agenda }) => agenda)).size,
      arrived: who.visitors.size,
      walkIns: walkIns.length,
      consultations: consultations.length,
      startUp: consultations.filter(({ kind }) => isStartUp(kind)).length,
      tests: acts.filter(({ act }) => act === "tested").length,
      enrolments: acts.filter(({ act }) => act === "enrolled").length,
      referrals: referred.length,
      employers: new Set(postings.map(({ employerId }) => employerId)).size,
      postings: postings.length,
      openings: postings.reduce((sum, { draft }) => sum + draft.headcount, 0),
      interviews: held.length,
      noShows: interviewsOf(coming).length - held.length,
      placements: hired.length,
      stayedThreeMonths: hired.filter(({ checks }) => checks.some(({ month, stays }) => month === 3 && stays)).length,
    },
    people: {
      visitors: who.visitors.size + walkIns.length,
      consulted: who.consulted.size,
      referred: who.referred.size,
      interviewed: who.interviewed.size,
      placed: who.placed.size,
    },
    ages,
    who,
  };
};
