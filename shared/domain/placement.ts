import * as z from "zod/mini";
import { monthsLater } from "./months.ts";
import { Instant, LocalDate } from "./seoul-time.ts";
import type { InterviewOutcome } from "./states.ts";

/**
 * What comes of interviews (결과) after both sides have spoken, and the placement (취업) that follows: confirmed by the centre, and looked after at one, three and
 * six months (`codes.json` → hireCheck).
 */

/** What a seeker says of an interview. */
export const SeekerResult = z.enum(["hired", "second_interview", "waiting", "not_hired", "declined"]);
export type SeekerResult = z.infer<typeof SeekerResult>;

/** How the centre knows that somebody was hired. */
export const ConfirmedBy = z.enum(["person", "employer", "document"]);
export type ConfirmedBy = z.infer<typeof ConfirmedBy>;

/** Months after the first day at work at which the centre asks whether they are still there. */
export const stayMonths = [1, 3, 6] as const;
export type StayMonth = (typeof stayMonths)[number];
export const StayMonth = z.literal(stayMonths);

export const StayCheck = z.strictObject({ month: StayMonth, stays: z.boolean(), checkedAt: Instant });
export type StayCheck = z.infer<typeof StayCheck>;

/** Whether somebody was still there after three months, as the city counts it (`codes.json` → reportMetrics). */
export const stayedThreeMonths = (checks: readonly StayCheck[]): boolean => checks.some(({ month, stays }) => month === 3 && stays);

export const Placement = z.strictObject({
  /** The first day at work. */
  startedOn: LocalDate,
  confirmedBy: ConfirmedBy,
  confirmedAt: Instant,
  checks: z.array(StayCheck),
});
export type Placement = z.infer<typeof Placement>;

/** That the employer of a referral hired somebody whom it met away from the bus. */
export const HiredByReferral = z.strictObject({ startedOn: LocalDate, confirmedBy: ConfirmedBy });
export type HiredByReferral = z.infer<typeof HiredByReferral>;

/** How late somebody may begin: the last check must not lie beyond what follow-ups reach. */
const latestStartMonths = 5;

/** Why somebody cannot have begun on a day, from when they could; undefined when they can. */
export const startProblem = (startedOn: LocalDate, from: LocalDate, today: LocalDate): "day-over" | "day-too-far" | undefined =>
  startedOn < from ? "day-over" : startedOn > monthsLater(today, latestStartMonths) ? "day-too-far" : undefined;

/** Whether somebody says that nobody was hired. */
export const isOver = (said: InterviewOutcome | SeekerResult): boolean => said === "not_hired" || said === "declined";

/** What one side said of an interview, and when. */
type Saying = { said: InterviewOutcome | SeekerResult; at: Instant };

/** Whether one of both has said since a placement was confirmed that there is no hire; what was said before was weighed when it was confirmed. */
export const isDoubted = ({ confirmedAt }: Placement, sayings: readonly Saying[]): boolean =>
  sayings.some(({ said, at }) => at > confirmedAt && isOver(said));

/** When it is asked whether somebody still works there, by which task. Of a hire that is heard of late, what is due is due today. */
export const stayChecksOf = (
  startedOn: LocalDate,
  today: LocalDate,
): { month: StayMonth; dueOn: LocalDate; what: { kind: "stay-check"; month: StayMonth } }[] =>
  stayMonths.map((month) => {
    const due = monthsLater(startedOn, month);
    const isLate = due < today;
    return { month, dueOn: isLate ? today : due, what: { kind: "stay-check", month } };
  });

/**
 * Where an interview stands by what both said: `placed` once the centre has confirmed it, `doubted` when one has said since that there is no hire; `to-confirm` when one says hired and the other nothing against it;
 * `differs` when they say what cannot both be; `open` while something is still to come; `asked` while nobody has said anything; `ended` without a hire.
 */
export type ResultStanding = "doubted" | "placed" | "to-confirm" | "differs" | "open" | "asked" | "ended";

const goesOn: readonly (InterviewOutcome | SeekerResult)[] = ["met", "second_interview", "offered", "waiting"];

const resultStanding = (employer: InterviewOutcome | undefined, person: SeekerResult | undefined): ResultStanding => {
  const said = [employer, person].filter((one) => one !== undefined);
  if (said.length === 0) return "asked";
  const [hired, over] = [said.includes("hired"), said.some(isOver)];
  // Whoever was offered a job and declined it says no more than that.
  if (hired && over) return "differs";
  if (hired) return "to-confirm";
  if (over) return "ended";
  return said.some((one) => goesOn.includes(one)) ? "open" : "asked";
};

/** The same of an interview as it is listed. */
export const standingOf = (result: {
  employerSays: InterviewOutcome | null;
  personSays: SeekerResult | null;
  placement: Placement | null;
  isDoubted: boolean;
}): ResultStanding => {
  if (result.placement) return result.isDoubted ? "doubted" : "placed";
  return resultStanding(result.employerSays ?? undefined, result.personSays ?? undefined);
};

/** The most urgent first. */
export const standingOrder: readonly ResultStanding[] = ["doubted", "differs", "to-confirm", "asked", "open", "placed", "ended"];
