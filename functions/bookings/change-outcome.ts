import { type Booking, type ChangedBooking, isLive, type SeenBooking } from "../../shared/domain/booking.ts";
import type { BookingId, VisitId } from "../../shared/domain/ids.ts";
import type { Deps } from "../platform/deps.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { findSlotAtVisit } from "../slots/slot-reads.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";
import type { ForWhom } from "./on-behalf.ts";

/** What is known of a booking before it is changed: its slot, its visit, and the version that is changed. */
type Time = Pick<Booking, "slotId" | "kind" | "postingId" | "service" | "deskId" | "startsAt" | "endsAt">;
export type Changing = { slot: Time; planned: PlannedVisit; seen: SeenBooking };

/** What the answer to a change shows of the booking. */
export const changedBooking = (
  bookingId: BookingId,
  { slotId, startsAt, endsAt, deskId }: Pick<Booking, "slotId" | "startsAt" | "endsAt" | "deskId">,
  { state, sequence }: Pick<Booking, "state" | "sequence">,
): ChangedBooking => ({ bookingId, slotId, startsAt, endsAt, deskId, state, sequence });

/**
 * The booking that is to be changed: by what the page saw, which takes no look-up where the process knows the slot, or else as the agenda has it. An
 * ended one comes as `ended`.
 */
export const findChanging = async (
  deps: Deps,
  { visitId, bookingId, seen }: { visitId: VisitId; bookingId: BookingId; seen: SeenBooking | undefined },
  { registrationId }: ForWhom,
): Promise<Changing | { ended: Booking } | undefined> => {
  if (seen) {
    const at = await findSlotAtVisit(deps, visitId, seen.slotId);
    return at && { slot: at.facts, planned: at.planned, seen };
  }
  const booking = (await findAgenda(deps.db, visitId, registrationId))?.bookings[bookingId];
  if (!booking) return undefined;
  if (!isLive(booking)) return { ended: booking };
  const at = await findSlotAtVisit(deps, visitId, booking.slotId);
  // Its own times, not the slot's: while a plan runs, the slot may be moved and the booking not have followed yet.
  return at && { slot: booking, planned: at.planned, seen: { slotId: booking.slotId, sequence: booking.sequence } };
};
