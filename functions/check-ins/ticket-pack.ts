import type { TicketPack, TicketRow } from "../../shared/domain/check-in.ts";
import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type TicketCode, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { findTicket, findTicketByCode, recallPublicKey, type TicketItem } from "../tickets/ticket-reads.ts";

/** A ticket as the table knows it, by its first code, with whose it is. Whether they have arrived, the writing of the arrival finds out. */
export type TicketHolder = TicketRow & { code: TicketCode; registrationId: RegistrationId; personId: PersonId };

const holderOf = ({ idx, code, gen, status, registrationId, personId }: TicketItem): TicketHolder => ({
  ...{ idx, code, gen, status, registrationId, personId },
  arrival: undefined,
});

/**
 * The tickets of a visit looked up in the table: what `judgeScan` needs, as a phone's pack gives it without a network. `alongside` asks for what is needed too, in
 * the moment in which the ticket is asked for, so that nobody waits for one after the other.
 */
export const ticketPackOf = (
  db: Db,
  { visitId, visitNo }: { visitId: VisitId; visitNo: number },
  alongside: () => void,
): TicketPack<TicketHolder> => ({
  visitNo,
  isWhole: true,
  findPublicKey: (kid) => recallPublicKey(db, visitId, kid),
  findTicket: async (idx) => {
    alongside();
    const ticket = await findTicket(db, visitId, ticketCodeOf(idx));
    return ticket?.idx === idx ? holderOf(ticket) : undefined;
  },
  findTicketByCode: async (code) => {
    alongside();
    const found = await findTicketByCode(db, visitId, code);
    return found && { row: holderOf(found.ticket), gen: found.gen };
  },
});
