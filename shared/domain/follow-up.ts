import * as z from "zod/mini";
import { addDays, LocalDate } from "./seoul-time.ts";
import { oneLine } from "./text.ts";

/**
 * Follow-ups (사후관리): dated tasks until there is a result. Each has an owner and a day; it leaves the list by being done or given up, in words, and by nothing
 * else.
 */

/** Who has to move next. */
export const WaitingFor = z.enum(["us", "person", "employer", "partner"]);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** What a follow-up came of. */
export const FollowUpCause = z.enum(["consultation", "stay-check", "referral", "aptitude-test", "partner-link"]);
export type FollowUpCause = z.infer<typeof FollowUpCause>;

/** A next step but for its day; by itself, as `ConsultationSaid` is. */
export const NextStepSaid = z.strictObject({
  /** What is to be done, for whoever does it. */
  what: oneLine(200),
  waitingFor: WaitingFor,
});

export const NextStep = z.strictObject({
  ...NextStepSaid.shape,
  /** By when, a day in Seoul. */
  dueOn: LocalDate,
});
export type NextStep = z.infer<typeof NextStep>;

/** The furthest day that a next step may have: a year holds the last stay check after a hire, and no typing error in the year. */
const furthestDays = 366;

/** Why a day cannot be that of a next step; undefined when it can. */
export const dueProblem = (dueOn: LocalDate, today: LocalDate): "day-over" | "day-too-far" | undefined =>
  dueOn < today ? "day-over" : dueOn > addDays(today, furthestDays) ? "day-too-far" : undefined;

export type Urgency = "overdue" | "today" | "later";

/** Where a follow-up stands on a day. */
export const urgencyOf = ({ dueOn }: { dueOn: LocalDate }, today: LocalDate): Urgency =>
  dueOn < today ? "overdue" : dueOn === today ? "today" : "later";
