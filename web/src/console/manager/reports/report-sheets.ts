import type { Report } from "../../../../../shared/contract/reports.ts";
import { districtName } from "../../../../../shared/copy/districts.ts";
import { reportWords, traitGroupText } from "../../../../../shared/copy/pages-manager-reports.ts";
import type { Locale } from "../../../../../shared/domain/locale.ts";
import { countNames, peopleNames } from "../../../../../shared/domain/report.ts";
import { groupedVisits, groupings, visitorsIn } from "../../../../../shared/domain/report-groups.ts";
import { rowOf, traitGroups, traits } from "../../../../../shared/domain/report-traits.ts";
import type { LocalDate } from "../../../../../shared/domain/seoul-time.ts";
import { zoneOf, zones } from "../../../../../shared/domain/zones.ts";
import { groupName } from "./group-names.ts";

export type Cell = string | number | null;
/** One table of a file: its name, its head, and rows below it. Numbers are numbers, what is hidden is said in words. */
export type Sheet = { name: string; head: readonly string[]; rows: readonly (readonly Cell[])[] };

/** A report as tables: sums of cases and of people apart, visit by visit, visits in groups, people in groups. */
export const reportSheets = (
  { visits, counts, people, traits: shown }: Report,
  { from, to }: { from: LocalDate; to: LocalDate },
  locale: Locale,
): Sheet[] => {
  const words = reportWords[locale];
  const held = visits.filter(({ state }) => state !== "cancelled");
  const countHead = countNames.map((name) => words.counts[name]);
  const zoneName = (districtCode: string): string => zones.find(({ code }) => code === zoneOf(districtCode))?.[locale] ?? "";
  const sums: Sheet = {
    name: words.casesTitle,
    head: [words.item, words.value],
    rows: [[words.period(from, to), null], [words.visits, held.length], ...countNames.map((name) => [words.counts[name], counts[name]])],
  };
  const persons: Sheet = {
    name: words.peopleTitle,
    head: [words.item, words.value],
    rows: [...peopleNames.map((name) => [words.people[name], people[name]]), [words.peopleLead, null]],
  };
  const each: Sheet = {
    name: words.visitsTitle,
    head: [words.date, words.place, words.zone, words.district, ...countHead],
    rows: [
      ...visits.map(({ date, placeNameKo, districtCode, state, counts: own }) => [
        date,
        state === "cancelled" ? `${placeNameKo} (${words.cancelled})` : placeNameKo,
        zoneName(districtCode),
        districtName(districtCode, locale),
        ...countNames.map((name) => own[name]),
      ]),
      [words.sumTitle, null, null, null, ...countNames.map((name) => counts[name])],
    ],
  };
  const grouped = groupings.map(
    (by): Sheet => ({
      name: words.groupings[by],
      head: [words.groupings[by], words.visits, words.perVisit, ...countHead],
      rows: groupedVisits(visits, by).map((group) => [
        groupName(group.key, by, locale),
        group.visits,
        Math.round((10 * visitorsIn(group.counts)) / group.visits) / 10,
        ...countNames.map((name) => group.counts[name]),
      ]),
    }),
  );
  const byTrait = traits.map(
    (trait): Sheet => ({
      name: words.traitOf[trait],
      head: [words.traitOf[trait], ...peopleNames.map((name) => words.people[name])],
      rows: [
        ...traitGroups[trait].map((group) => {
          const row = rowOf<number | null>(shown, trait, group);
          return [traitGroupText(trait, group, locale), ...peopleNames.map((name) => row[name] ?? words.hidden)];
        }),
        [words.all, ...peopleNames.map((name) => people[name])],
      ],
    }),
  );
  return [sums, persons, each, ...grouped, ...byTrait];
};
