import type { NoShow } from "../../shared/contract/assistance.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { canTakeOver } from "../../shared/domain/no-show.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { isReplaceable, type WaitlistEntry, wantsSlot } from "../../shared/domain/waitlist.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { employerConsentOf } from "../consents/consent-writes.ts";
import type { Deps } from "../platform/deps.ts";
import type { Write } from "../platform/transact.ts";
import { type AgendaItem, bookingsOf, findPersonOfVisit } from "../registrations/registration-reads.ts";
import type { SlotFacts } from "../slots/slot-reads.ts";
import type { VisitLogEntry } from "../visits/visit-log-writes.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";
import type { FreedSeat } from "../waitlist/free-seat-writes.ts";
import { listEntries } from "../waitlist/waitlist-reads.ts";
import { removeEntry } from "../waitlist/waitlist-writes.ts";
import { addToAgenda, agendaRefusal, moveInAgenda, newBooking } from "./booking-writes.ts";
import { refuseTime } from "./explain-refusal.ts";

/** A seat that somebody left empty, and who is wished to have it. */
type LeftSeat = {
  visitId: VisitId;
  slot: SlotFacts;
  planned: PlannedVisit;
  now: Instant;
  registrationId: RegistrationId;
  giveTo: NoShow["giveTo"];
  locale: Locale;
};

/** Who takes a seat, under which booking, and what is written with it beside the seat itself. */
export type Taker = {
  registrationId: RegistrationId;
  holder: BookingId;
  writes: Record<string, Write>;
  /** The later seat that somebody who waited for an earlier time gives up. */
  freed?: FreedSeat;
  did: Extract<VisitLogEntry["did"], "gave-seat" | "gave-seat-out-of-turn">;
};

/** People in the list who are here and can take the seat, longest waiting first. */
const waitingHere = async ({ db }: Deps, { visitId, slot, planned, now }: LeftSeat) => {
  // Whether it still stands is among the conditions of the seat.
  const open = { ...slot, state: "open" as const };
  const entries = (await listEntries(db, visitId, listNameOf(slot))).filter(({ entry }) => wantsSlot(entry, open));
  const here = await Promise.all(
    entries.map(async ({ entry, registrationId }) => ({ entry, person: await findPersonOfVisit(db, visitId, registrationId) })),
  );
  const { date, rules } = planned.visit;
  return here.flatMap(({ entry, person }) => {
    if (!person?.registration.arrival) return [];
    const day = { date, rules, bookings: bookingsOf(person.agenda) };
    return canTakeOver(entry, open, day, now) ? [{ entry, agenda: person.agenda }] : [];
  });
};

/** The person agreed at the desk, where somebody of the centre read it to them. */
const consentAtDesk = ({ slot, locale }: LeftSeat) =>
  slot.employerId === null ? undefined : employerConsentOf(currentConsentVersion.to_employer, locale, "staff");

/** The seat under a booking of its own; an entry that it fulfils leaves the list. */
const withNewBooking = (
  left: LeftSeat,
  registrationId: RegistrationId,
  bookingId: BookingId,
  entry?: WaitlistEntry,
): Omit<Taker, "did"> => {
  const { visitId, slot, planned, now } = left;
  // Who waits agreed when they joined the list.
  const consent = entry?.consent ?? consentAtDesk(left);
  const agenda = { visitId, registrationId, date: planned.visit.date, rules: planned.visit.rules };
  return {
    registrationId,
    holder: bookingId,
    writes: {
      takerAgenda: addToAgenda(agenda, newBooking(slot, { bookingId, bookedAt: now, ...(consent && { consent }) }), entry?.waitId),
      ...(entry && { entry: removeEntry({ visitId, ...entry }, undefined) }),
    },
  };
};

/** Somebody who kept a later time until an earlier one was free: their booking moves, and its seat is given up in turn. */
const withKeptBooking = (
  left: LeftSeat,
  { registrationId, bookings }: AgendaItem,
  entry: WaitlistEntry,
): Omit<Taker, "did"> | undefined => {
  const { visitId, slot, planned, now } = left;
  const kept = entry.replaces ? bookings[entry.replaces] : undefined;
  if (!isReplaceable(kept, entry.list)) return undefined;
  const { slotId, kind, employerId, postingId, service, deskId, startsAt, endsAt } = slot;
  const agenda = { visitId, registrationId, date: planned.visit.date, rules: planned.visit.rules };
  const to = { slotId, kind, employerId, postingId, service, deskId, startsAt, endsAt };
  return {
    registrationId,
    holder: kept.bookingId,
    writes: {
      takerAgenda: moveInAgenda(agenda, { bookingId: kept.bookingId, seen: kept, from: kept, to, at: now }, entry.waitId),
      entry: removeEntry({ visitId, ...entry }, undefined),
    },
    freed: { visitId, slotId: kept.slotId, list: entry.list, holder: kept.bookingId },
  };
};

/**
 * Who takes the seat: whom staff named, if they are here and their day allows it, or whoever here has waited longest. Undefined when nobody does. That
 * somebody present comes before others who wait here is for staff to decide, and logged as such.
 */
export const findTaker = async (deps: Deps, left: LeftSeat): Promise<Outcome<Taker | undefined>> => {
  const { visitId, slot, planned, giveTo } = left;
  if (giveTo.whom === "nobody") return done(undefined);
  const waiting = await waitingHere(deps, left);
  const [first] = waiting;
  if (giveTo.whom === "next-waiting") {
    if (!first) return done(undefined);
    const taker = first.entry.replaces
      ? withKeptBooking(left, first.agenda, first.entry)
      : withNewBooking(left, first.agenda.registrationId, deps.ids.mint("bkg") as BookingId, first.entry);
    return done(taker && { ...taker, did: "gave-seat" });
  }
  const person = await findPersonOfVisit(deps.db, visitId, giveTo.registrationId);
  if (!person) return refuse("not-registered");
  if (!person.registration.arrival) return refuse("not-arrived");
  if (person.agenda.bookings[giveTo.bookingId]) return refuse("id-taken");
  const why = agendaRefusal(person.agenda, planned.visit, slot);
  if (why) return refuseTime(deps, why.reason, { planned, slot, bookings: bookingsOf(person.agenda) }, why.clash);
  const own = waiting.find(({ entry, agenda }) => agenda.registrationId === giveTo.registrationId && !entry.replaces);
  const isInTurn = !first || first.agenda.registrationId === giveTo.registrationId;
  return done({
    ...withNewBooking(left, giveTo.registrationId, giveTo.bookingId, own?.entry),
    did: isInTurn ? "gave-seat" : "gave-seat-out-of-turn",
  });
};
