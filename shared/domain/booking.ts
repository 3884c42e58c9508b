import * as z from "zod/mini";
import { BookingId, DeskId, EmployerId, PostingId, SlotId } from "./ids.ts";
import { Instant } from "./seoul-time.ts";
import type { Slot } from "./slot.ts";
import { BookingState, type VisitState } from "./states.ts";
import type { Deadlines } from "./visit.ts";

/** A registration's seat in a slot, as it stands in the registration's agenda. */
export const Booking = z.strictObject({
  bookingId: BookingId,
  slotId: SlotId,
  employerId: EmployerId,
  postingId: PostingId,
  deskId: DeskId,
  startsAt: Instant,
  endsAt: Instant,
  state: BookingState,
  /** Grows with every change; the calendar file's SEQUENCE. */
  sequence: z.int(),
  bookedAt: Instant,
  cancelledAt: z.nullable(Instant),
});
export type Booking = z.infer<typeof Booking>;

export const isLive = (booking: Pick<Booking, "state">): boolean => booking.state === "confirmed";

/** Online interview booking of a slot is refused for these reasons, seats aside; undefined when it is open. */
export const bookingRefusal = (
  visit: { state: VisitState; deadlines: Deadlines },
  slot: Pick<Slot, "state" | "startsAt">,
  now: Instant,
): "visit-not-open" | "slot-withdrawn" | "booking-closed" | undefined => {
  if (visit.state !== "open") return "visit-not-open";
  if (slot.state !== "open") return "slot-withdrawn";
  return now >= visit.deadlines.bookingClosesAt || now >= slot.startsAt ? "booking-closed" : undefined;
};

/** A booking may be cancelled by the person until it starts. */
export const cancellationRefusal = (booking: Pick<Booking, "startsAt">, now: Instant): "already-started" | undefined =>
  now >= booking.startsAt ? "already-started" : undefined;

/** The number people read out: the last eight characters of the id, in two groups. */
export const bookingNoOf = (bookingId: BookingId): string => `${bookingId.slice(-8, -4)}-${bookingId.slice(-4)}`;
