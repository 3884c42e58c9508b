import * as z from "zod/mini";

/** What somebody needs so that a visit or an interview goes well (`codes.json` → accommodations): asked as a need, never as a diagnosis. */
export const Need = z.enum([
  "wheelchair",
  "sign",
  "captions",
  "large_print",
  "screen_reader",
  "plain",
  "interpreter_zh",
  "interpreter_vi",
  "interpreter_other",
  "companion",
  "woman_counsellor",
  "quiet",
  "phone_first",
  "escort",
]);
export type Need = z.infer<typeof Need>;

/**
 * Groups that some support is for (`codes.json` → supportGroups). Optional, on a page of its own, for the assigned counsellor alone. Age is not asked: the year of
 * birth says it.
 */
export const SupportGroup = z.enum([
  "nk_defector",
  "disability",
  "career_break_woman",
  "marriage_migrant",
  "veteran",
  "low_income",
  "long_unemployed",
]);
export type SupportGroup = z.infer<typeof SupportGroup>;

/** Each once. An empty list is no answer: whoever needs nothing takes the answer back. */
const chosen = <T extends z.ZodMiniType>(code: T) =>
  z.array(code).check(
    z.minLength(1, { error: "required" }),
    z.maxLength(20),
    z.refine((codes) => new Set(codes).size === codes.length, { error: "twice" }),
  );
export const Needs = chosen(Need);
export const SupportGroups = chosen(SupportGroup);
