import * as z from "zod/mini";

/**
 * What reports ask of people and the service does not need (`PRIVACY-SECURITY.md` 7): sex and education, each optional, under a consent of their own. It is counted
 * and shown to nobody as somebody's.
 */
export const Sex = z.enum(["female", "male"]);
export type Sex = z.infer<typeof Sex>;

/** Education of a person (`codes.json` → education); "no requirement" is one of postings alone. */
export const PersonEducation = z.enum(["01", "02", "03", "04", "05", "06", "07"]);
export type PersonEducation = z.infer<typeof PersonEducation>;

/** At least one of both: who says neither says nothing. */
export const StatisticsDraft = z
  .strictObject({ sex: z.optional(Sex), education: z.optional(PersonEducation) })
  .check(z.refine(({ sex, education }) => sex !== undefined || education !== undefined, { path: ["sex"], error: "required" }));
export type StatisticsDraft = z.infer<typeof StatisticsDraft>;
