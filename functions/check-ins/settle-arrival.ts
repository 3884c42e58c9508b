import { type Admission, foldTicket, type TicketFacts } from "../../shared/domain/check-in-fold.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findRegistration, type RegistrationItem, ticketsOf } from "../registrations/registration-reads.ts";
import { settleArrivalAs } from "../registrations/registration-writes.ts";
import { findTicket, findTickets, type TicketItem } from "../tickets/ticket-reads.ts";
import { listEventsAbout } from "./event-reads.ts";

export const factsOf = ({ gen, genSince, status, cancelledAt }: TicketItem): TicketFacts => ({ gen, genSince, status, cancelledAt });

const attempts = 6;

/** The first admission by any ticket of a registration: somebody may have come in by one that was cancelled, and registered again. */
const firstArrival = async (db: Db, visitId: VisitId, registration: RegistrationItem): Promise<Admission | undefined> => {
  const tickets = await findTickets(db, visitId, ticketsOf(registration));
  const arrivals = await Promise.all(
    [...tickets.values()].map(async (ticket) => foldTicket(await listEventsAbout(db, visitId, ticket.idx), factsOf(ticket)).arrival),
  );
  return arrivals
    .filter((arrival) => arrival !== undefined)
    .sort((a, b) => a.at.localeCompare(b.at) || a.eventId.localeCompare(b.eventId))[0];
};

/**
 * Brings what a registration says of its arrival in line with the fold over the events about its tickets: an upload may bring an earlier admission, or an undo.
 * May be called any time, any number of times. The registration is read before the events, and written only as it was read: so of two at once, the
 * one that knew less writes nothing.
 */
export const settleArrival = async (db: Db, visitId: VisitId, idx: TicketIndex): Promise<void> => {
  const ticket = await findTicket(db, visitId, ticketCodeOf(idx));
  if (ticket?.idx !== idx) return;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const registration = await findRegistration(db, visitId, ticket.registrationId);
    if (!registration) return;
    const arrival = await firstArrival(db, visitId, registration);
    if (arrival?.eventId === registration.arrival?.eventId) return;
    const told = arrival && { at: arrival.at, deviceId: arrival.deviceId, eventId: arrival.eventId };
    const written = await transact(db, { arrival: settleArrivalAs(visitId, ticket.registrationId, told, registration.version) });
    if (written.ok) return;
  }
  throw new ContentionError(`The arrival ${idx} is changing.`);
};
