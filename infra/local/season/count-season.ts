import type { Report } from "../../../shared/contract/reports.ts";
import { ageBands, masked, noAges } from "../../../shared/domain/report.ts";
import type { HeldVisit } from "./centre.ts";
import type { Result } from "./season-file.ts";

/** A figure as the report has it, and as it is counted from the file and from who was sent to the bus. */
export type Compared = { name: string; reported: number | null; counted: number | null };

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Counts the season anew, without the table: figures of the file added up, and people told apart by who they are. */
export const compareSeason = (visits: readonly HeldVisit[], { counts, people, ages, visits: rows }: Report): Compared[] => {
  const held = visits.filter(({ filed }) => filed.status === "completed");
  const filed = (name: keyof Omit<Result, "ages">): number => sum(held.map(({ filed: { result } }) => result?.[name] ?? 0));
  const unique = (some: readonly { guest: { personId: string } }[]): number => new Set(some.map(({ guest }) => guest.personId)).size;
  const walkIns = sum(held.map((visit) => visit.walkIns));
  const coming = held.flatMap((visit) => visit.coming);
  const counselled = held.flatMap(({ coming: some, filed: { result } }) => some.slice(0, result?.consultations));
  const referred = held.flatMap(({ coming: some, filed: { result } }) =>
    some.filter(({ isNew }) => isNew).slice(0, Math.min(result?.newRegistrations ?? 0, result?.referrals ?? 0)),
  );
  const placed = held.flatMap(({ interviews, filed: { result } }) => interviews.done.slice(0, result?.hiredConfirmed));
  const ofAge = { ...noAges };
  for (const { guest } of coming) {
    const band = ageBands[guest.band];
    if (band) ofAge[band] += 1;
  }
  const shownAges = masked(ofAge);
  return [
    { name: "visits", reported: rows.filter(({ state }) => state !== "cancelled").length, counted: held.length },
    { name: "visitors", reported: counts.arrived + counts.walkIns, counted: filed("visitors") },
    { name: "walk-ins", reported: counts.walkIns, counted: walkIns },
    { name: "visitors as people", reported: people.visitors, counted: unique(coming) + walkIns },
    { name: "consultations", reported: counts.consultations, counted: filed("consultations") },
    { name: "people consulted", reported: people.consulted, counted: unique(counselled) },
    { name: "of them start-up and funding", reported: counts.startUp, counted: filed("startupConsultations") },
    { name: "aptitude tests", reported: counts.tests, counted: filed("aptitudeTests") },
    { name: "new enrolments", reported: counts.enrolments, counted: filed("newRegistrations") },
    { name: "referrals", reported: counts.referrals, counted: filed("referrals") },
    { name: "people referred", reported: people.referred, counted: unique(referred) },
    { name: "employers", reported: counts.employers, counted: filed("employersOnSite") },
    { name: "interviews booked", reported: counts.interviews + counts.noShows, counted: filed("interviewsBooked") },
    { name: "interviews held", reported: counts.interviews, counted: filed("interviewsDone") },
    { name: "no-shows", reported: counts.noShows, counted: filed("noShows") },
    { name: "people interviewed", reported: people.interviewed, counted: unique(held.flatMap(({ interviews }) => interviews.done)) },
    { name: "hired", reported: counts.placements, counted: filed("hiredConfirmed") },
    { name: "people hired", reported: people.placed, counted: unique(placed) },
    ...ageBands.map((band) => ({ name: `visitors aged ${band}`, reported: ages[band], counted: shownAges[band] })),
  ];
};
