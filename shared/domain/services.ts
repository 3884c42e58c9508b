import * as z from "zod/mini";

/** What the centre offers at a visit besides on-site interviews, by the codes of `codes.json` → counselingKinds. */
export const CentreService = z.enum([
  "job_initial",
  "job_follow",
  "resume",
  "interview_prep",
  "aptitude",
  "training",
  "startup",
  "finance",
  "welfare_link",
  "employer_hr",
  "employer_issue",
]);
export type CentreService = z.infer<typeof CentreService>;
