import { addCounts, noCounts, type ReportCounts } from "./report.ts";
import { type GroupedVisit, visitorsIn } from "./report-groups.ts";
import type { LocalDate } from "./seoul-time.ts";
import { zones } from "./zones.ts";

/** What a visit brings: people who came, interviews, and who was hired after one there or by a referral from there. */
export type Yield = { visitors: number; interviews: number; hired: number };

/** What somewhere brought at one visit on average, to one decimal place; of nowhere nothing. */
export type Brought = { visits: number; last: LocalDate | null; each: Yield | null };

const rounded = (sum: number, visits: number): number => Math.round((10 * sum) / visits) / 10;

const broughtBy = (visits: readonly GroupedVisit[]): Brought => {
  if (visits.length === 0) return { visits: 0, last: null, each: null };
  const sum: ReportCounts = visits.map(({ counts }) => counts).reduce(addCounts, noCounts);
  const of = (total: number): number => rounded(total, visits.length);
  return {
    visits: visits.length,
    last:
      visits
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? null,
    each: { visitors: of(visitorsIn(sum)), interviews: of(sum.interviews), hired: of(sum.placements + sum.hiredLater) },
  };
};

const held = (visits: readonly GroupedVisit[]) => visits.filter(({ state }) => state !== "cancelled");

export type DistrictToGo = Brought & { districtCode: string; planned: number };

/**
 * All 25 districts, where to go first: those that no visit went to and none is planned for, then those with the fewest visits, held and planned, of these the one
 * that waits longest.
 */
export const districtsToGo = (
  visits: readonly GroupedVisit[],
  planned: readonly { districtCode: string; state: string }[],
): DistrictToGo[] =>
  zones
    .flatMap(({ districts }) => districts.map(({ code }): string => code))
    .map((code) => ({
      districtCode: code,
      planned: planned.filter(({ districtCode, state }) => districtCode === code && state !== "cancelled").length,
      ...broughtBy(held(visits).filter(({ districtCode }) => districtCode === code)),
    }))
    .sort(
      (a, b) =>
        a.visits + a.planned - (b.visits + b.planned) ||
        (a.last ?? "").localeCompare(b.last ?? "") ||
        (a.districtCode < b.districtCode ? -1 : 1),
    );

export type PlaceYield = Brought & { placeNameKo: string; districtCode: string };

/** Places that were visited, the one first at which most people were hired for each visit, then interviewed, then came. */
export const placeYields = (visits: readonly GroupedVisit[]): PlaceYield[] =>
  [...Map.groupBy(held(visits), ({ placeNameKo, districtCode }) => `${districtCode} ${placeNameKo}`).values()]
    .flatMap((some) => {
      const [first] = some;
      return first ? [{ placeNameKo: first.placeNameKo, districtCode: first.districtCode, ...broughtBy(some) }] : [];
    })
    .sort(
      ({ each: a, placeNameKo: one }, { each: b, placeNameKo: other }) =>
        (b?.hired ?? 0) - (a?.hired ?? 0) ||
        (b?.interviews ?? 0) - (a?.interviews ?? 0) ||
        (b?.visitors ?? 0) - (a?.visitors ?? 0) ||
        one.localeCompare(other),
    );
