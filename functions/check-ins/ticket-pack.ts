import type { TicketPack, TicketRow } from "../../shared/domain/check-in.ts";
import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type TicketCode, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { findTicket, recallPublicKey } from "../tickets/ticket-reads.ts";

/** A ticket as the table knows it, with whose it is. Whether they have arrived, the writing of the arrival finds out. */
export type TicketHolder = TicketRow & { registrationId: RegistrationId; personId: PersonId };

/**
 * The tickets of a visit looked up in the table: what `judgeScan` needs, as a phone's pack gives it without a network. `alongside` asks for what is needed too, in
 * the moment in which the ticket is asked for, so that nobody waits for one after the other.
 */
export const ticketPackOf = (
  db: Db,
  { visitId, visitNo }: { visitId: VisitId; visitNo: number },
  alongside: () => void,
): TicketPack<TicketHolder> => {
  const findTicketByCode = async (code: TicketCode): Promise<TicketHolder | undefined> => {
    alongside();
    const ticket = await findTicket(db, visitId, code);
    if (!ticket) return undefined;
    const { idx, gen, status, registrationId, personId } = ticket;
    return { idx, code, gen, status, arrival: undefined, registrationId, personId };
  };
  return {
    visitNo,
    findPublicKey: (kid) => recallPublicKey(db, visitId, kid),
    // The code is the beginning of the index, so one look-up serves both.
    findTicket: async (idx) => {
      const row = await findTicketByCode(ticketCodeOf(idx));
      return row?.idx === idx ? row : undefined;
    },
    findTicketByCode,
  };
};
