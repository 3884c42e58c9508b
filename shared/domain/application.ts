import * as z from "zod/mini";
import { type Booking, EmployerConsent, isLive } from "./booking.ts";
import { ApplicationId, BookingId, EmployerId, PostingId, SlotId } from "./ids.ts";
import { Instant } from "./seoul-time.ts";
import { ApplicationState } from "./states.ts";
import { oneLine, someLines } from "./text.ts";
import type { Deadlines } from "./visit.ts";

/** What an employer reads of somebody who applies: asked for the job, not for the person (`PRIVACY-SECURITY.md` 4). */
export const ApplicationSummary = z.strictObject({
  wishedJob: oneLine(60),
  /** Years of work in this or a like job. */
  years: z.int().check(z.minimum(0), z.maximum(60)),
  experience: someLines(500),
  licences: z.optional(oneLine(120)),
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
  /** Since when the consent is over: taken back, or at its limit. The employer's side has neither it nor the summary any more. */
  consentEndedAt: z.optional(Instant),
  appliedAt: Instant,
  decidedAt: z.nullable(Instant),
  /** The interview that came of it. */
  slotId: z.optional(SlotId),
  bookingId: z.optional(BookingId),
});
export type Application = z.infer<typeof Application>;

/** Applications that one agenda ever holds, withdrawn ones too. */
export const maxApplicationsKept = 20;

/**
 * Whether a person's application keeps them from applying for its posting again: while it is open, once it was declined (it is decided once), and
 * while the interview that came of it stands. Once false it stays false.
 */
export const bars = (application: Pick<Application, "state">, booking: Pick<Booking, "state"> | undefined): boolean => {
  if (application.state === "withdrawn" || application.state === "ended") return false;
  return application.state !== "accepted" || (booking !== undefined && isLive(booking));
};

/** Applications close with new bookings, and at the latest when the employer is to have decided. */
export const applicationsCloseAt = ({ bookingClosesAt, listAt }: Pick<Deadlines, "bookingClosesAt" | "listAt">): Instant =>
  bookingClosesAt < listAt ? bookingClosesAt : listAt;

/** The employer has until the deadline to answer; whatever is open then is shown as undecided. */
export const decisionRefusal = (application: Pick<Application, "state">): "already-decided" | "application-withdrawn" | undefined => {
  if (application.state === "withdrawn" || application.state === "ended") return "application-withdrawn";
  return application.state === "applied" || application.state === "undecided" ? undefined : "already-decided";
};
