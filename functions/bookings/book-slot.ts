import { type Booking, bookingRefusal, isLive } from "../../shared/domain/booking.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { cellsOf } from "../../shared/domain/day-grid.ts";
import type { BookingId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { recordEmployerConsent } from "../consents/consent-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, findAgenda } from "../registrations/registration-reads.ts";
import { findSlot, slotOf } from "../slots/slot-reads.ts";
import { takeSeat } from "../slots/slot-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { addToAgenda, agendaRefusal } from "./booking-writes.ts";

type Wish = { visitId: VisitId; bookingId: BookingId; slotId: SlotId; consentVersion: string; locale: Locale };

/** The same id again: the same answer for the same wish, and no second booking (promise 3). */
const replay = (earlier: Booking, wish: Wish): Outcome<{ booking: Booking; isNew: boolean }> => {
  if (!isLive(earlier)) return refuse("booking-cancelled");
  return earlier.slotId === wish.slotId ? done({ booking: earlier, isNew: false }) : refuse("id-taken");
};

/**
 * Books a seat for the signed-in person: seat, agenda and consent in one transaction, whose conditions are the promises (`takeSeat`,
 * `addToAgenda`). What is read before only says early and clearly what cannot work.
 */
export const bookSlot = async (
  { db, clock }: Deps,
  wish: Wish,
  actor: Pick<SignedIn, "personId">,
): Promise<Outcome<{ booking: Booking; isNew: boolean }>> => {
  const { visitId, bookingId, slotId, consentVersion, locale } = wish;
  const { personId } = actor;
  const registrationId = registrationIdOf(visitId, personId);
  const now = clock.now();
  const [slotItem, planned] = await Promise.all([findSlot(db, visitId, slotId), findVisit(db, visitId)]);
  if (!slotItem || !planned) return refuse("not-found");
  const slot = slotOf(slotItem);
  const { visit } = planned;

  const isOutdated = consentVersion !== currentConsentVersion.to_employer;
  const closed = bookingRefusal(visit, slot, now) ?? (isOutdated ? "consent-outdated" : undefined);
  if (closed) {
    // A booking that was made in time and is asked for again, because its answer was lost, still stands.
    const earlier = (await findAgenda(db, visitId, registrationId))?.bookings[bookingId];
    return earlier ? replay(earlier, wish) : refuse(closed);
  }

  const booking: Booking = {
    bookingId,
    slotId,
    employerId: slot.employerId,
    postingId: slot.postingId,
    deskId: slot.deskId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    state: "confirmed",
    sequence: 0,
    bookedAt: now,
    cancelledAt: null,
  };
  const result = await transact(db, {
    seat: takeSeat(slot, bookingId, registrationId),
    agenda: addToAgenda({ visitId, registrationId, date: visit.date }, booking, visit.rules),
    consent: recordEmployerConsent(personId, slot.employerId, { version: consentVersion, locale, at: now }),
  });
  if (result.ok) return done({ booking, isNew: true });

  if (result.refused.includes("agenda")) {
    const agenda = result.before.agenda as AgendaItem | undefined;
    const earlier = agenda?.bookings[bookingId];
    if (earlier) return replay(earlier, wish);
    const reason = agendaRefusal(agenda, cellsOf(visit.date, booking, visit.rules.gapMinutes), visit.rules);
    if (reason) return refuse(reason);
  }
  const seat = result.before.seat as typeof slotItem | undefined;
  if (seat && bookingId in seat.takers) return refuse("id-taken");
  return refuse(seat?.state === "open" ? "slot-full" : "slot-withdrawn");
};
