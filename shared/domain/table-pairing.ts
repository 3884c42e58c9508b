/**
 * The employer's device at the table, for one day: staff pair it, and it shows who comes next. What it may show when is decided here, on every request,
 * from what holds at that moment.
 */
import { type Booking, isLive } from "./booking.ts";
import type { DeskId, EmployerId } from "./ids.ts";
import { isMissing } from "./no-show.ts";
import type { QueuePlace } from "./queue-fold.ts";
import { type Instant, type LocalDate, seoulDateOf } from "./seoul-time.ts";
import type { InterviewOutcome } from "./states.ts";
import { endOfVisit, type Visit } from "./visit.ts";

/** How long a pairing code may be used, minutes; it is used once. */
export const pairingCodeMinutes = 10;

type VisitNow = Pick<Visit, "state" | "date" | "endTime">;

/** Devices are paired while the day of the visit lasts; undefined when one can be. */
export const pairingRefusal = (visit: VisitNow, now: Instant): "visit-not-open" | "visit-over" | "not-visit-day" | undefined => {
  if (visit.state !== "open") return "visit-not-open";
  if (endOfVisit(visit) <= now) return "visit-over";
  return seoulDateOf(now) === visit.date ? undefined : "not-visit-day";
};

/** A pairing ends with its visit, when the visit is cancelled or moved to another day, or when somebody ends it; whichever is first. */
export const isPaired = (pairing: { date: LocalDate; endedAt?: Instant | undefined }, visit: VisitNow, now: Instant): boolean =>
  pairing.endedAt === undefined && pairing.date === visit.date && pairingRefusal(visit, now) === undefined;

/**
 * Promise 8, Sight, at the table: an employer looks at somebody, and says what came of the interview, only with them here, while they are booked with
 * this employer and their consent stands. Consent ends with the booking that it was given for. Undefined when they may.
 */
export const sightRefusal = (
  booking: Pick<Booking, "state" | "employerId" | "consent">,
  employerId: EmployerId,
  arrivedAt: Instant | undefined,
): "not-found" | "consent-ended" | "not-arrived" | undefined => {
  if (booking.employerId !== employerId) return "not-found";
  if (!isLive(booking) || !booking.consent) return "consent-ended";
  return arrivedAt === undefined ? "not-arrived" : undefined;
};

/** Where somebody stands who is booked at a desk: on the way, here, or through with it. */
export const interviewStates = ["expected", "late", "arrived", "called", "serving", "done", "missed"] as const;
export type InterviewState = (typeof interviewStates)[number];

export const interviewStateOf = (
  { startsAt, deskId }: { startsAt: Instant; deskId: DeskId },
  { arrivedAt, place, now }: { arrivedAt: Instant | undefined; place: QueuePlace | undefined; now: Instant },
): InterviewState => {
  const isHere = place?.deskId === deskId;
  if (place?.leftAt[deskId] !== undefined) return isHere && place.state === "missed" ? "missed" : "done";
  if (isHere && (place.state === "called" || place.state === "serving")) return place.state;
  if (arrivedAt !== undefined) return "arrived";
  return startsAt <= now ? "late" : "expected";
};

/**
 * Whether something can have come of an interview: whoever is here was called or sat down, or their time has begun. Before that a result is a slip of the
 * hand. Undefined when it can.
 */
export const turnRefusal = (state: InterviewState, { startsAt }: { startsAt: Instant }, now: Instant): "not-their-turn" | undefined =>
  (state === "arrived" || state === "expected") && now < startsAt ? "not-their-turn" : undefined;

type Turn = { startsAt: Instant; deskId: DeskId; state: InterviewState; outcome: InterviewOutcome | undefined };

/**
 * Of interviews in order of time: who sits at the desk, and who is next there. Whose result is noted is through with it, whether or not staff said so;
 * nobody waits for somebody whose seat could be given away by now.
 */
export const nowAndNext = <T extends Turn>(
  turns: readonly T[],
  deskId: DeskId,
  now: Instant,
): { now: T | undefined; next: T | undefined } => {
  const open = turns.filter((turn) => turn.deskId === deskId && turn.state !== "done" && turn.state !== "missed" && !turn.outcome);
  const serving = open.find(({ state }) => state === "serving");
  const isGone = (turn: T): boolean => turn.state === "late" && isMissing(turn, undefined, now);
  const waiting = open.filter((turn) => turn !== serving && !isGone(turn));
  return { now: serving, next: waiting.find(({ state }) => state === "called") ?? waiting[0] };
};
