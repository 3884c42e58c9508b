import type { NoShow } from "../../shared/contract/assistance.ts";
import { type ChangedBooking, isLive, type SeenBooking } from "../../shared/domain/booking.ts";
import type { AccountId, BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { noShowRefusal } from "../../shared/domain/no-show.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAgenda, findPersonOfVisit } from "../registrations/registration-reads.ts";
import { hasNotArrived } from "../registrations/registration-writes.ts";
import { findSlotAtVisit, forgetSlot, type SlotItem } from "../slots/slot-reads.ts";
import { passSeatAsBelieved, releaseSeat } from "../slots/slot-writes.ts";
import { addToVisitLog, type VisitLogEntry } from "../visits/visit-log-writes.ts";
import { transactFreeing } from "../waitlist/free-seat-writes.ts";
import { endInAgenda } from "./booking-writes.ts";
import { changedBooking } from "./change-outcome.ts";
import { findTaker } from "./find-taker.ts";

type Missed = {
  visitId: VisitId;
  registrationId: RegistrationId;
  bookingId: BookingId;
  seen: SeenBooking;
  giveTo: NoShow["giveTo"];
  staffId: AccountId;
  /** In which what the taker agrees to is read to them. */
  locale: Locale;
};

/** How often it is decided anew when others write in the same moment. */
const attempts = 4;

/**
 * Notes that somebody did not come, and gives the seat on, in one transaction: the booking ends, its person has not arrived up to this moment, and the
 * seat passes to the taker, who stands here, within their own limits. With nobody to take it the seat is free. What a transaction refuses is read and
 * decided anew; sent again it answers the same.
 */
export const noteNoShow = async (deps: Deps, missed: Missed, attempt = 1): Promise<Outcome<ChangedBooking>> => {
  const { db, clock, ids } = deps;
  const { visitId, registrationId, bookingId, seen, giveTo, staffId } = missed;
  const now = clock.now();
  const [at, person] = await Promise.all([findSlotAtVisit(deps, visitId, seen.slotId), findPersonOfVisit(db, visitId, registrationId)]);
  const booking = person?.agenda.bookings[bookingId];
  if (!at || !booking) return refuse("not-found");
  if (!isLive(booking)) return (await isSame(deps, missed)) ? done(changedBooking(bookingId, booking, booking)) : refuse("booking-changed");
  if (booking.slotId !== seen.slotId || booking.sequence !== seen.sequence) return refuse("booking-changed");
  const refused = noShowRefusal(booking, person.registration.arrival?.at, now);
  if (refused) return refuse(refused);

  const { facts: slot, planned } = at;
  const found = await findTaker(deps, { ...missed, slot, planned, now });
  if (!found.ok) return found;
  const taker = found.value;
  // They were scanned between the two looks: they have their seat.
  if (taker?.registrationId === registrationId) return refuse("has-arrived");
  const log = (entry: Pick<VisitLogEntry, "did" | "registrationId" | "bookingId">) =>
    addToVisitLog({ ...entry, visitId, at: now, staffId, slotId: slot.slotId }, ids.mint("log"));
  const writes = {
    agenda: endInAgenda(
      { visitId, registrationId, date: planned.visit.date },
      { bookingId, seen, booking: slot, ending: { state: "no_show", at: now } },
    ),
    absent: hasNotArrived(visitId, registrationId),
    seat: taker ? passSeatAsBelieved(slot, bookingId, taker) : releaseSeat(slot, bookingId),
    log: log({ did: "noted-no-show", registrationId, bookingId }),
    ...taker?.writes,
    ...(taker && { given: log({ did: taker.did, registrationId: taker.registrationId, bookingId: taker.holder }) }),
  };
  forgetSlot(db, visitId, slot.slotId);
  const result = taker?.freed ? await transactFreeing<string>({ db, now }, taker.freed, writes) : await transact<string>(db, writes);
  if (result.ok) return done(changedBooking(bookingId, slot, { state: "no_show", sequence: seen.sequence + 1 }));
  const seat = result.before.seat as SlotItem | undefined;
  if (giveTo.whom === "present" && seat && giveTo.bookingId in seat.takers) return refuse("id-taken");
  return attempt < attempts ? noteNoShow(deps, missed, attempt + 1) : refuse("booking-changed");
};

/** Whether a booking that has ended was ended by this same request: noted from the version that it names, and given to whom it names. */
const isSame = async ({ db }: Deps, { visitId, registrationId, bookingId, seen, giveTo }: Missed): Promise<boolean> => {
  const ended = (await findAgenda(db, visitId, registrationId))?.bookings[bookingId];
  if (ended?.state !== "no_show" || ended.slotId !== seen.slotId || ended.sequence !== seen.sequence + 1) return false;
  if (giveTo.whom !== "present") return true;
  const taker = await findAgenda(db, visitId, giveTo.registrationId);
  return taker?.bookings[giveTo.bookingId]?.slotId === seen.slotId;
};
