import type { Booking } from "./booking.ts";
import { addMinutes, type Instant } from "./seoul-time.ts";

/** Minutes after the start during which a seat is kept for somebody who is late (`codes.json` → noShowPolicy). */
const graceMinutes = 10;

/**
 * Whether a seat can be given away: its time began ten minutes ago and its person is not here. Who comes later and finds it given takes the next free
 * time, or a walk-in number; who comes before keeps it.
 */
export const isMissing = (booking: Pick<Booking, "startsAt">, arrivedAt: Instant | undefined, now: Instant): boolean =>
  arrivedAt === undefined && now >= addMinutes(booking.startsAt, graceMinutes);
