import { thingsToBring } from "../../shared/copy/messages/booked-parts.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import { ticketPart } from "../mail/ticket-part.ts";
import type { Deps } from "../platform/deps.ts";
import { registrationKey } from "../platform/keys.ts";
import type { TicketSigner } from "../tickets/issue-ticket.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findPerson } from "./person-reads.ts";
import { findRegistration, mailNamed, type RegistrationItem } from "./registration-reads.ts";

/** Tells somebody who registered without booking that they are expected; with the QR code when the QR mail is already out. Not who has taken it back since. */
export const mailAboutRegistration = async (
  deps: Deps,
  post: Post,
  signer: TicketSigner,
  { registration, again }: RegistrationItem,
): Promise<void> => {
  const { visitId, registrationId, personId, registeredAt } = registration;
  const [person, planned, now] = await Promise.all([
    findPerson(deps.db, personId),
    findVisit(deps.db, visitId),
    findRegistration(deps.db, visitId, registrationId),
  ]);
  // Who registered while the visit was being cancelled was told so on the spot.
  if (!person || now?.withdrawnAt || planned?.visit.state !== "open") return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { visit, place } = planned;
  const isDayOf = registeredAt >= visit.deadlines.ticketMailAt;
  const part = isDayOf ? await ticketPart(deps, signer, settings, { visitId, registrationId, locale }) : undefined;
  const mail = await renderMail(
    "visit_registered",
    locale,
    {
      name,
      visitOn: visit.date,
      opensAt: visit.startTime,
      closesAt: visit.endTime,
      placeName: placeTextOf(place, locale),
      bring: thingsToBring.counselling[locale],
      link: mailLinks(settings.origin, locale).myVisit(visitId),
      centrePhone: settings.centrePhone,
      ticket: part?.ticket,
    },
    { qrPng: part?.qrPng },
  );
  const cause = { key: registrationKey(visitId, registrationId), event: { kind: "registration.made" } };
  const about = { visitId, registrationId, personId, cause };
  // Whoever has no address was registered by staff, while speaking with them.
  await sendMail(deps, post, {
    mailId: mailNamed(`${registrationId}.registration.made`, again),
    message: "visit_registered",
    to,
    isKnown: true,
    about,
    mail,
  });
};
