import * as z from "zod/mini";
import { EmployerId, PostingId } from "./ids.ts";
import { LocalDate } from "./seoul-time.ts";
import { someOf } from "./some-of.ts";
import { PostingState } from "./states.ts";
import { oneLine, someLines } from "./text.ts";
import { DistrictCode } from "./zones.ts";

/** Codes of Work24 (`codes.json`); labels in `shared/copy/codes.ts`. */
export const EmploymentType = z.enum(["10", "11", "20", "21", "4", "Y"]);
export const PayType = z.enum(["H", "D", "M", "Y"]);
export const Education = z.enum(["00", "01", "02", "03", "04", "05", "06", "07"]);
export const Career = z.enum(["N", "E", "Z"]);
/** When in the day one works. */
export const WorkHours = z.enum(["1", "2", "3", "4", "5", "6", "7", "8", "9", "99"]);
/** On how many days of the week. */
export const WorkDays = z.enum(["1", "2", "3", "9"]);
export const Welfare = z.enum(["01", "02", "04", "11", "12", "13", "06", "09"]);
/** The four social insurances (4대 보험): pension, health, employment, accidents at work. */
export const Insurance = z.enum(["pension", "health", "employment", "accident"]);
/** Middle group of the Korean Employment Classification of Occupations (KECO 2018). */
// biome-ignore format: a table of codes reads better in rows
export const Occupation = z.enum([
  "01", "02", "03", "11", "12", "13", "14", "15", "21", "22", "23", "24", "25", "30", "41", "42", "51", "52", "53", "54", "55",
  "56", "61", "62", "70", "81", "82", "83", "84", "85", "86", "87", "88", "89", "90",
]);

const won = z.int().check(z.minimum(1), z.maximum(1_000_000_000));

/**
 * What an employer writes of a job (`employers.json`, the fields of Work24 and of Seoul's open data). Anybody may read all of it: nobody's name or number belongs
 * here. What is optional was not asked for in earlier postings, which stay as they are.
 */
export const PostingDraft = z
  .strictObject({
    titleKo: oneLine(60),
    titleEn: z.optional(oneLine(80)),
    occupation: Occupation,
    /** The occupation within that group: its number where another system gave one, and its name. */
    occupationCode: z.optional(z.string().check(z.regex(/^\d{3,6}$/, { error: "format" }))),
    occupationNameKo: z.optional(oneLine(60)),
    headcount: z.int().check(z.minimum(1), z.maximum(999)),
    employmentType: EmploymentType,
    /** How long a fixed term is. */
    contractKo: z.optional(oneLine(80)),
    /** Hours a week. */
    weeklyHours: z.number().check(z.minimum(1), z.maximum(52)),
    workTimeKo: oneLine(120),
    workHours: z.optional(WorkHours),
    workDays: z.optional(WorkDays),
    /** Won per hour, day, month or year, before tax. */
    pay: z.strictObject({ type: PayType, min: won, max: won }),
    insurance: z.optional(someOf(Insurance, Insurance.options.length)),
    /** Whether severance pay or a retirement pension is paid (근로자퇴직급여 보장법). */
    severancePay: z.optional(z.boolean()),
    education: Education,
    career: Career,
    /** Years of experience that are asked for, where any is. */
    careerYears: z.optional(z.int().check(z.minimum(1), z.maximum(40))),
    certificatesKo: z.optional(oneLine(120)),
    preferredKo: z.optional(oneLine(120)),
    /** What the law has the employer check before hiring. */
    legalCheckKo: z.optional(oneLine(120)),
    tasksKo: someLines(1500),
    tasksEn: z.optional(someLines(1500)),
    welfare: z.optional(someOf(Welfare, Welfare.options.length)),
    benefitsKo: z.optional(someLines(300)),
    vehicleKo: z.optional(oneLine(80)),
    /** How the place and the work fit people with needs. */
    accessKo: z.optional(oneLine(200)),
    districtCode: DistrictCode,
    workplaceKo: z.optional(oneLine(120)),
    stationKo: z.optional(oneLine(60)),
    /** What to bring to the interview. */
    documentsKo: z.optional(oneLine(200)),
    interviewMinutes: z.optional(z.int().check(z.minimum(5), z.maximum(120))),
    /** How many people the employer means to see at one visit. */
    interviewsAVisit: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
    /** The last day on which it is valid, in Seoul (`posting-validity.ts`). */
    validUntil: z.optional(LocalDate),
  })
  .check(
    z.refine((draft) => draft.pay.min <= draft.pay.max, { path: ["pay", "max"], error: "max-below-min" }),
    z.refine(({ occupation, occupationCode }) => occupationCode?.startsWith(occupation) ?? true, {
      path: ["occupationCode"],
      error: "not-a-choice",
    }),
  );
export type PostingDraft = z.infer<typeof PostingDraft>;

export const Posting = z.strictObject({
  postingId: PostingId,
  employerId: EmployerId,
  state: PostingState,
  draft: PostingDraft,
  /** The day from which it is valid, in Seoul; of postings from before there was a validity there is none. */
  validFrom: z.optional(LocalDate),
  /** Where it came from, by the number that it has there. */
  source: z.optional(z.strictObject({ requestNo: z.string(), registNo: z.optional(z.string()) })),
  version: z.int(),
});
export type Posting = z.infer<typeof Posting>;
