import * as z from "zod/mini";
import { EmployerId, PostingId } from "./ids.ts";
import { PostingState } from "./states.ts";
import { oneLine, someLines } from "./text.ts";
import { DistrictCode } from "./zones.ts";

/** Codes of Work24 (`codes.json`); labels in `shared/copy/codes.ts`. */
export const EmploymentType = z.enum(["10", "11", "20", "21", "4", "Y"]);
export const PayType = z.enum(["H", "D", "M", "Y"]);
export const Education = z.enum(["00", "01", "02", "03", "04", "05", "06", "07"]);
export const Career = z.enum(["N", "E", "Z"]);
/** Middle group of the Korean Employment Classification of Occupations (KECO 2018). */
// biome-ignore format: a table of codes reads better in rows
export const Occupation = z.enum([
  "01", "02", "03", "11", "12", "13", "14", "15", "21", "22", "23", "24", "25", "30", "41", "42", "51", "52", "53", "54", "55",
  "56", "61", "62", "70", "81", "82", "83", "84", "85", "86", "87", "88", "89", "90",
]);

const won = z.int().check(z.minimum(1), z.maximum(1_000_000_000));

/** What an employer writes of a job. */
export const PostingDraft = z
  .strictObject({
    titleKo: oneLine(60),
    titleEn: z.optional(oneLine(80)),
    occupation: Occupation,
    headcount: z.int().check(z.minimum(1), z.maximum(999)),
    employmentType: EmploymentType,
    /** Hours a week. */
    weeklyHours: z.number().check(z.minimum(1), z.maximum(52)),
    workTimeKo: oneLine(80),
    /** Won per hour, day, month or year, before tax. */
    pay: z.strictObject({ type: PayType, min: won, max: won }),
    education: Education,
    career: Career,
    tasksKo: someLines(800),
    tasksEn: z.optional(someLines(800)),
    benefitsKo: z.optional(someLines(300)),
    districtCode: DistrictCode,
  })
  .check(z.refine((draft) => draft.pay.min <= draft.pay.max, { path: ["pay", "max"], error: "max-below-min" }));
export type PostingDraft = z.infer<typeof PostingDraft>;

export const Posting = z.strictObject({
  postingId: PostingId,
  employerId: EmployerId,
  state: PostingState,
  draft: PostingDraft,
  version: z.int(),
});
export type Posting = z.infer<typeof Posting>;
