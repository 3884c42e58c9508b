import type { Booking, ChangedBooking, SeenBooking } from "../../shared/domain/booking.ts";
import type { BookingId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { isReplaceable } from "../../shared/domain/waitlist.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { type AgendaItem, bookingsOf } from "../registrations/registration-reads.ts";
import { forgetSlot, type SlotFacts, type SlotItem } from "../slots/slot-reads.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";
import { transactFreeing } from "../waitlist/free-seat-writes.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";
import { addToAgenda, agendaRefusal, moveInAgenda, newBooking } from "./booking-writes.ts";
import { changedBooking } from "./change-outcome.ts";
import { refuseTime } from "./explain-refusal.ts";

type Taking = {
  agenda: AgendaItem;
  item: WaitlistEntryItem;
  planned: PlannedVisit;
  slot: SlotFacts;
  bookingId: BookingId;
  /** For an earlier time: the version of the booking that was shown. */
  seen?: SeenBooking | undefined;
  /** Told to the person, where staff gave the seat. */
  reason?: string | undefined;
  now: Instant;
  /** What takes the entry out of its list and the seat from whoever holds it, and what else belongs to it. */
  writes: Record<string, Write>;
};

/**
 * Somebody who waited gets their seat, in one transaction: entry, seat and agenda, and for an earlier time the seat that they kept until now, which
 * goes to the list in turn. Undefined when something changed in between: what there is to do must be read anew.
 */
export const takeFromList = async (deps: Deps, taking: Taking): Promise<Outcome<ChangedBooking> | undefined> => {
  const { db } = deps;
  const { agenda, item, planned, slot, bookingId, seen, reason, now, writes } = taking;
  const { visit } = planned;
  const { waitId, replaces, consent } = item.entry;
  const of = { visitId: visit.visitId, registrationId: item.registrationId, date: visit.date, rules: visit.rules };

  // It was taken, or left, after the entry was read: another copy of this request may have done it.
  if (agenda.waits[waitId]?.closed) return undefined;

  const earlier: Booking | undefined = agenda.bookings[bookingId];
  if (replaces) {
    const isSeen = !seen || (seen.slotId === earlier?.slotId && seen.sequence === earlier.sequence);
    if (bookingId !== replaces || !isReplaceable(earlier, item.entry.list) || earlier.slotId === slot.slotId || !isSeen)
      return refuse("booking-changed");
    if (earlier.startsAt <= now) return refuse("already-started");
  } else if (earlier) return refuse("id-taken");
  const why = agendaRefusal(agenda, visit, slot, replaces);
  if (why) return refuseTime(deps, why.reason, { planned, slot, bookings: bookingsOf(agenda), except: replaces }, why.clash);

  forgetSlot(db, visit.visitId, slot.slotId);
  if (!earlier) {
    const booking = newBooking(slot, { bookingId, bookedAt: now, ...(consent && { consent }), ...(reason && { reason }) });
    const result = await transact<string>(db, { ...writes, agenda: addToAgenda(of, booking, waitId) });
    if (result.ok) return done(changedBooking(bookingId, booking, booking));
    const holder = (result.before.seat as SlotItem | undefined)?.takers[bookingId];
    return holder && holder !== item.registrationId ? refuse("id-taken") : undefined;
  }
  const { slotId, kind, employerId, postingId, service, deskId, startsAt, endsAt } = slot;
  const version = { slotId: earlier.slotId, sequence: earlier.sequence };
  const to = { slotId, kind, employerId, postingId, service, deskId, startsAt, endsAt, ...(reason && { reason }) };
  const result = await transactFreeing<string>(
    { db, now },
    { visitId: visit.visitId, slotId: earlier.slotId, list: listNameOf(earlier), holder: bookingId },
    { ...writes, agenda: moveInAgenda(of, { bookingId, seen: version, from: earlier, to, at: now }, waitId) },
  );
  return result.ok ? done(changedBooking(bookingId, slot, { state: "confirmed", sequence: version.sequence + 1 })) : undefined;
};
