import * as z from "zod/mini";
import { monthsLater } from "./months.ts";
import { Education, EmploymentType, Occupation, PayType } from "./posting.ts";
import { addDays, type LocalDate } from "./seoul-time.ts";
import { someOf } from "./some-of.ts";
import type { EnrolmentState } from "./states.ts";
import { oneLine } from "./text.ts";
import { DistrictCode } from "./zones.ts";

/** The seeker's own record of what they look for (구직등록, 직업안정법 제9조): booking never asks for it. */

export const maxOccupations = 3;
export const maxDistricts = 3;
export const maxCareers = 3;

/** Work that somebody has done, in a line. */
export const CareerLine = z.strictObject({
  what: oneLine(60),
  years: z.int().check(z.minimum(0), z.maximum(60)),
});
export type CareerLine = z.infer<typeof CareerLine>;

/** What somebody looks for and brings along: asked for the job, never for the person (`PRIVACY-SECURITY.md` 4). */
export const EnrolmentDraft = z.strictObject({
  occupations: someOf(Occupation, maxOccupations).check(z.minLength(1, { error: "required" })),
  /** None: anywhere in Seoul. */
  districts: someOf(DistrictCode, maxDistricts),
  /** None: whichever. */
  employmentTypes: someOf(EmploymentType, EmploymentType.options.length),
  /** At most so many hours a week. */
  weeklyHours: z.optional(z.int().check(z.minimum(1), z.maximum(52))),
  /** Won per hour, day, month or year, before tax. */
  leastPay: z.optional(z.strictObject({ type: PayType, won: z.int().check(z.minimum(1), z.maximum(1_000_000_000)) })),
  careers: z.array(CareerLine).check(z.maxLength(maxCareers)),
  education: z.optional(Education),
  qualifications: z.optional(oneLine(120)),
});
export type EnrolmentDraft = z.infer<typeof EnrolmentDraft>;

const validMonths = 3;
const remindDays = 14;

/** The last day of an enrolment that is accepted or renewed on a day (직업안정법 시행규칙 제3조: three months). */
export const validUntilFrom = (day: LocalDate): LocalDate => monthsLater(day, validMonths);

/** The last days, from the first to the last, of enrolments of which a reminder is due on a day (`messages.json` → enrolment_expiring): for days on which no task ran, too. */
export const remindedLastDays = (today: LocalDate): { from: LocalDate; to: LocalDate } => ({ from: today, to: addDays(today, remindDays) });

/** What an enrolment is on a day of Seoul: `expired` once its last day is over. */
export type EnrolmentStanding = EnrolmentState | "expired";
export const enrolmentStanding = (
  { state, validUntil }: { state: EnrolmentState; validUntil?: LocalDate | null | undefined },
  today: LocalDate,
): EnrolmentStanding => (state === "accepted" && validUntil && validUntil < today ? "expired" : state);
