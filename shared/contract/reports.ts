import * as z from "zod/mini";
import { VisitId } from "../domain/ids.ts";
import { ReportCounts, ReportPeople } from "../domain/report.ts";
import { addDays, LocalDate } from "../domain/seoul-time.ts";
import { VisitState } from "../domain/states.ts";
import { managers, operations } from "./operation.ts";

/** At most so many days in one report: a season, with the days around it. */
const mostDays = 400;

const group = z.nullable(z.int());

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
  /** Of who had registered and came; null for a number that is too small to be shown. */
  ages: z.strictObject({ u30: group, "30s": group, "40s": group, "50s": group, "60p": group }),
});
export type Report = z.infer<typeof Report>;

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
});
