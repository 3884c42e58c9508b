import { centre } from "../../shared/centre.ts";
import type { VisitReportPaper } from "../../shared/contract/reports.ts";
import { staffRoleLabels } from "../../shared/copy/codes.ts";
import { districtAndZone } from "../../shared/copy/districts.ts";
import { reportWords, traitGroupText } from "../../shared/copy/pages-manager-reports.ts";
import { visitReportWords } from "../../shared/copy/visit-report.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { countNames, peopleNames } from "../../shared/domain/report.ts";
import { rowOf, traitGroups, traits } from "../../shared/domain/report-traits.ts";
import { dateText, type Instant, timeRangeText, yearOf } from "../../shared/domain/seoul-time.ts";
import { longDate } from "./paper-dates.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { type Paper, writePaper } from "./write-paper.ts";

const words = visitReportWords.ko;
const figures = reportWords.ko;
const dense = { isDense: true };
/** A heading stays with what follows it. */
const heading = (paper: Paper, text: string) => {
  paper.gap(12);
  paper.room(80);
  paper.line(text, { size: 13, weight: "bold", gap: 6 });
};

/** So many names with their numbers stand side by side, so that the whole of a day fits one page. */
const beside = 3;

const sums = (paper: Paper, title: string, cells: readonly (readonly [string, string])[]) => {
  heading(paper, title);
  const sides = Array.from({ length: beside }, (_, i) => i);
  paper.table(
    sides.flatMap(() => [figures.item, figures.value]),
    sides.flatMap(() => [0.23, 1 / beside - 0.23]),
    Array.from({ length: Math.ceil(cells.length / beside) }, (_, i) => sides.flatMap((side) => cells[beside * i + side] ?? ["", ""])),
    dense,
  );
};

/** The report of one visit, for whom the city asks it of. It is in Korean, as what is handed in there. */
export const visitReportPaper = (
  fonts: PaperFonts,
  { report: said, at }: { report: VisitReportPaper; at: Instant },
): Promise<Uint8Array> => {
  const { visit, place, team, employers, report, remark } = said;
  const { counts, people } = report;
  return writePaper(fonts, { title: words.fullTitle, at }, (paper) => {
    paper.line(words.fullTitle, { size: 21, weight: "bold", align: "center", gap: 14 });
    paper.rows([
      {
        label: { ko: words.when },
        value: `${yearOf(visit.date)}년 ${dateText(visit.date, "ko")} ${timeRangeText(visit.startTime, visit.endTime, "ko")}`,
      },
      { label: { ko: words.where }, value: `${placeTextOf(place, "ko")}, ${districtAndZone(place.districtCode, "ko")}` },
      {
        label: { ko: words.team },
        value: team.map(({ name, roles }) => words.teamLine(name, roles.map((role) => staffRoleLabels[role].ko).join("·"))).join(", "),
      },
    ]);
    if (visit.state === "cancelled") {
      paper.gap(14);
      paper.line(words.cancelled, { size: 12 });
    } else {
      sums(
        paper,
        words.cases,
        countNames.map((name) => [figures.counts[name], String(counts[name])]),
      );
      sums(
        paper,
        words.people,
        peopleNames.map((name) => [figures.people[name], String(people[name])]),
      );
      paper.gap(4);
      paper.line(figures.peopleLead, { size: 8.5, colour: "faint" });
      heading(paper, words.employers);
      if (employers.length === 0) paper.line(words.employersNone, { size: 11 });
      else
        paper.table(
          words.employerHead,
          [0.3, 0.44, 0.13, 0.13],
          employers.map(({ nameKo, jobs, interviews, hired }) => [
            ...[nameKo, jobs.map(({ titleKo, headcount }) => words.job(titleKo, headcount)).join("\n")],
            ...[interviews, hired].map((figure) => (figure === null ? "-" : String(figure))),
          ]),
          dense,
        );
    }
    heading(paper, words.remark);
    paper.line(remark?.text ?? words.remarkNone, { size: 11 });
    paper.gap(8);
    paper.room(90);
    paper.line(words.soFar(longDate(at)), { size: 9, colour: "faint", gap: 8 });
    paper.line(longDate(at), { size: 12, align: "center", gap: 8 });
    paper.line(words.by, { size: 15, weight: "bold", align: "center" });
    paper.line(words.phone(centre.phone), { size: 9.5, align: "center", colour: "faint" });
    if (visit.state !== "cancelled") {
      paper.page();
      paper.line(words.appendix, { size: 15, weight: "bold", gap: 2 });
      for (const trait of traits) {
        heading(paper, `${words.people}: ${figures.traitOf[trait]}`);
        const rows = traitGroups[trait].map((group) => ({ group, row: rowOf<number | null>(report.traits, trait, group) }));
        if (rows.every(({ row }) => peopleNames.every((kind) => row[kind] === null))) {
          paper.line(figures.allHidden, { size: 11 });
          continue;
        }
        paper.table(
          [figures.traitOf[trait], ...peopleNames.map((kind) => figures.people[kind])],
          [0.34, ...peopleNames.map(() => 0.11)],
          rows.map(({ group, row }) => [
            traitGroupText(trait, group, "ko"),
            ...peopleNames.map((kind) => String(row[kind] ?? figures.hidden)),
          ]),
          dense,
        );
      }
      paper.gap(4);
      for (const note of [figures.traitsLead, figures.traitsGiven, figures.unknownText]) paper.line(note, { size: 8.5, colour: "faint" });
    }
  });
};
