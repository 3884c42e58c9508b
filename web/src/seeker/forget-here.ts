import { signedInHint } from "./signed-in-hint.ts";
import { keptTicket } from "./ticket/kept-ticket.ts";
import { forgetTicketPage } from "./ticket/offline-page.ts";

/** Leaves nothing of who was signed in on this device, except the choice of large text. */
export const forgetHere = async (): Promise<void> => {
  signedInHint.clear();
  keptTicket.clear();
  await forgetTicketPage();
  sessionStorage.clear();
};
