import type { CheckInEvent, CheckInEventId } from "../../shared/domain/check-in-event.ts";
import { foldTicket, type TicketFacts } from "../../shared/domain/check-in-fold.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { type ArrivalNote, findRegistration, type RegistrationItem, ticketsOf } from "../registrations/registration-reads.ts";
import { settleArrivalAs } from "../registrations/registration-writes.ts";
import { findTicket, findTickets, type TicketItem } from "../tickets/ticket-reads.ts";
import { listEventsAbout } from "./event-reads.ts";

export const factsOf = ({ gen, genSince, status, cancelledAt }: TicketItem): TicketFacts => ({ gen, genSince, status, cancelledAt });

const attempts = 6;

/** A registration remembers so many; who takes back more that nobody has sent finds them settled a moment later. */
const mostAhead = 50;

/** Events that were taken back before they came: when they come, they are no arrival. */
const undoneAheadIn = (events: readonly CheckInEvent[]): CheckInEventId[] => {
  const known = new Set(events.map(({ id }) => id));
  const refs = new Set(events.flatMap((event) => (event.kind === "undo" && !known.has(event.ref) ? [event.ref] : [])));
  return [...refs].sort().slice(-mostAhead);
};

/**
 * The first admission by any ticket of a registration (somebody may have come in by one that was cancelled, and registered again), and what was taken back of all
 * of them before it came.
 */
const whatEventsSay = async (db: Db, visitId: VisitId, registration: RegistrationItem) => {
  const tickets = await findTickets(db, visitId, ticketsOf(registration));
  const told = await Promise.all(
    [...tickets.values()].map(async (ticket) => {
      const events = await listEventsAbout(db, visitId, ticket.idx);
      return { events, arrival: foldTicket(events, factsOf(ticket)).arrival };
    }),
  );
  const [arrival] = told.flatMap((one) => one.arrival ?? []).sort((a, b) => a.at.localeCompare(b.at) || a.eventId.localeCompare(b.eventId));
  return { arrival, undoneAhead: undoneAheadIn(told.flatMap(({ events }) => events)) };
};

/**
 * Brings what a registration says of its arrival in line with the fold over the events about its tickets: an upload may bring an earlier admission, or an undo.
 * Answers the arrival that stands. May be called any time, any number of times. The registration is read before the events, and written only as it was read: so of two at once, the
 * one that knew less writes nothing.
 */
export const settleArrival = async (db: Db, visitId: VisitId, idx: TicketIndex): Promise<ArrivalNote | undefined> => {
  const ticket = await findTicket(db, visitId, ticketCodeOf(idx));
  if (ticket?.idx !== idx) return undefined;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const registration = await findRegistration(db, visitId, ticket.registrationId);
    if (!registration) return undefined;
    const { arrival, undoneAhead } = await whatEventsSay(db, visitId, registration);
    const isSettled = arrival?.eventId === registration.arrival?.eventId && undoneAhead.join() === (registration.undoneAhead ?? []).join();
    if (isSettled) return registration.arrival;
    const told = arrival && { at: arrival.at, deviceId: arrival.deviceId, eventId: arrival.eventId };
    const settled = settleArrivalAs(visitId, ticket.registrationId, { arrival: told, undoneAhead }, registration.version);
    const written = await transact(db, { arrival: settled });
    if (written.ok) return told;
  }
  throw new ContentionError(`The arrival ${idx} is changing.`);
};
