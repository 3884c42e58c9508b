import type { ChangedBooking } from "../../shared/domain/booking.ts";
import type { BookingId, OfferId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findSlotAtVisit, forgetSlot } from "../slots/slot-reads.ts";
import { passSeatAsBelieved } from "../slots/slot-writes.ts";
import { findWait, type WaitOf } from "../waitlist/wait-reads.ts";
import { removeEntry } from "../waitlist/waitlist-writes.ts";
import { changedBooking } from "./change-outcome.ts";
import { takeFromList } from "./take-from-list.ts";

/** How often it is read anew when others write in the same moment. */
const attempts = 5;

/**
 * Takes the seat that is offered: the offer is this one and not over, the seat passes from it to the booking, the day has room; all of it in one
 * transaction. Sent again it answers the same.
 */
export const acceptOffer = async (
  deps: Deps,
  whose: WaitOf & { offerId: OfferId; bookingId: BookingId },
): Promise<Outcome<ChangedBooking>> => {
  const { db, clock } = deps;
  const { visitId, registrationId, offerId, bookingId } = whose;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const now = clock.now();
    const found = await findWait(db, whose);
    if (!found) return refuse("not-found");
    const { agenda, wait, item } = found;
    if (wait.closed) {
      const taken = agenda.bookings[bookingId];
      return taken ? done(changedBooking(bookingId, taken, taken)) : refuse("offer-over");
    }
    // Between the two reads it was accepted, or left.
    if (!item) continue;
    const { offer } = item.entry;
    if (offer?.offerId !== offerId || offer.holdUntil <= now) return refuse("offer-over");
    const at = await findSlotAtVisit(deps, visitId, offer.slotId);
    if (!at) return refuse("not-found");
    if (at.planned.visit.state !== "open" || at.state !== "open" || at.facts.startsAt !== offer.startsAt) return refuse("offer-over");
    const kept = item.entry.replaces && agenda.bookings[item.entry.replaces];
    // They have moved it to an earlier time themselves since.
    if (kept && kept.startsAt <= offer.startsAt) return refuse("booking-changed");
    const taken = await takeFromList(deps, {
      ...{ agenda, item, bookingId, now },
      planned: at.planned,
      slot: at.facts,
      writes: {
        entry: removeEntry({ visitId, ...item.entry }, offer, { now }),
        seat: passSeatAsBelieved(at.facts, offerId, { holder: bookingId, registrationId }),
      },
    });
    if (taken) return taken;
    forgetSlot(db, visitId, offer.slotId);
  }
  return refuse("offer-over");
};
