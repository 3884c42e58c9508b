/**
 * How long personal data are kept, by category (`PRIVACY-SECURITY.md` 8). The purge and the notice that people read both take their limits from here, so
 * that they cannot disagree.
 */
import { addDays, type LocalDate } from "./seoul-time.ts";
import type { InterviewOutcome } from "./states.ts";

type Limit = { months: number } | { days: number };

/** From when a limit counts. */
type Since = "last-change" | "last-visit" | "visit" | "decision" | "erasure" | "sign-up" | "entry";

/**
 * - `seeker-record`: who somebody is, and what they did with the centre. A registration of a seeker is valid for three months after the last visit and kept for a
 *   year after that (직업안정법 시행규칙).
 * - `check-in`: queue, arrivals, walk-ins, tickets, notices, and which mails went out.
 * - `employer-sight-decided`, `employer-sight-open`: what an employer sees of somebody, from its hiring decision, or from the visit where none was reported.
 * - `acts`: what staff did for somebody, and why.
 * - `unused-account`: the address of somebody who signed in and never registered.
 * - `sign-in`: that somebody is signed in somewhere.
 * - `lead`: a firm that was found and who is to be asked for there, from the last that was written of it.
 * - `inquiry`: what somebody asked, and the answer, whether there is one or not.
 * - `talk`: what a firm brought to a CEO talk and who spoke for it, from the last that was written of it.
 * - `mail-stop`: that an address takes no mail, by a hash of it.
 * - `locked-form`: what the law makes the centre keep of somebody who had everything erased.
 * - `access-log`, `grants`, `forgotten`: the second table: looks and sign-ins, rights and incidents, what was erased and destroyed.
 * - `failed-sign-in`: there, too: tries with an address that opens nobody's data but its owner's; long enough to see who tries many.
 */
export const retention = {
  "seeker-record": { since: "last-visit", limit: { months: 3 + 12 } },
  "check-in": { since: "visit", limit: { months: 12 } },
  "employer-sight-decided": { since: "decision", limit: { days: 14 } },
  "employer-sight-open": { since: "visit", limit: { days: 30 } },
  acts: { since: "visit", limit: { months: 24 } },
  "unused-account": { since: "sign-up", limit: { months: 12 } },
  "sign-in": { since: "entry", limit: { days: 30 } },
  lead: { since: "last-change", limit: { months: 12 } },
  inquiry: { since: "entry", limit: { months: 6 } },
  talk: { since: "last-change", limit: { months: 12 } },
  "mail-stop": { since: "entry", limit: { months: 12 } },
  "locked-form": { since: "erasure", limit: { months: 12 } },
  "access-log": { since: "entry", limit: { months: 24 } },
  "failed-sign-in": { since: "entry", limit: { days: 90 } },
  grants: { since: "entry", limit: { months: 36 } },
  forgotten: { since: "entry", limit: { months: 36 } },
} as const satisfies Record<string, { since: Since; limit: Limit }>;
export type RetentionCategory = keyof typeof retention;

/** The same day some months later; the last day of the month where it has no such day. */
const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, "0")}` as LocalDate;
};

/** Outcomes after which the employer has decided. */
const decided: readonly InterviewOutcome[] = ["hired", "not_hired"];

/** Whether an employer has to do with somebody no longer: some days after it has decided, or after the visit where it has reported no decision. */
export const isSightOver = (
  { visitOn, outcome, notedOn }: { visitOn: LocalDate; outcome: InterviewOutcome | undefined; notedOn: LocalDate | undefined },
  today: LocalDate,
): boolean => {
  const isDecided = outcome !== undefined && notedOn !== undefined && decided.includes(outcome);
  return today > (isDecided ? keptUntil("employer-sight-decided", notedOn) : keptUntil("employer-sight-open", visitOn));
};

/** The last day from which a limit is over by today: what counts from later is kept still. */
export const dueUntil = (category: RetentionCategory, today: LocalDate): LocalDate => {
  const { limit } = retention[category];
  let since = "months" in limit ? addMonths(today, -limit.months) : addDays(today, -limit.days);
  while (keptUntil(category, since) >= today) since = addDays(since, -1);
  return since;
};

/** The last day on which data of a category are kept, counted from the day that its limit counts from. The purge takes them on the next. */
export const keptUntil = (category: RetentionCategory, since: LocalDate): LocalDate => {
  const { limit } = retention[category];
  return "months" in limit ? addMonths(since, limit.months) : addDays(since, limit.days);
};
