import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { findTicket, tokenOf } from "./ticket-reads.ts";

/** What the QR code of a registration says. The signer makes it within a second or two of registering; until then it is not ready. */
export const showTicket = async (
  db: Db,
  sealKey: Uint8Array,
  visitId: VisitId,
  registrationId: RegistrationId,
): Promise<Outcome<{ token: string; code: string; gen: number }>> => {
  const registration = await findRegistration(db, visitId, registrationId);
  if (!registration) return refuse("not-found");
  const ticket = registration.ticketCode && (await findTicket(db, visitId, registration.ticketCode));
  return ticket ? done({ token: tokenOf(ticket, sealKey), code: ticket.code, gen: ticket.gen }) : refuse("ticket-not-ready");
};
