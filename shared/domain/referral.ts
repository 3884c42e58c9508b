import * as z from "zod/mini";
import { CareerLine, type EnrolmentDraft } from "./enrolment.ts";
import { Occupation } from "./posting.ts";
import { oneLine } from "./text.ts";

/** Referral (알선): a job of a later visit, proposed by a counsellor; nothing of the person goes to the employer before they agree. */

/** How somebody answered. */
export const AnsweredBy = z.enum(["web", "in-person", "telephone"]);
export type AnsweredBy = z.infer<typeof AnsweredBy>;

/** What the employer gets of an enrolment, beside the name: what the consent for employers names, and nothing else (promise 8). */
export const ReferredSummary = z.strictObject({
  occupations: z.array(Occupation),
  careers: z.array(CareerLine),
  qualifications: z.optional(oneLine(120)),
});
export type ReferredSummary = z.infer<typeof ReferredSummary>;

export const summaryOf = ({ occupations, careers, qualifications }: EnrolmentDraft): ReferredSummary => ({
  ...{ occupations, careers },
  ...(qualifications !== undefined && { qualifications }),
});
