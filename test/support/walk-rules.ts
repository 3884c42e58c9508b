import type { AgendaItem } from "../../functions/registrations/registration-reads.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import type { VisitItem } from "../../functions/visits/visit-reads.ts";
import { type BookedBy, type Booking, bookingRefusal, moveRefusal } from "../../shared/domain/booking.ts";
import { dayRefusal } from "../../shared/domain/day-rules.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { maxBookingsKept } from "../../shared/domain/visit.ts";

type Seen = { visit: VisitItem["visit"]; slot: SlotItem; agenda: AgendaItem };

/** Whether a time fits: first the person's day, then the seats. */
const roomFor = ({ visit, slot, agenda }: Seen, except?: Booking): string => {
  const bookings = Object.values(agenda.bookings);
  if (!except && bookings.length >= maxBookingsKept) return "too-many-requests";
  const refused = dayRefusal({ rules: visit.rules, bookings }, slot.facts, except?.bookingId);
  if (refused) return refused.reason;
  return Object.keys(slot.takers).length < slot.seats ? "ok" : "slot-full";
};

const withdrawnAnswer = { person: "not-registered", staff: "registration-withdrawn" } as const satisfies Record<BookedBy, string>;

/** What a booking must be answered, by the state before it and the pure rules alone. */
export const bookingAnswer = (seen: Seen, now: Instant, by: BookedBy): string =>
  bookingRefusal(seen.visit, { ...seen.slot.facts, state: seen.slot.state }, now, by) ??
  (seen.agenda.withdrawnAt ? withdrawnAnswer[by] : roomFor(seen));

/** What a move of a booking to the slot must be answered. */
export const moveAnswer = (seen: Seen, from: Booking, now: Instant, by: BookedBy): string =>
  moveRefusal(seen.visit, { from, to: { ...seen.slot.facts, state: seen.slot.state } }, now, by) ?? roomFor(seen, from);
