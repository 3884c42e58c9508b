import type { Report } from "../../../shared/contract/reports.ts";
import { ageBands, peopleNames, type ReportPeople } from "../../../shared/domain/report.ts";
import { rowOf, shownGroups, type Trait, type TraitGroup, traitGroups, traits } from "../../../shared/domain/report-traits.ts";
import type { HeldVisit } from "./centre.ts";
import type { Guest } from "./guests.ts";
import { hiredLaterAt } from "./hold-visit.ts";
import type { Result } from "./season-file.ts";

/** A figure as the report has it, and as it is counted from the file and from who was sent to the bus. */
export type Compared = { name: string; reported: number | null; counted: number | null };

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

type Whom = Record<keyof ReportPeople, readonly { guest: Guest }[]>;

/** In which group somebody is, by what they told of themselves. */
const groupOf = ({ band, said }: Guest, trait: Trait): TraitGroup =>
  trait === "age" ? (ageBands[band] ?? "unknown") : (said[trait] ?? "unknown");

/** People by what they told of themselves, each once, and walk-ins, of whom nobody knows anything; hidden as a report hides them. */
const comparedGroups = (shown: Report["traits"], whom: Whom, walkIns: number): Compared[] =>
  traits.flatMap((trait) =>
    peopleNames.flatMap((kind) => {
      const counted = Object.fromEntries(traitGroups[trait].map((group) => [group, 0])) as Record<TraitGroup, number>;
      for (const guest of new Set(whom[kind].map((one) => one.guest))) counted[groupOf(guest, trait)] += 1;
      if (kind === "visitors") counted.unknown += walkIns;
      const hidden = shownGroups(counted);
      return traitGroups[trait].map((group) => ({
        name: `${kind} by ${trait}: ${group}`,
        ...{ reported: rowOf<number | null>(shown, trait, group)[kind], counted: hidden[group] },
      }));
    }),
  );

/** Counts the season anew, without the table: figures of the file added up, and people told apart by who they are. */
export const compareSeason = (visits: readonly HeldVisit[], { counts, people, traits: shown, visits: rows }: Report): Compared[] => {
  const held = visits.filter(({ filed }) => filed.status === "completed");
  const filed = (name: keyof Omit<Result, "ages" | "sexes">): number => sum(held.map(({ filed: { result } }) => result?.[name] ?? 0));
  const unique = (some: readonly { guest: { personId: string } }[]): number => new Set(some.map(({ guest }) => guest.personId)).size;
  const walkIns = sum(held.map((visit) => visit.walkIns));
  const coming = held.flatMap((visit) => visit.coming);
  const counselled = held.flatMap(({ coming: some, filed: { result } }) => some.slice(0, result?.consultations));
  const enrolled = held.flatMap(({ coming: some, filed: { result } }) =>
    some.filter(({ isNew }) => isNew).slice(0, result?.newRegistrations),
  );
  const referred = held.flatMap((visit) => visit.referred);
  const interviewed = held.flatMap(({ interviews }) => interviews.done);
  const placed = [
    ...held.flatMap(({ interviews, filed: { result } }) => interviews.done.slice(0, result?.hiredConfirmed)),
    ...held.flatMap(hiredLaterAt),
  ];
  const whom = { visitors: coming, consulted: counselled, enrolled, referred, interviewed, placed };
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
    { name: "people enrolled", reported: people.enrolled, counted: unique(enrolled) },
    { name: "referrals", reported: counts.referrals, counted: filed("referrals") },
    { name: "people referred", reported: people.referred, counted: unique(referred) },
    { name: "employers", reported: counts.employers, counted: filed("employersOnSite") },
    { name: "interviews booked", reported: counts.interviews + counts.noShows, counted: filed("interviewsBooked") },
    { name: "interviews held", reported: counts.interviews, counted: filed("interviewsDone") },
    { name: "no-shows", reported: counts.noShows, counted: filed("noShows") },
    { name: "people interviewed", reported: people.interviewed, counted: unique(interviewed) },
    { name: "hired after an interview", reported: counts.placements, counted: filed("hiredConfirmed") },
    { name: "hired by a referral", reported: counts.hiredLater, counted: filed("hiredThroughLaterReferral") },
    { name: "people hired", reported: people.placed, counted: unique(placed) },
    ...comparedGroups(shown, whom, walkIns),
  ];
};
