import { thingsToBring } from "../../shared/copy/messages/booked-parts.ts";
import { bookingNoOf } from "../../shared/domain/booking.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type OutgoingMail, type Post, sendMail } from "../mail/send-mail.ts";
import { ticketPart } from "../mail/ticket-part.ts";
import type { Deps } from "../platform/deps.ts";
import { bookingMailId } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import type { TicketSigner } from "../tickets/issue-ticket.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { bookingCalendar } from "./booking-calendar.ts";
import type { BookingEvent } from "./booking-events.ts";

/**
 * Tells the person what became of a booking: one mail per change, with the calendar entry. Whoever books after the reminder or the QR mail went
 * out gets those words with the confirmation.
 */
export const mailAboutBooking = async (deps: Deps, post: Post, signer: TicketSigner, event: BookingEvent): Promise<void> => {
  const { booking, agenda } = event;
  const { visitId, registrationId } = agenda;
  const [person, planned] = await Promise.all([findPerson(deps.db, agenda.personId), findVisit(deps.db, visitId)]);
  if (!person || !planned) return;
  const { settings } = post;
  const { locale, name, mail: to } = person;
  const { deadlines, date } = planned.visit;
  const links = mailLinks(settings.origin, locale);
  const slotTime = seoulTimeOf(booking.startsAt);
  const calendar = bookingCalendar({ booking, planned, locale, origin: settings.origin, from: settings.from }, to);
  const shared = { name, visitOn: date, slotTime, centrePhone: settings.centrePhone };
  const send = (outgoing: Omit<OutgoingMail, "mailId" | "to">) =>
    sendMail(deps, post, { mailId: bookingMailId(registrationId, booking.bookingId, event.kind, booking.sequence), to, ...outgoing });

  if (event.kind === "booking.cancelled") {
    const mail = await renderMail("booking_cancelled", locale, { ...shared, visitsLink: links.visits });
    return send({ message: "booking_cancelled", mail, calendar: { method: "CANCEL", content: calendar } });
  }

  const posting = (await listVisitPostings(deps.db, visitId)).find((item) => item.postingId === booking.postingId);
  if (!posting) throw new Error(`Visit ${visitId} does not show ${booking.postingId}.`);
  const { employer, draft } = posting;
  const isDayOf = booking.bookedAt >= deadlines.ticketMailAt;
  const part = isDayOf ? await ticketPart(deps, signer, settings, { visitId, registrationId, locale }) : undefined;
  const myVisit = links.myVisit(visitId);
  const mail = await renderMail(
    "interview_booked",
    locale,
    {
      ...shared,
      companyName: (locale === "en" && employer.nameEn) || employer.nameKo,
      jobTitle: (locale === "en" && draft.titleEn) || draft.titleKo,
      placeName: placeTextOf(planned.place, locale),
      bookingNo: bookingNoOf(booking.bookingId),
      bring: thingsToBring.interview[locale],
      link: myVisit,
      // The page, not the file itself: whoever is not signed in would meet a refusal of the API instead of the form to sign in.
      calendarLink: myVisit,
      reminder: booking.bookedAt >= deadlines.reminderAt ? { confirmLink: myVisit, cancelLink: myVisit } : undefined,
      ticket: part?.ticket,
    },
    { qrPng: part?.qrPng },
  );
  return send({ message: "interview_booked", mail, calendar: { method: "REQUEST", content: calendar } });
};
