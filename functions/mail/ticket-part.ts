import type { TicketPart } from "../../shared/copy/messages/timed-parts.ts";
import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Deps } from "../platform/deps.ts";
import { issueTicket, type TicketSigner } from "../tickets/issue-ticket.ts";
import { qrPng } from "../tickets/qr-image.ts";
import { shownCodeOf, tokenOf } from "../tickets/ticket-reads.ts";
import { mailLinks } from "./mail-links.ts";
import type { MailSettings } from "./send-mail.ts";

/** The ticket of a registration as a mail shows it; made now if it was not yet. Undefined when the registration is gone. */
export const ticketPart = async (
  deps: Deps,
  signer: TicketSigner,
  settings: MailSettings,
  { visitId, registrationId, locale }: { visitId: VisitId; registrationId: RegistrationId; locale: Locale },
): Promise<{ ticket: TicketPart; qrPng: Uint8Array } | undefined> => {
  const item = await issueTicket(deps, signer, visitId, registrationId);
  if (!item) return undefined;
  return {
    ticket: { qrLink: mailLinks(settings.origin, locale).ticket(visitId), shortCode: shownCodeOf(item), sitePhone: settings.centrePhone },
    qrPng: await qrPng(tokenOf(item, signer.sealKey)),
  };
};
