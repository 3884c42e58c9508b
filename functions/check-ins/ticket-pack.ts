import type { TicketPack, TicketRow } from "../../shared/domain/check-in.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type TicketCode, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { findPersonOfVisit, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { findPublicKey, findTicket } from "../tickets/ticket-reads.ts";

/** A ticket as the table knows it, with whose it is. */
export type TicketHolder = TicketRow & { person: PersonOfVisit };

/** The tickets of a visit looked up in the table: what `judgeScan` needs, as a phone's pack gives it without a network. */
export const ticketPackOf = (db: Db, { visitId, visitNo }: { visitId: VisitId; visitNo: number }): TicketPack<TicketHolder> => {
  const findTicketByCode = async (code: TicketCode): Promise<TicketHolder | undefined> => {
    const ticket = await findTicket(db, visitId, code);
    const person = ticket && (await findPersonOfVisit(db, visitId, ticket.registrationId));
    if (!ticket || !person) return undefined;
    const { idx, gen, status } = ticket;
    return { idx, code, gen, status, arrival: person.registration.arrival, person };
  };
  return {
    visitNo,
    findPublicKey: (kid) => findPublicKey(db, visitId, kid),
    // The code is the beginning of the index, so one look-up serves both.
    findTicket: async (idx) => {
      const row = await findTicketByCode(ticketCodeOf(idx));
      return row?.idx === idx ? row : undefined;
    },
    findTicketByCode,
  };
};
