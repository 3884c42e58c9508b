import * as z from "zod/mini";
import { VisitId } from "../domain/ids.ts";
import { ReportCounts, ReportPeople } from "../domain/report.ts";
import { traitGroups } from "../domain/report-traits.ts";
import { addDays, Instant, LocalDate, LocalTime } from "../domain/seoul-time.ts";
import { StaffRole, VisitState } from "../domain/states.ts";
import { someLines } from "../domain/text.ts";
import { eachOf } from "./each-of.ts";
import { managers, operations } from "./operation.ts";

/** At most so many days in one report: a season, with the days around it. */
const mostDays = 400;

/** People of a group by kind; null for a number that is too small to be shown. */
const shown = eachOf(z.keyof(ReportPeople).options, z.nullable(z.int()));

/** Each kind of people by what is known of them: each column adds up to all people of its kind. */
const ShownTraits = z.strictObject({
  age: eachOf(traitGroups.age, shown),
  sex: eachOf(traitGroups.sex, shown),
  education: eachOf(traitGroups.education, shown),
  occupation: eachOf(traitGroups.occupation, shown),
});

export const VisitReport = z.strictObject({
  visitId: VisitId,
  date: LocalDate,
  placeNameKo: z.string(),
  districtCode: z.string(),
  state: VisitState,
  counts: ReportCounts,
});
export type VisitReport = z.infer<typeof VisitReport>;

export const Report = z.strictObject({
  /** Visits that took place or were cancelled, by date. */
  visits: z.array(VisitReport),
  /** Over all that were not cancelled. */
  counts: ReportCounts,
  people: ReportPeople,
  traits: ShownTraits,
});
export type Report = z.infer<typeof Report>;

/** Of one employer at a visit; null where nobody's check-in is kept any more. */
const figure = z.nullable(z.int());

/** What is handed in of one visit (운영 결과 보고). It names nobody but the centre's own staff. */
export const VisitReportPaper = z.strictObject({
  visit: z.strictObject({ visitId: VisitId, date: LocalDate, startTime: LocalTime, endTime: LocalTime, state: VisitState }),
  place: z.strictObject({ nameKo: z.string(), nameEn: z.string(), roadAddress: z.nullable(z.string()), districtCode: z.string() }),
  team: z.array(z.strictObject({ name: z.string(), roles: z.array(StaffRole) })),
  employers: z.array(
    z.strictObject({
      nameKo: z.string(),
      jobs: z.array(z.strictObject({ titleKo: z.string(), headcount: z.int() })),
      interviews: figure,
      hired: figure,
    }),
  ),
  report: Report,
  remark: z.nullable(z.strictObject({ text: z.string(), version: z.int(), writtenAt: Instant })),
});
export type VisitReportPaper = z.infer<typeof VisitReportPaper>;

const onVisit = z.strictObject({ visitId: VisitId });

export const reportOperations = operations({
  "GET /api/staff/reports": {
    summary: "What was done at the visits of a time, in counts of cases and of people; both days count. Names nobody.",
    who: managers,
    query: z.strictObject({ from: LocalDate, to: LocalDate }).check(
      z.refine(({ from, to }) => from <= to, { path: ["to"], error: "end-before-start" }),
      z.refine(({ from, to }) => to <= addDays(from, mostDays), { path: ["to"], error: "day-too-far" }),
    ),
    answers: { 200: Report },
    problems: [],
  },
  "GET /api/staff/reports/visits/{visitId}": {
    summary: "What is handed in of one visit: where and when, by whom, with which employers, and what came of it. Names nobody who came.",
    who: managers,
    params: onVisit,
    answers: { 200: VisitReportPaper },
    problems: [],
  },
  "PUT /api/staff/reports/visits/{visitId}/remark": {
    summary:
      "Write what is to be said of a visit beside its numbers, in the place of what was on the screen. Sent again it changes nothing.",
    who: managers,
    params: onVisit,
    body: z.strictObject({ text: someLines(1000), seen: z.int().check(z.minimum(0), z.maximum(10_000)) }),
    answers: { 204: null },
    problems: ["remark-changed"],
  },
});
