import type { Report, VisitReport } from "../../shared/contract/reports.ts";
import { addCounts, noCounts } from "../../shared/domain/report.ts";
import { maskedTraits } from "../../shared/domain/report-traits.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Deps } from "../platform/deps.ts";
import { listVisitsBetween, type PlannedVisit } from "../visits/visit-reads.ts";
import { type CountedVisit, countVisit, peopleOver, traitsOver } from "./report-reads.ts";

/** So many visits are counted at once. */
const atOnce = 4;

/** What was done at these visits, in order of time. Cancelled ones are listed and counted for nothing. */
export const countVisits = async ({ db, clock }: Deps, visits: readonly PlannedVisit[]): Promise<Report> => {
  const now = clock.now();
  const held = visits.filter(({ visit }) => visit.state !== "cancelled");
  const counted: CountedVisit[] = [];
  for (let i = 0; i < held.length; i += atOnce)
    counted.push(...(await Promise.all(held.slice(i, i + atOnce).map((planned) => countVisit(db, planned, now)))));
  const countsOf = new Map(held.map(({ visit }, i) => [visit.visitId, counted[i]?.counts]));
  const rows = visits.map(
    ({ visit, place }): VisitReport => ({
      ...{ visitId: visit.visitId, date: visit.date, placeNameKo: place.nameKo, districtCode: place.districtCode, state: visit.state },
      counts: countsOf.get(visit.visitId) ?? noCounts,
    }),
  );
  return {
    visits: rows,
    counts: rows.map(({ counts }) => counts).reduce(addCounts, noCounts),
    people: peopleOver(counted),
    traits: maskedTraits(traitsOver(counted)),
  };
};

/** What was done at the visits of a time, up to today. */
export const readReport = async (deps: Deps, { from, to }: { from: LocalDate; to: LocalDate }): Promise<Report> => {
  const today = seoulDateOf(deps.clock.now());
  const visits = await listVisitsBetween(deps.db, from, to);
  return countVisits(
    deps,
    visits.filter(({ visit }) => visit.date <= today && visit.state !== "planned"),
  );
};
