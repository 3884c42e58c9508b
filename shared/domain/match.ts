import * as z from "zod/mini";
import type { EnrolmentDraft } from "./enrolment.ts";
import { paidHoursAMonth } from "./minimum-wage.ts";
import type { PostingDraft } from "./posting.ts";
import { zoneOf } from "./zones.ts";

/**
 * How well a posting fits what somebody looks for, by what they wrote and by nothing else: never by age, sex, origin, needs or groups, none of which is handed in.
 */

export const MatchReason = z.enum([
  "already-theirs",
  "occupation-same",
  "occupation-near",
  "occupation-other",
  "district-same",
  "district-zone",
  "district-any",
  "district-other",
  "pay-meets",
  "pay-below",
  "hours-fit",
  "hours-over",
  "type-same",
  "type-other",
  "education-meets",
  "education-above",
]);
export type MatchReason = z.infer<typeof MatchReason>;

/** What each reason weighs. What stands against a job weighs nothing: it is said, and the counsellor decides. */
const weights: Record<MatchReason, number> = {
  "already-theirs": 0,
  "occupation-same": 40,
  "occupation-near": 20,
  "occupation-other": 0,
  "district-same": 20,
  "district-zone": 12,
  "district-any": 12,
  "district-other": 0,
  "pay-meets": 15,
  "pay-below": 0,
  "hours-fit": 10,
  "hours-over": 0,
  "type-same": 10,
  "type-other": 0,
  "education-meets": 5,
  "education-above": 0,
};

/** Whether a reason speaks against the job. */
export const speaksAgainst = (reason: MatchReason): boolean => weights[reason] === 0;

/** The first digit of a middle group is its major one (KECO). */
const majorOf = (occupation: string): string => occupation.slice(0, 1);

const occupationReason = (wishes: EnrolmentDraft, { occupation }: PostingDraft): MatchReason => {
  if (wishes.occupations.includes(occupation)) return "occupation-same";
  return wishes.occupations.some((wished) => majorOf(wished) === majorOf(occupation)) ? "occupation-near" : "occupation-other";
};

const districtReason = ({ districts }: EnrolmentDraft, { districtCode }: PostingDraft): MatchReason => {
  if (districts.length === 0) return "district-any";
  if (districts.includes(districtCode)) return "district-same";
  return districts.some((district) => zoneOf(district) === zoneOf(districtCode)) ? "district-zone" : "district-other";
};

/** Won an hour, of pay for a week of so many hours; a day counts as eight. */
const hourly = (type: PostingDraft["pay"]["type"], won: number, weeklyHours: number): number =>
  won / { H: 1, D: Math.min(8, weeklyHours), M: paidHoursAMonth(weeklyHours), Y: 12 * paidHoursAMonth(weeklyHours) }[type];

/** The most that is offered counts: what is paid in the end is agreed at the interview. */
const payReason = ({ leastPay }: EnrolmentDraft, { pay, weeklyHours }: PostingDraft): MatchReason | undefined =>
  leastPay && (hourly(pay.type, pay.max, weeklyHours) >= hourly(leastPay.type, leastPay.won, weeklyHours) ? "pay-meets" : "pay-below");

const hoursReason = (wishes: EnrolmentDraft, { weeklyHours }: PostingDraft): MatchReason | undefined =>
  wishes.weeklyHours === undefined ? undefined : weeklyHours <= wishes.weeklyHours ? "hours-fit" : "hours-over";

const typeReason = ({ employmentTypes }: EnrolmentDraft, { employmentType }: PostingDraft): MatchReason | undefined =>
  employmentTypes.length === 0 ? undefined : employmentTypes.includes(employmentType) ? "type-same" : "type-other";

/** Codes of education grow with it; "00" asks for none. */
const educationReason = (wishes: EnrolmentDraft, { education }: PostingDraft): MatchReason | undefined => {
  if (education === "00") return "education-meets";
  return wishes.education === undefined ? undefined : wishes.education >= education ? "education-meets" : "education-above";
};

/** Why a posting fits somebody, or does not; what they said nothing of is left out. */
export const reasonsFor = (wishes: EnrolmentDraft, posting: PostingDraft): MatchReason[] =>
  [occupationReason, districtReason, payReason, hoursReason, typeReason, educationReason].flatMap((ask) => ask(wishes, posting) ?? []);

const scoreOf = (reasons: readonly MatchReason[]): number => reasons.reduce((sum, reason) => sum + weights[reason], 0);

type Offered = { draft: PostingDraft; visitOn: string; postingId: string };
export type Match<T extends Offered> = T & { reasons: MatchReason[] };

/** Whether somebody has booked or applied for it already. */
export const isAlreadyTheirs = ({ reasons }: { reasons: readonly MatchReason[] }): boolean => reasons.includes("already-theirs");

/**
 * Postings, the best first; of two as good the one of the earlier visit, then by id: the same list whenever it is asked for. Those that are theirs already,
 * by a booking or an application, are last: there is nothing to propose.
 */
export const ranked = <T extends Offered>(
  wishes: EnrolmentDraft,
  postings: readonly T[],
  isTheirs: (posting: T) => boolean = () => false,
): Match<T>[] =>
  postings
    .map((posting): Match<T> => {
      const reasons = reasonsFor(wishes, posting.draft);
      return { ...posting, reasons: isTheirs(posting) ? ["already-theirs", ...reasons] : reasons };
    })
    .sort(
      (a, b) =>
        Number(isAlreadyTheirs(a)) - Number(isAlreadyTheirs(b)) ||
        scoreOf(b.reasons) - scoreOf(a.reasons) ||
        a.visitOn.localeCompare(b.visitOn) ||
        a.postingId.localeCompare(b.postingId),
    );
