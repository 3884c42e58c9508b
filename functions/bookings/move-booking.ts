import { type ChangedBooking, isLive, moveRefusal, type SeenBooking } from "../../shared/domain/booking.ts";
import type { BookingId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { employerConsentOf } from "../consents/consent-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { type AgendaItem, bookingsOf, findAgenda } from "../registrations/registration-reads.ts";
import { findSlotAtVisit, forgetSlot, isFull, rememberSlot, type SlotItem } from "../slots/slot-reads.ts";
import { takeSeat } from "../slots/slot-writes.ts";
import { transactFreeing } from "../waitlist/free-seat-writes.ts";
import { agendaRefusal, moveInAgenda } from "./booking-writes.ts";
import { changedBooking } from "./change-outcome.ts";
import { refuseTime } from "./explain-refusal.ts";
import { type ForWhom, logOf } from "./on-behalf.ts";

type Move = {
  visitId: VisitId;
  bookingId: BookingId;
  slotId: SlotId;
  seen: SeenBooking;
  consentVersion?: string | undefined;
  locale: Locale;
};

/**
 * Moves a booking to another slot of its visit in one transaction: new seat, agenda and old seat change together or not at all, so that the old seat is
 * never lost to a new one that could not be had. Sent again it answers the same.
 */
export const moveBooking = async (deps: Deps, move: Move, whom: ForWhom, isRetry = false): Promise<Outcome<ChangedBooking>> => {
  const { db, clock } = deps;
  const { visitId, bookingId, slotId, seen, consentVersion, locale } = move;
  const { registrationId, staff } = whom;
  const now = clock.now();
  const [old, next] = await Promise.all([findSlotAtVisit(deps, visitId, seen.slotId), findSlotAtVisit(deps, visitId, slotId)]);
  if (!old || !next) return refuse("not-found");
  const { planned, facts: to } = next;
  const { visit } = planned;
  const from = old.facts;

  /** What the agenda says, where the move did not happen: it may have happened before. */
  const settle = async (agenda: AgendaItem | undefined, reason: Parameters<typeof refuse>[0]) => {
    const current = agenda?.bookings[bookingId];
    if (!agenda || !current) return refuse("not-found");
    if (!isLive(current)) return refuse("booking-cancelled");
    if (current.slotId === slotId) return done(changedBooking(bookingId, current, current));
    if (current.slotId !== seen.slotId || current.sequence !== seen.sequence) return refuse("booking-changed");
    // What is closed is closed, whatever the person's day says.
    const why = reason === "slot-full" || reason === "booking-changed" ? agendaRefusal(agenda, visit, to, bookingId) : undefined;
    return refuseTime(deps, why?.reason ?? reason, { planned, slot: to, bookings: bookingsOf(agenda), except: bookingId }, why?.clash);
  };

  const isOther = to.employerId !== from.employerId;
  const needsConsent = isOther && to.employerId !== null;
  const consent = needsConsent ? employerConsentOf(consentVersion, locale, staff ? "staff" : "web") : undefined;
  const closed =
    moveRefusal(visit, { from, to: { ...to, state: next.state } }, now, staff ? "staff" : "person") ??
    (needsConsent && !consent ? "consent-outdated" : undefined);
  if (closed || slotId === seen.slotId) return settle(await findAgenda(db, visitId, registrationId), closed ?? "booking-changed");

  const { kind, employerId, postingId, service, deskId, startsAt, endsAt } = to;
  const result = await transactFreeing<string>(
    { db, now },
    { visitId, slotId: from.slotId, list: listNameOf(from), holder: bookingId },
    {
      agenda: moveInAgenda(
        { visitId, registrationId, date: visit.date, rules: visit.rules },
        {
          bookingId,
          seen,
          from,
          to: {
            ...{ slotId, kind, employerId, postingId, service, deskId, startsAt, endsAt },
            ...(staff && { reason: staff.reason }),
            ...(isOther && { consent: consent ? { ...consent, at: now } : null }),
          },
          at: now,
        },
      ),
      seat: takeSeat(to, bookingId, registrationId),
      ...logOf(deps, whom, { visitId, at: now, did: "moved", bookingId, slotId }),
    },
  );
  if (result.ok) return done(changedBooking(bookingId, to, { state: "confirmed", sequence: seen.sequence + 1 }));
  const seat = result.before.seat as SlotItem | undefined;
  if (seat) forgetSlot(db, visitId, slotId);
  if (seat?.state === "open" && isFull(seat)) rememberSlot(db, now, seat);
  // A plan has shifted it since this process looked: look again, once.
  else if (seat?.state === "open" && !isRetry) return moveBooking(deps, move, whom, true);
  const agenda = (result.before.agenda as AgendaItem | undefined) ?? (await findAgenda(db, visitId, registrationId));
  return settle(agenda, seat && seat.state !== "open" ? "slot-withdrawn" : seat ? "slot-full" : "booking-changed");
};
