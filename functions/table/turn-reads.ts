import type { Booking } from "../../shared/domain/booking.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { foldQueue, type QueuePlace } from "../../shared/domain/queue-fold.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type InterviewState, interviewStateOf } from "../../shared/domain/table-pairing.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { listEventsAbout } from "../check-ins/event-reads.ts";
import type { Db } from "../platform/db.ts";
import type { RegistrationItem } from "../registrations/registration-reads.ts";
import { findTicket } from "../tickets/ticket-reads.ts";

export type FoundTurn = {
  /** Their ticket; undefined until it is made. */
  idx: TicketIndex | undefined;
  place: QueuePlace | undefined;
  state: InterviewState;
};

/** Where somebody stands at the desk that they booked, by what was done about them there. */
export const findTurn = async (
  db: Db,
  visitId: VisitId,
  { booking, registration: { ticketCode, arrival }, now }: { booking: Booking; registration: RegistrationItem; now: Instant },
): Promise<FoundTurn> => {
  const idx = ticketCode && (await findTicket(db, visitId, ticketCode))?.idx;
  const place = idx && foldQueue(await listEventsAbout(db, visitId, idx)).get(idx);
  return { idx, place, state: interviewStateOf(booking, { arrivedAt: arrival?.at, place, now }) };
};
