import type { ApplicationRow } from "../../shared/contract/applications.ts";
import { decisionRefusal } from "../../shared/domain/application.ts";
import { bookingRefusal } from "../../shared/domain/booking.ts";
import type { ApplicationId, BookingId, EmployerId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { addToAgenda, agendaRefusal, newBooking } from "../bookings/booking-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
import { findSlotAtVisit, forgetSlot, isFull, rememberSlot, type SlotItem } from "../slots/slot-reads.ts";
import { takeSeat } from "../slots/slot-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { type ApplicationItem, findApplication } from "./application-reads.ts";
import { applicationRow, applicationRows } from "./application-rows.ts";
import { acceptApplication, declineApplication, noteUnbookable } from "./application-writes.ts";

type Key = { visitId: VisitId; employerId: EmployerId; applicationId: ApplicationId };
export type Decision = { decision: "accept"; slotId: SlotId } | { decision: "decline" };

/** Whether it was decided like this before: the same decision sent again answers the same. */
const isSame = ({ application }: ApplicationItem, wish: Decision): boolean =>
  wish.decision === "accept" ? application.state === "accepted" && application.slotId === wish.slotId : application.state === "declined";

/** What is answered where it is decided already, or was in this moment; undefined while it is open. */
const settled = async ({ db }: Pick<Deps, "db">, item: ApplicationItem, wish: Decision): Promise<Outcome<ApplicationRow> | undefined> => {
  if (isSame(item, wish)) {
    const [row] = await applicationRows(db, [item]);
    if (row) return done(row);
  }
  const why = decisionRefusal(item.application);
  return why && refuse(why);
};

/** The employer accepts somebody into a time, or declines. Decided once: of two decisions in the same moment one wins. */
export const decideApplication = async (deps: Deps, key: Key, wish: Decision): Promise<Outcome<ApplicationRow>> => {
  const { db, clock } = deps;
  const { visitId, employerId, applicationId } = key;
  const item = await findApplication(db, visitId, employerId, applicationId);
  if (!item) return refuse("not-found");
  const answer = await settled(deps, item, wish);
  if (answer) return answer;
  if (wish.decision === "accept") return accept(deps, item, wish.slotId);

  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const decidedAt = clock.now();
  const result = await transact(db, declineApplication({ ...key, registrationId: item.registrationId }, planned.visit.date, decidedAt));
  if (result.ok) return done(applicationRow({ ...item, application: { ...item.application, state: "declined", decidedAt } }, undefined));
  return again(deps, key, wish);
};

/** Decided or withdrawn in this moment, by somebody else: what stands now is the answer. */
const again = async (deps: Deps, { visitId, employerId, applicationId }: Key, wish: Decision): Promise<Outcome<ApplicationRow>> => {
  const item = await findApplication(deps.db, visitId, employerId, applicationId);
  return (item && (await settled(deps, item, wish))) ?? refuse("already-decided");
};

/**
 * Accepting seats at once: application, agenda and seat in one transaction, whose conditions are the promises. It can fail with full, overlap or limit, and
 * the application then stays as it was. The employer is told that the person's day has no room, never by what.
 */
const accept = async (deps: Deps, item: ApplicationItem, slotId: SlotId, isRetry = false): Promise<Outcome<ApplicationRow>> => {
  const { db, clock, ids } = deps;
  const { visitId, registrationId, application } = item;
  const { employerId, postingId, applicationId, consent } = application;
  const now = clock.now();
  const at = await findSlotAtVisit(deps, visitId, slotId);
  if (at?.facts.employerId !== employerId || at.facts.postingId !== postingId || at.facts.mode !== "screened") return refuse("not-found");
  const { facts: slot, planned } = at;
  const { visit } = planned;
  // Deadlines hold for the person's own booking: an employer accepts to the start of the time.
  const closed = bookingRefusal(visit, { ...slot, state: at.state }, now, "staff");
  if (closed) return refuse(closed);

  const place = { visitId, employerId, registrationId, applicationId };
  const booking = newBooking(slot, { bookingId: ids.mint("bkg") as BookingId, bookedAt: now, applicationId, ...(consent && { consent }) });
  const { bookingId } = booking;
  const accepted = acceptApplication(place, { slotId, bookingId, decidedAt: now });
  const result = await transact(db, {
    application: accepted.application,
    agenda: addToAgenda({ visitId, registrationId, date: visit.date, rules: visit.rules }, booking, undefined, accepted.inAgenda),
    seat: takeSeat(slot, bookingId, registrationId),
  });
  if (result.ok) {
    const decided = { ...application, state: "accepted", decidedAt: now, slotId, bookingId } as const;
    return done(applicationRow({ ...item, application: decided }, booking));
  }
  if (result.refused.includes("application")) return again(deps, place, { decision: "accept", slotId });

  const isSeatRefused = result.refused.includes("seat");
  const seat = result.before.seat as SlotItem | undefined;
  if (isSeatRefused) {
    if (!seat) return refuse("not-found");
    if (seat.state !== "open") return refuse("slot-withdrawn");
    if (!isFull(seat)) {
      // A plan has shifted it since this process looked: look again, once.
      if (isRetry) throw new Error(`The slot ${slotId} refuses a seat that it has.`);
      forgetSlot(db, visitId, slotId);
      return accept(deps, item, slotId, true);
    }
    rememberSlot(db, now, seat);
    // Of a day that has no room the employer is told even so: no other seat would help at this time.
    if (!result.refused.includes("agenda")) return refuse("slot-full");
  }
  const why = agendaRefusal(result.before.agenda as AgendaItem | undefined, visit, seat?.facts ?? booking);
  if (!why && isSeatRefused) return refuse("slot-full");
  if (!why) throw new Error(`The agenda of ${registrationId} refuses a time that fits.`);
  if (why.reason === "times-overlap" || why.reason === "interview-limit") await transact(db, { asked: noteUnbookable(place, slotId, now) });
  return refuse(why.reason === "not-registered" ? "not-found" : why.reason);
};
