import { foldTicket, type TicketFacts } from "../../shared/domain/check-in-fold.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { settleArrivalAs } from "../registrations/registration-writes.ts";
import { findTicket, type TicketItem } from "../tickets/ticket-reads.ts";
import { listEventsAbout } from "./event-reads.ts";

export const factsOf = ({ gen, genSince, status, cancelledAt }: TicketItem): TicketFacts => ({ gen, genSince, status, cancelledAt });

const attempts = 6;

/**
 * Brings what a registration says of its arrival in line with the fold over the events about its ticket: an upload may bring an earlier admission, or an undo.
 * May be called any time, any number of times. The registration is read before the events, and written only as it was read: so of two at once, the
 * one that knew less writes nothing.
 */
export const settleArrival = async (db: Db, visitId: VisitId, idx: TicketIndex): Promise<void> => {
  const ticket = await findTicket(db, visitId, ticketCodeOf(idx));
  if (ticket?.idx !== idx) return;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const registration = await findRegistration(db, visitId, ticket.registrationId);
    if (!registration) return;
    const { arrival } = foldTicket(await listEventsAbout(db, visitId, idx), factsOf(ticket));
    if (arrival?.eventId === registration.arrival?.eventId) return;
    const told = arrival && { at: arrival.at, deviceId: arrival.deviceId, eventId: arrival.eventId };
    const written = await transact(db, { arrival: settleArrivalAs(visitId, ticket.registrationId, told, registration.version) });
    if (written.ok) return;
  }
  throw new ContentionError(`The arrival ${idx} is changing.`);
};
