import { bookingNoOf } from "../../shared/domain/booking.ts";
import { missedBookings } from "../../shared/domain/no-show.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import { ticketPart } from "../mail/ticket-part.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { bookingsOf, findPersonOfVisit, liveBookingsOf } from "../registrations/registration-reads.ts";
import type { TicketSigner } from "../tickets/issue-ticket.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { NoticeItem } from "./notice-writes.ts";

/** Sends what a notice stands for, as things are now: a booking cancelled since is not reminded of, and who is not coming after all of nothing. */
export const mailNotice = async (deps: Deps, post: Post, signer: TicketSigner, notice: NoticeItem): Promise<void> => {
  const { visitId, registrationId, kind, dueAt } = notice;
  const [found, planned] = await Promise.all([findPersonOfVisit(deps.db, visitId, registrationId), findVisit(deps.db, visitId)]);
  const person = found && (await findPerson(deps.db, found.agenda.personId));
  if (!found || found.registration.withdrawnAt || !planned || !person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { visit, place } = planned;
  const placeName = placeTextOf(place, locale);
  const { centrePhone } = settings;
  const live = liveBookingsOf(found.agenda);
  const mailId = `${registrationId}.${kind}.${seoulDateOf(dueAt)}`;
  const cause = { key: { pk: notice.pk, sk: notice.sk }, event: { kind: "notice.due" } };
  const about = { visitId, registrationId, personId: person.personId, cause };

  // Whoever has no address is called before the day anyway (`assistance/list-unconfirmed.ts`), and has been told the code to check in by.
  if (kind === "reminder") {
    const [first, ...others] = live.map(({ startsAt, bookingId }) => ({
      slotTime: seoulTimeOf(startsAt),
      bookingNo: bookingNoOf(bookingId),
    }));
    if (!first) return;
    const myVisit = mailLinks(settings.origin, locale).myVisit(visitId);
    const mail = await renderMail("reminder_d1", locale, {
      name,
      visitOn: visit.date,
      placeName,
      bookings: [first, ...others],
      confirmLink: myVisit,
      cancelLink: myVisit,
      centrePhone,
    });
    return sendMail(deps, post, { mailId, message: "reminder_d1", to, isKnown: true, about, mail });
  }

  if (kind === "no-show-care") {
    const [missed] = missedBookings(bookingsOf(found.agenda), found.registration.arrival?.at, deps.clock.now());
    if (!missed) return;
    const mail = await renderMail("no_show_care", locale, {
      name,
      visitOn: visit.date,
      slotTime: seoulTimeOf(missed.startsAt),
      rebookLink: mailLinks(settings.origin, locale).visits,
      centrePhone,
    });
    return sendMail(deps, post, { mailId, message: "no_show_care", to, about, mail });
  }

  const part = await ticketPart(deps, signer, settings, { visitId, registrationId, locale });
  if (!part) return;
  const mail = await renderMail(
    "dayof_qr",
    locale,
    {
      name,
      placeName,
      slotTimes: live.map((booking) => seoulTimeOf(booking.startsAt)),
      opensAt: visit.startTime,
      closesAt: visit.endTime,
      centrePhone,
      ...part.ticket,
    },
    { qrPng: part.qrPng },
  );
  return sendMail(deps, post, { mailId, message: "dayof_qr", to, isKnown: true, about, mail });
};
