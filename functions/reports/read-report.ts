import type { Report, VisitReport } from "../../shared/contract/reports.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { type AgeBand, addCounts, ageBands, masked, noAges, noCounts, noPeople, type ReportPeople } from "../../shared/domain/report.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Deps } from "../platform/deps.ts";
import { listVisitsBetween } from "../visits/visit-reads.ts";
import { type CountedVisit, countVisit } from "./report-reads.ts";

/** So many visits are counted at once. */
const atOnce = 4;

const kinds = Object.keys(noPeople) as (keyof ReportPeople)[];

/** People over several visits, each once; of visits whose people are no longer known, as often as they came. */
const peopleOver = (counted: readonly CountedVisit[]): ReportPeople =>
  Object.fromEntries(
    kinds.map((kind) => {
      const known = new Set<PersonId>(counted.flatMap(({ who }) => [...who[kind]]));
      const others = counted.reduce((sum, { people, who }) => sum + people[kind] - who[kind].size, 0);
      return [kind, known.size + others];
    }),
  ) as ReportPeople;

/** What was done at the visits of a time, up to today. Cancelled visits are listed and counted for nothing. */
export const readReport = async ({ db, clock }: Deps, { from, to }: { from: LocalDate; to: LocalDate }): Promise<Report> => {
  const now = clock.now();
  const today = seoulDateOf(now);
  const visits = (await listVisitsBetween(db, from, to)).filter(({ visit }) => visit.date <= today && visit.state !== "planned");
  const counted: CountedVisit[] = [];
  for (let i = 0; i < visits.length; i += atOnce)
    counted.push(...(await Promise.all(visits.slice(i, i + atOnce).map((planned) => countVisit(db, planned, now)))));
  const rows = visits.map(({ visit, place }, i): VisitReport => {
    const isCancelled = visit.state === "cancelled";
    return {
      ...{ visitId: visit.visitId, date: visit.date, placeNameKo: place.nameKo, districtCode: place.districtCode, state: visit.state },
      counts: isCancelled ? noCounts : (counted[i]?.counts ?? noCounts),
    };
  });
  const held = counted.filter((_, i) => visits[i]?.visit.state !== "cancelled");
  const ages = { ...noAges };
  for (const one of held) for (const band of ageBands as readonly AgeBand[]) ages[band] += one.ages[band];
  return {
    visits: rows,
    counts: rows.map(({ counts }) => counts).reduce(addCounts, noCounts),
    people: peopleOver(held),
    ages: masked(ages),
  };
};
