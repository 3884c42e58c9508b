import type { Application } from "./application.ts";
import { type Booking, isLive } from "./booking.ts";
import type { BookingId, EmployerId } from "./ids.ts";
import type { Instant } from "./seoul-time.ts";
import { isUnanswered, type WithdrawalBy } from "./withdrawal.ts";

/** That somebody took back what they agreed to for one employer at one visit. Two mails tell of it: one to them, and one to the employer, which has to delete what it copied. */
export type ConsentWithdrawal = WithdrawalBy & {
  employerId: EmployerId;
  /** Interviews that had begun with them there, or were over: nothing of them is cancelled, but the employer no longer sees whose they were. */
  hidden: BookingId[];
  /** Done again in a table that was restored: both sides were told then. */
  isTold?: true;
};

/** Whether an employer sees, or will see, somebody by this booking. */
export const isSeenBy = (booking: Pick<Booking, "state" | "employerId" | "consent">, employerId: EmployerId): boolean =>
  booking.employerId === employerId && isLive(booking) && booking.consent !== undefined;

/**
 * Whether a booking ends with the consent that it was made with: before it has begun, and while it lasts for who has not come to the visit yet. They would be sent
 * to an employer that does not see them.
 */
export const endsWithConsent = (
  booking: Pick<Booking, "state" | "employerId" | "startsAt" | "endsAt">,
  employerId: EmployerId,
  { at, isHere }: { at: Instant; isHere: boolean },
): boolean => booking.employerId === employerId && isLive(booking) && (isHere ? booking.startsAt : booking.endsAt) > at;

/** Whether the employer still has what was written with this application. */
export const isShownBy = (
  { employerId, state, consentEndedAt }: Pick<Application, "employerId" | "state" | "consentEndedAt">,
  by: EmployerId,
): boolean => employerId === by && consentEndedAt === undefined && (state === "accepted" || isUnanswered({ state }));

/** Applications that the employer has no longer, and that led to no interview: what led to one is told by its time. */
export const lostApplications = <A extends Pick<Application, "employerId" | "consentEndedAt" | "bookingId">>(
  { employerId, at }: Pick<ConsentWithdrawal, "employerId" | "at">,
  applications: readonly A[],
): A[] => applications.filter((one) => one.employerId === employerId && one.consentEndedAt === at && !one.bookingId);

/** Whether the employer has had anything: it never saw who only waited. */
export const concernsEmployer = (withdrawal: ConsentWithdrawal, applications: readonly Application[]): boolean =>
  withdrawal.bookings.length + withdrawal.hidden.length + lostApplications(withdrawal, applications).length > 0;
