import * as z from "zod/mini";
import { EmployerConsent } from "./booking.ts";
import { ApplicationId, BookingId, EmployerId, PostingId, SlotId } from "./ids.ts";
import { Instant } from "./seoul-time.ts";
import { ApplicationState } from "./states.ts";
import { line, lines } from "./text.ts";

/** What an employer reads of somebody who applies: asked for the job, not for the person (`PRIVACY-SECURITY.md` 4). */
export const ApplicationSummary = z.strictObject({
  wishedJob: line(60),
  /** Years of work in this or a like job. */
  years: z.int().check(z.minimum(0), z.maximum(60)),
  experience: lines(500),
  licences: z.optional(line(120)),
});
export type ApplicationSummary = z.infer<typeof ApplicationSummary>;

/** Somebody asks for a screened interview: it holds no seat and no time until the employer accepts. */
export const Application = z.strictObject({
  applicationId: ApplicationId,
  employerId: EmployerId,
  postingId: PostingId,
  state: ApplicationState,
  summary: ApplicationSummary,
  consent: EmployerConsent,
  appliedAt: Instant,
  decidedAt: z.nullable(Instant),
  /** The interview that came of it. */
  slotId: z.optional(SlotId),
  bookingId: z.optional(BookingId),
});
export type Application = z.infer<typeof Application>;

/** The employer has until the deadline to answer; whatever is open then is shown as undecided. */
export const decisionRefusal = (application: Pick<Application, "state">): "already-decided" | "application-withdrawn" | undefined => {
  if (application.state === "withdrawn" || application.state === "ended") return "application-withdrawn";
  return application.state === "applied" || application.state === "undecided" ? undefined : "already-decided";
};
