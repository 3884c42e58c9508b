import * as z from "zod/mini";
import type { ConsultationKind } from "./consultation.ts";

/**
 * What the city asks of the service (운영 결과 보고), by the names of `codes.json` → reportMetrics. Counts of cases (건수) and of people (실인원) are kept apart: who
 * comes twice is two cases and one person.
 */
const count = z.int().check(z.minimum(0));

/** Counts of one visit, or of several added up; nothing in them tells who anybody was. */
export const ReportCounts = z.strictObject({
  /** Who had registered and did not take it back, or came anyway. */
  registered: count,
  /** Of them who came. */
  arrived: count,
  /** Who came without a registration. */
  walkIns: count,
  /** Talks that a note was written of. */
  consultations: count,
  /** Of them about starting a business or money. */
  startUp: count,
  /** Of them aptitude tests. */
  tests: count,
  /** Enrolments that were accepted at the visit; not those that were renewed. */
  enrolments: count,
  /** Referrals to which somebody agreed, from this visit to one to come; taken back later or not. */
  referrals: count,
  /** Of people who were handed on to a partner, with their consent, by kind of partner; taken back later or not. */
  linkedEmployment: count,
  linkedWomen: count,
  linkedMind: count,
  linkedFinance: count,
  linkedYouth: count,
  employers: count,
  postings: count,
  /** People who were sought, over all postings. */
  openings: count,
  /** Interviews of people who came. */
  interviews: count,
  /** Interviews to which nobody came. */
  noShows: count,
  /** Hires after an interview at the visit, as the centre confirmed them (현장 채용). */
  placements: count,
  /** Hires by employers to which somebody was referred from this visit, met away from the bus (사후 알선 취업); not among the former. */
  hiredLater: count,
  /** Of hires after an interview still at work after three months. */
  stayedThreeMonths: count,
});
export type ReportCounts = z.infer<typeof ReportCounts>;
export const countNames = Object.keys(ReportCounts.shape) as (keyof ReportCounts)[];

export const noCounts: ReportCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as ReportCounts;

export const addCounts = (a: ReportCounts, b: ReportCounts): ReportCounts =>
  Object.fromEntries(countNames.map((name) => [name, a[name] + b[name]])) as ReportCounts;

/** People, each once however often they came. Whoever came without a registration is counted each time: nobody knows who they were. */
export const ReportPeople = z.strictObject({
  visitors: count,
  consulted: count,
  /** Whose enrolment was accepted. */
  enrolled: count,
  referred: count,
  interviewed: count,
  /** Who was hired, after an interview at a visit or a referral. */
  placed: count,
});
export type ReportPeople = z.infer<typeof ReportPeople>;
export const peopleNames = Object.keys(ReportPeople.shape) as (keyof ReportPeople)[];
export const noPeople: ReportPeople = Object.fromEntries(peopleNames.map((name) => [name, 0])) as ReportPeople;

export const ageBands = ["u30", "30s", "40s", "50s", "60p"] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band (`codes.json` → ageBands) of somebody in a year; by the year alone, since no birthday is kept. */
export const ageBandOf = (birthYear: number, year: number): AgeBand => {
  const age = year - birthYear;
  return age < 30 ? "u30" : age < 40 ? "30s" : age < 50 ? "40s" : age < 60 ? "50s" : "60p";
};

export const isStartUp = (kind: ConsultationKind): boolean => kind === "startup" || kind === "finance";
