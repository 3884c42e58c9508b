import { bookingRefusal, type ChangedBooking, type SeenBooking } from "../../shared/domain/booking.ts";
import type { BookingId, RegistrationId, SlotId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { byApplication, wantsSlot } from "../../shared/domain/waitlist.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import type { Write } from "../platform/transact.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { findSlot, heldSeats, isFull, type SlotItem, slotOf } from "../slots/slot-reads.ts";
import { heldFor, passSeat, passSeatAsBelieved, takeSeat } from "../slots/slot-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { endOffer } from "../waitlist/end-offer-writes.ts";
import { listEntries, type WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";
import { removeEntry } from "../waitlist/waitlist-writes.ts";
import { changedBooking } from "./change-outcome.ts";
import { takeFromList } from "./take-from-list.ts";

type Gift = { visitId: VisitId; waitId: WaitId; slotId: SlotId; bookingId: BookingId; seen?: SeenBooking | undefined };

/** Who has the seat now, and the booking. */
type Given = { registrationId: RegistrationId; booking: ChangedBooking };

/** How often it is read anew when others write in the same moment. */
const attempts = 5;

/**
 * Staff give somebody who waits a free or a held seat of their list at once, until its start; out of turn if need be. Who, to whom and why goes into
 * the visit's log in the same transaction (promise 4). Sent again it answers the same.
 */
export const giveWaitingSeat = async (deps: Deps, gift: Gift, { staffId, reason }: StaffAct): Promise<Outcome<Given>> => {
  const { db, clock, ids } = deps;
  const { visitId, waitId, slotId, bookingId, seen } = gift;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const now = clock.now();
    const [planned, slot] = await Promise.all([findVisit(db, visitId), findSlot(db, visitId, slotId)]);
    if (!planned || !slot) return refuse("not-found");
    // Who waits in another list has no claim to this slot, nor an agreement with its employer.
    const waiting = await listEntries(db, visitId, listNameOf(slot.facts));
    const item = waiting.find(({ entry }) => entry.waitId === waitId);
    if (!item) return givenBefore(deps, gift);
    const { registrationId, entry } = item;
    const closed = bookingRefusal(planned.visit, slotOf(slot), now, "staff");
    if (closed) return refuse(closed);
    const agenda = await findAgenda(db, visitId, registrationId);
    if (!agenda) continue;
    const { offer, replaces } = entry;
    const kept = replaces && agenda.bookings[replaces];
    const isOfThisSeat = offer && offer.offerId in slot.takers;
    // What they are offered in a slot that changes here anyway ends before: a transaction writes each slot once.
    if (offer && !isOfThisSeat && (offer.slotId === slotId || offer.slotId === kept?.slotId)) {
      await endOffer(db, item, offer, "withdrawn");
      continue;
    }
    const seat = seatFor(item, slot, bookingId);
    if (!seat) return refuse("slot-full");
    const isOutOfTurn = waiting.some((other) => wantsSlot(other.entry, slotOf(slot)) && byApplication(other.entry, entry) < 0);
    const did = isOutOfTurn ? "gave-seat-out-of-turn" : "gave-seat";
    const taken = await takeFromList(deps, {
      ...{ agenda, item, planned, bookingId, seen, reason, now },
      slot: slot.facts,
      writes: {
        entry: removeEntry({ visitId, ...entry }, entry.offer),
        ...seat,
        log: addToVisitLog({ visitId, at: now, staffId, did, registrationId, bookingId, slotId, reason }, ids.mint("log")),
      },
    });
    if (taken) return taken.ok ? done({ registrationId, booking: taken.value }) : taken;
  }
  return refuse("slot-full");
};

/** A seat of the slot for the entry: what it is offered there, or else a free one, or one that is held. What it is offered elsewhere goes back. */
const seatFor = (
  { registrationId, entry: { offer } }: WaitlistEntryItem,
  item: SlotItem,
  bookingId: BookingId,
): Record<string, Write> | undefined => {
  const { facts } = item;
  const { visitId } = facts;
  const to = { holder: bookingId, registrationId };
  if (offer && offer.offerId in item.takers) return { seat: passSeatAsBelieved(facts, offer.offerId, to) };
  const offered = offer && {
    offered: passSeat({ visitId, slotId: offer.slotId }, offer.offerId, { holder: heldFor(offer.offerId), registrationId: "list" }),
  };
  if (!isFull(item)) return { seat: takeSeat(facts, bookingId, registrationId), ...offered };
  const [held] = heldSeats(item);
  return held === undefined ? undefined : { seat: passSeatAsBelieved(facts, held, to), ...offered };
};

/** The entry is gone: this same request may have taken it before, and its answer was lost. */
const givenBefore = async ({ db }: Deps, { visitId, slotId, waitId, bookingId }: Gift): Promise<Outcome<Given>> => {
  // Read now: the slot may have been read before it was taken, and the list after it.
  const holder = (await findSlot(db, visitId, slotId))?.takers[bookingId];
  const agenda = holder && holder !== "list" ? await findAgenda(db, visitId, holder) : undefined;
  const booking = agenda?.waits[waitId]?.closed && agenda.bookings[bookingId];
  return agenda && booking
    ? done({ registrationId: agenda.registrationId, booking: changedBooking(bookingId, booking, booking) })
    : refuse("not-found");
};
