import { type Booking, bookingRefusal, isLive } from "../../shared/domain/booking.ts";
import type { BookingId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { employerConsentOf } from "../consents/consent-writes.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { agendaKey, slotKey } from "../platform/keys.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { type AgendaItem, bookingsOf, findAgenda } from "../registrations/registration-reads.ts";
import { findSlotAtVisit, forgetSlot, isFull, rememberSlot, type SlotFacts, type SlotItem, seemsSoldOut } from "../slots/slot-reads.ts";
import { takeSeat } from "../slots/slot-writes.ts";
import { addToAgenda, agendaRefusal, newBooking } from "./booking-writes.ts";
import { refuseTime } from "./explain-refusal.ts";
import { type ForWhom, logOf } from "./on-behalf.ts";

type Wish = { visitId: VisitId; bookingId: BookingId; slotId: SlotId; consentVersion?: string | undefined; locale: Locale };
type Booked = Outcome<{ booking: Booking; isNew: boolean }>;

/** The same id again: the same answer for the same wish, and no second booking (promise 3). */
const replay = (earlier: Booking, wish: Wish): Booked => {
  if (!isLive(earlier)) return refuse("booking-cancelled");
  return earlier.slotId === wish.slotId ? done({ booking: earlier, isNew: false }) : refuse("id-taken");
};

/**
 * Books a seat: seat and agenda in one transaction, whose conditions are the promises (`takeSeat`, `addToAgenda`). What is known before only says
 * early and clearly what cannot work; what this process believes of the slot is among the conditions.
 */
export const bookSlot = async (deps: Deps, wish: Wish, whom: ForWhom, isRetry = false): Promise<Booked> => {
  const { db, clock } = deps;
  const { visitId, bookingId, slotId, consentVersion, locale } = wish;
  const { registrationId, staff } = whom;
  const now = clock.now();
  const at = await findSlotAtVisit(deps, visitId, slotId);
  if (!at) return refuse("not-found");
  const { facts: slot, planned } = at;
  const { visit } = planned;

  const consent = slot.employerId === null ? undefined : employerConsentOf(consentVersion, locale, staff ? "staff" : "web");
  const isOutdated = slot.employerId !== null && !consent;
  const closed =
    bookingRefusal(visit, { ...slot, state: at.state }, now, staff ? "staff" : "person") ?? (isOutdated ? "consent-outdated" : undefined);
  if (closed) {
    // A booking that was made in time and is asked for again, because its answer was lost, still stands.
    const agenda = await findAgenda(db, visitId, registrationId);
    const earlier = agenda?.bookings[bookingId];
    if (earlier) return replay(earlier, wish);
    return closed === "slot-withdrawn" && agenda
      ? refuseTime(deps, closed, { planned, slot, bookings: bookingsOf(agenda) })
      : refuse(closed);
  }
  const lost = seemsSoldOut(db, visitId, slotId, now) ? await refuseIfFull(deps, wish, whom, { slot, planned }) : undefined;
  if (lost) return lost;

  const booking = newBooking(slot, { bookingId, bookedAt: now, ...(consent && { consent }) });
  const result = await transact<string>(db, {
    seat: takeSeat(slot, bookingId, registrationId),
    agenda: addToAgenda({ visitId, registrationId, date: visit.date, rules: visit.rules }, booking),
    ...logOf(deps, whom, { visitId, at: now, did: "booked", bookingId, slotId }),
  });
  if (result.ok) return done({ booking, isNew: true });

  // Nothing comes back of an item that did not refuse; an agenda that did not, does not matter.
  const agenda = result.before.agenda as AgendaItem | undefined;
  const seat = result.before.seat as SlotItem | undefined;
  const earlier = agenda?.bookings[bookingId];
  if (earlier) return replay(earlier, wish);
  const holder = seat?.takers[bookingId];
  if (holder === registrationId) {
    // This request's own other copy took it in this moment.
    const made = (await findAgenda(db, visitId, registrationId))?.bookings[bookingId];
    if (made) return replay(made, wish);
  }
  if (holder) return refuse("id-taken");
  // A plan has shifted it since this process looked: look again, once, before anything is said of times that are not its times.
  if (seat?.state === "open" && !isFull(seat) && !isRetry) {
    forgetSlot(db, visitId, slotId);
    return bookSlot(deps, wish, whom, true);
  }
  if (result.refused.includes("agenda")) {
    const isWithdrawn = seat?.state === "withdrawn";
    const why = isWithdrawn && agenda ? undefined : agendaRefusal(agenda, visit, seat?.facts ?? booking);
    // Of somebody whom staff name there is no registration: that is an address that does not exist.
    if (why?.reason === "not-registered" && staff) return refuse(agenda ? "registration-withdrawn" : "not-found");
    if (why) return refuseTime(deps, why.reason, { planned, slot, bookings: agenda ? bookingsOf(agenda) : [] }, why.clash);
  }
  if (!seat) {
    if (result.refused.includes("seat")) return refuse("not-found");
    // The agenda refused for what is in nobody's bookings: a plan is taking the person to another day in this moment.
    throw new ContentionError(`The agenda ${registrationId} is changing.`);
  }
  if (seat.state === "open") rememberSlot(db, now, seat);
  const mine = agenda ?? (await findAgenda(db, visitId, registrationId));
  return refuseTime(deps, seat.state === "open" ? "slot-full" : "slot-withdrawn", {
    planned,
    slot,
    bookings: mine ? bookingsOf(mine) : [],
  });
};

/** Of a slot that was full a while ago it is read, not tried, whether that has changed: a lost race then costs no write. */
const refuseIfFull = async (
  deps: Deps,
  wish: Wish,
  { registrationId, staff }: ForWhom,
  { slot, planned }: { slot: SlotFacts; planned: Parameters<typeof refuseTime>[2]["planned"] },
): Promise<Booked | undefined> => {
  const { db, clock } = deps;
  const { visitId, slotId, bookingId } = wish;
  const [item, agenda] = (await findItems(db, [slotKey(visitId, slotId), agendaKey(visitId, registrationId)])) as [
    SlotItem | undefined,
    AgendaItem | undefined,
  ];
  const earlier = agenda?.bookings[bookingId];
  if (earlier) return replay(earlier, wish);
  if (!agenda) return refuse(staff ? "not-found" : "not-registered");
  if (agenda.withdrawnAt) return refuse(staff ? "registration-withdrawn" : "not-registered");
  if (!item || !isFull(item)) {
    forgetSlot(db, visitId, slotId);
    return undefined;
  }
  rememberSlot(db, clock.now(), item);
  // The same reason comes first as when it is tried.
  const why = agendaRefusal(agenda, planned.visit, slot);
  return refuseTime(deps, why?.reason ?? "slot-full", { planned, slot, bookings: bookingsOf(agenda) }, why?.clash);
};
