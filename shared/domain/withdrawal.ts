import type { Application } from "./application.ts";
import type { Booking } from "./booking.ts";
import type { BookingId } from "./ids.ts";
import type { PlanEnding } from "./plan-receipt.ts";
import type { Instant } from "./seoul-time.ts";
import type { ListName } from "./slot.ts";
import { endOfVisit, type Visit } from "./visit.ts";

/** What was given up beside bookings: a place in a list, with the seat that was offered there, or an application. */
export type GivenUp = { kind: Exclude<PlanEnding["kind"], "offer">; list: ListName };

/** Something taken back by its person, or by staff for them, and what ended with it. */
export type WithdrawalBy = {
  at: Instant;
  by: "person" | "centre";
  /** Why, where staff did it. */
  reason?: string;
  bookings: BookingId[];
  ended: GivenUp[];
  /** Absent while something is left to be given up. */
  doneAt?: Instant;
};

/** What somebody gave up with their registration; one mail tells of all of it. */
export type Withdrawal = WithdrawalBy & {
  /** The registration that was taken back: a person may register again, and take that back, too. */
  registeredAt: Instant;
  /** Done again in a table that was restored: its person was told then. */
  isTold?: true;
};

/** Times that one person may take a registration for a visit back: whoever registers and withdraws in a loop must not fill a mailbox. */
export const maxWithdrawalsKept = 20;

/** Why a registration cannot be taken back: there is nothing to come to any more, or its person is here. */
export const withdrawalRefusal = (
  visit: Pick<Visit, "state" | "date" | "endTime">,
  arrivedAt: Instant | undefined,
  now: Instant,
): "visit-not-open" | "visit-over" | "already-checked-in" | undefined => {
  if (visit.state !== "open") return "visit-not-open";
  if (endOfVisit(visit) <= now) return "visit-over";
  return arrivedAt === undefined ? undefined : "already-checked-in";
};

/** Whether a booking is given up with its registration. What is over is: it stays as it was. */
export const isGivenUp = (booking: Pick<Booking, "state" | "endsAt">, at: Instant): boolean =>
  booking.state === "confirmed" && booking.endsAt > at;

/** Whether an application waits for an answer still. */
export const isUnanswered = ({ state }: Pick<Application, "state">): boolean => state === "applied" || state === "undecided";
