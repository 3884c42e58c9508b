import { type ChangedBooking, cancellationRefusal, isLive, type SeenBooking } from "../../shared/domain/booking.ts";
import type { BookingId, VisitId } from "../../shared/domain/ids.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
import { forgetSlot } from "../slots/slot-reads.ts";
import { transactFreeing } from "../waitlist/free-seat-writes.ts";
import { endInAgenda } from "./booking-writes.ts";
import { changedBooking, findChanging } from "./change-outcome.ts";
import { type ForWhom, logOf } from "./on-behalf.ts";

type Cancelling = { visitId: VisitId; bookingId: BookingId; seen?: SeenBooking | undefined };

/**
 * Cancels a booking until its start; in the same transaction the seat is free, or goes to the list if anybody waits. Cancelling a cancelled one answers
 * the same.
 */
export const cancelBooking = async (
  deps: Deps,
  { visitId, bookingId, seen }: Cancelling,
  whom: ForWhom,
  isRetry = false,
): Promise<Outcome<ChangedBooking>> => {
  const { db, clock } = deps;
  const { registrationId, staff } = whom;
  const now = clock.now();
  const changing = await findChanging(deps, { visitId, bookingId, seen }, whom);
  if (!changing) return refuse("not-found");
  if ("ended" in changing) return done(changedBooking(bookingId, changing.ended, changing.ended));
  const { slot, planned, seen: version } = changing;
  const tooLate = cancellationRefusal(slot, now);

  if (!tooLate) {
    const state = staff ? "cancelled_by_centre" : "cancelled_by_person";
    const result = await transactFreeing<string>(
      { db, now },
      { visitId, slotId: slot.slotId, list: listNameOf(slot), holder: bookingId },
      {
        agenda: endInAgenda(
          { visitId, registrationId, date: planned.visit.date },
          { bookingId, seen: version, booking: slot, ending: { state, at: now, ...(staff && { reason: staff.reason }) } },
        ),
        ...logOf(deps, whom, { visitId, at: now, did: "cancelled", bookingId, slotId: slot.slotId }),
      },
    );
    if (result.ok) return done(changedBooking(bookingId, slot, { state, sequence: version.sequence + 1 }));
    if (!result.refused.includes("agenda")) throw new Error(`The slot knows nothing of ${bookingId}.`);
    const current = (result.before.agenda as AgendaItem | undefined)?.bookings[bookingId];
    if (!current) return refuse("not-found");
    // Somebody cancelled it in the same moment, for example this person with a second tap.
    if (!isLive(current)) return done(changedBooking(bookingId, current, current));
    if (current.slotId !== version.slotId || current.sequence !== version.sequence) return refuse("booking-changed");
    // A plan has shifted the slot since this process looked.
    forgetSlot(db, visitId, slot.slotId);
    if (isRetry) throw new Error(`The agenda and the slot disagree about ${bookingId}.`);
    return cancelBooking(deps, { visitId, bookingId }, whom, true);
  }
  // Too late for a live one; one that was cancelled in time is asked for again because its answer was lost.
  const still = await findChanging(deps, { visitId, bookingId, seen: undefined }, whom);
  if (!still) return refuse("not-found");
  return "ended" in still ? done(changedBooking(bookingId, still.ended, still.ended)) : refuse(tooLate);
};
