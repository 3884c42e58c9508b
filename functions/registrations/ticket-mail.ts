import { deskLabelIn } from "../../shared/copy/desk-label.ts";
import type { DeskId } from "../../shared/domain/ids.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import { ticketPart } from "../mail/ticket-part.ts";
import type { Deps } from "../platform/deps.ts";
import { ticketKey } from "../platform/keys.ts";
import type { TicketSigner } from "../tickets/issue-ticket.ts";
import { findTicket, renewalMailId, type TicketItem } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findPerson } from "./person-reads.ts";
import { findPersonOfVisit, liveBookingsOf } from "./registration-reads.ts";

type Renewed = Pick<TicketItem, "visitId" | "registrationId" | "personId" | "code" | "gen" | "again">;

/** Sends the QR code that took the place of another, at once: whoever had that one holds nothing good. One that was replaced again has a later mail. */
export const mailAboutTicket = async (deps: Deps, post: Post, signer: TicketSigner, renewed: Renewed): Promise<void> => {
  const { visitId, registrationId, personId, code, gen } = renewed;
  const [person, planned, ticket, found] = await Promise.all([
    findPerson(deps.db, personId),
    findVisit(deps.db, visitId),
    findTicket(deps.db, visitId, code),
    findPersonOfVisit(deps.db, visitId, registrationId),
  ]);
  if (
    !person ||
    ticket?.gen !== gen ||
    ticket.status === "cancelled" ||
    planned?.visit.state !== "open" ||
    endOfVisit(planned.visit) <= deps.clock.now()
  )
    return;
  const { locale, name, mail: to } = readerOf(person);
  const { visit, place } = planned;
  const part = await ticketPart(deps, signer, post.settings, { visitId, registrationId, locale });
  if (!part) return;
  const when = { visitOn: visit.date, opensAt: visit.startTime, closesAt: visit.endTime };
  const { centrePhone } = post.settings;
  const labelOf = (id: DeskId) => deskLabelIn(locale, visit.desks.find(({ deskId }) => deskId === id)?.label ?? id).text;
  const live = found ? liveBookingsOf(found.agenda) : [];
  const times = live.map(({ startsAt, deskId }) => ({ slotTime: seoulTimeOf(startsAt), deskLabel: labelOf(deskId) }));
  const said = { name, times, ...when, placeName: placeTextOf(place, locale), centrePhone, ...part.ticket };
  const mail = await renderMail("ticket_renewed", locale, said, { qrPng: part.qrPng });
  const cause = { key: ticketKey(visitId, code), event: { kind: "ticket.renewed", gen } };
  const about = { visitId, registrationId, personId, cause };
  // For whoever has no address staff did it, while speaking with them, and were shown the new code to tell them.
  await sendMail(deps, post, { mailId: renewalMailId(renewed), message: "ticket_renewed", to, isKnown: true, about, mail });
};
