import type { Booking } from "./booking.ts";
import type { Day } from "./day-rules.ts";
import { addMinutes, type Instant } from "./seoul-time.ts";
import { canBeOffered, type WaitlistEntry } from "./waitlist.ts";

/** Minutes after the start during which a seat is kept for somebody who is late (`codes.json` → noShowPolicy). */
const graceMinutes = 10;

/** Why a seat cannot be given away: its person is here, or may still come. Undefined when it can. */
export const noShowRefusal = (
  { startsAt }: Pick<Booking, "startsAt">,
  arrivedAt: Instant | undefined,
  now: Instant,
): "has-arrived" | "not-late-yet" | undefined => {
  if (arrivedAt !== undefined) return "has-arrived";
  return now < addMinutes(startsAt, graceMinutes) ? "not-late-yet" : undefined;
};

/**
 * Whether a seat can be given away: its time began ten minutes ago and its person is not here. Who comes later and finds it given takes the next free
 * time, or a walk-in number; who comes before keeps it.
 */
export const isMissing = (booking: Pick<Booking, "startsAt">, arrivedAt: Instant | undefined, now: Instant): boolean =>
  noShowRefusal(booking, arrivedAt, now) === undefined;

/**
 * Whether somebody who waits, and is here, takes over a seat whose person did not come: by the list's own rule, as if the time were about to begin, and
 * only while any of it is left.
 */
export const canTakeOver = (entry: WaitlistEntry, slot: Parameters<typeof canBeOffered>[1], day: Day, now: Instant): boolean =>
  now < slot.endsAt && canBeOffered(entry, slot, day, addMinutes(slot.startsAt, -1));

/** Live bookings whose time has passed without their person, and those that were noted as missed, by time. Whoever came at all missed nothing. */
export const missedBookings = <T extends Pick<Booking, "state" | "startsAt" | "endsAt">>(
  bookings: readonly T[],
  arrivedAt: Instant | undefined,
  now: Instant,
): T[] =>
  arrivedAt === undefined
    ? bookings
        .filter(({ state, endsAt }) => state === "no_show" || (state === "confirmed" && endsAt <= now))
        .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    : [];
