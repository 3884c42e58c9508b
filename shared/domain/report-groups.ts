import { addCounts, noCounts, type ReportCounts } from "./report.ts";
import type { LocalDate } from "./seoul-time.ts";
import { zoneOf } from "./zones.ts";

/** By what the visits of a report are added up (`codes.json` → reportMetrics, dimensions of the visit). */
export const groupings = ["month", "quarter", "year", "zone", "district", "place"] as const;
export type Grouping = (typeof groupings)[number];

export type GroupedVisit = { date: LocalDate; districtCode: string; placeNameKo: string; state: string; counts: ReportCounts };

/** A group, named by a month ("2026-03"), a quarter ("2026-Q1"), a year, which is a season of the bus ("2026"), a code, or a place's Korean name. */
export type Group = { key: string; visits: number; counts: ReportCounts };

const monthsOfQuarter = 3;

const keyOf = ({ date, districtCode, placeNameKo }: GroupedVisit, by: Grouping): string => {
  if (by === "month") return date.slice(0, 7);
  if (by === "quarter") return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / monthsOfQuarter)}`;
  if (by === "year") return date.slice(0, 4);
  if (by === "zone") return zoneOf(districtCode) ?? districtCode;
  return by === "district" ? districtCode : placeNameKo;
};

const isTime = (by: Grouping): boolean => by === "month" || by === "quarter" || by === "year";

/** Who came, with a registration or without. */
export const visitorsIn = ({ arrived, walkIns }: ReportCounts): number => arrived + walkIns;

/** Cases by group, cancelled visits left out: in the order of time, or where most people came to a visit first, since that is where to go next. People who came to several groups are counted in each. */
export const groupedVisits = (visits: readonly GroupedVisit[], by: Grouping): Group[] => {
  const groups = [
    ...Map.groupBy(
      visits.filter(({ state }) => state !== "cancelled"),
      (visit) => keyOf(visit, by),
    ),
  ].map(([key, some]): Group => ({ key, visits: some.length, counts: some.map(({ counts }) => counts).reduce(addCounts, noCounts) }));
  return groups.sort(
    (a, b) => (isTime(by) ? 0 : visitorsIn(b.counts) / b.visits - visitorsIn(a.counts) / a.visits) || (a.key < b.key ? -1 : 1),
  );
};
