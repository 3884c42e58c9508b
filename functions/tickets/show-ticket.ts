import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { findTicket, shownCodeOf, type TicketItem, tokenOf } from "./ticket-reads.ts";

/** The ticket of a registration. The signer makes it within a second or two of registering; until then it is not ready. */
export const findTicketOf = async (db: Db, visitId: VisitId, registrationId: RegistrationId): Promise<Outcome<TicketItem>> => {
  const registration = await findRegistration(db, visitId, registrationId);
  if (!registration) return refuse("not-found");
  if (registration.withdrawnAt) return refuse("registration-withdrawn");
  const ticket = registration.ticketCode && (await findTicket(db, visitId, registration.ticketCode));
  return ticket ? done(ticket) : refuse("ticket-not-ready");
};

/** What the QR code of a registration says. */
export const showTicket = async (
  db: Db,
  sealKey: Uint8Array,
  visitId: VisitId,
  registrationId: RegistrationId,
): Promise<Outcome<{ token: string; code: string; gen: number }>> => {
  const found = await findTicketOf(db, visitId, registrationId);
  if (!found.ok) return found;
  return done({ token: tokenOf(found.value, sealKey), code: shownCodeOf(found.value), gen: found.value.gen });
};
