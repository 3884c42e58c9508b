import type { Report } from "../../../../../shared/contract/reports.ts";
import type { ReportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { csvOf } from "../../../../../shared/domain/csv.ts";
import { ageBands, countNames, peopleNames } from "../../../../../shared/domain/report.ts";

/** A report as a table for a spreadsheet: visit by visit with the sum below, then people and ages. */
export const reportFile = ({ visits, counts, people, ages }: Report, words: ReportWords): string =>
  csvOf([
    [words.date, words.place, ...countNames.map((name) => words.counts[name])],
    ...visits.map(({ date, placeNameKo, state, counts: own }) => [
      date,
      state === "cancelled" ? `${placeNameKo} (${words.cancelled})` : placeNameKo,
      ...countNames.map((name) => own[name]),
    ]),
    [words.sumTitle, null, ...countNames.map((name) => counts[name])],
    [],
    [words.peopleTitle],
    ...peopleNames.map((name) => [words.people[name], people[name]]),
    [],
    [words.agesTitle],
    ...ageBands.map((band) => [words.ages[band], ages[band] ?? words.hidden]),
  ]);
