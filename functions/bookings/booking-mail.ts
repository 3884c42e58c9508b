import { deskLabelIn } from "../../shared/copy/desk-label.ts";
import { bookedMessageOf } from "../../shared/copy/messages/booked-message.ts";
import { thingsToBring } from "../../shared/copy/messages/booked-parts.ts";
import { isOwnWish } from "../../shared/copy/pages-staff-reasons.ts";
import { type Booking, bookingNoOf } from "../../shared/domain/booking.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { addMinutes, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { type RenderedMail, renderMail } from "../mail/render-mail.ts";
import { type OutgoingMail, type Post, sendMail } from "../mail/send-mail.ts";
import { ticketPart } from "../mail/ticket-part.ts";
import type { Deps } from "../platform/deps.ts";
import { agendaKey, bookingMailId } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findSlot } from "../slots/slot-reads.ts";
import type { TicketSigner } from "../tickets/issue-ticket.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { bookingCalendar } from "./booking-calendar.ts";
import type { BookingEvent } from "./booking-events.ts";

type Told = Pick<OutgoingMail, "message"> & { mail: RenderedMail };

/** Whoever is given an interview later than this before its start is at the bus. */
const checkInMinutes = 20;
const isAtTheBus = ({ kind, startsAt }: Booking, madeAt: Booking["bookedAt"]): boolean =>
  kind === "interview" && madeAt >= addMinutes(startsAt, -checkInMinutes);

/**
 * Tells the person what became of a booking: one mail per change, with the calendar entry. Whoever books or moves after the reminder or the QR mail
 * went out gets those words with it.
 */
export const mailAboutBooking = async (deps: Deps, post: Post, signer: TicketSigner, event: BookingEvent): Promise<void> => {
  const { booking, agenda } = event;
  const { visitId, registrationId } = agenda;
  const [person, planned] = await Promise.all([findPerson(deps.db, agenda.personId), findVisit(deps.db, visitId)]);
  if (!person || !planned) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { visit, place } = planned;
  const links = mailLinks(settings.origin, locale);
  const placeName = placeTextOf(place, locale);
  const shared = { name, visitOn: visit.date, slotTime: seoulTimeOf(booking.startsAt), centrePhone: settings.centrePhone };
  const myVisit = links.myVisit(visitId);
  const postings = booking.postingId || event.kind === "booking.moved" ? await listVisitPostings(deps.db, visitId) : [];

  const deskOf = ({ deskId }: Pick<Booking, "deskId">) => {
    const label = visit.desks.find((desk) => desk.deskId === deskId)?.label;
    return label && deskLabelIn(locale, label).text;
  };

  /** What went out before this change and would be missed by it. */
  const timedParts = async (changedAt: Booking["bookedAt"]) => {
    const isDayOf = changedAt >= visit.deadlines.ticketMailAt;
    const part = isDayOf ? await ticketPart(deps, signer, settings, { visitId, registrationId, locale }) : undefined;
    const reminder = changedAt >= visit.deadlines.reminderAt ? { confirmLink: myVisit, cancelLink: myVisit } : undefined;
    return { parts: { reminder, ticket: part?.ticket }, qrPng: part?.qrPng };
  };

  const made = async (): Promise<Told> => {
    const { what, companyName, jobTitle } = subjectWords(booking, postings, locale);
    const deskLabel = deskOf(booking);
    const now = deskLabel !== undefined && isAtTheBus(booking, booking.bookedAt) ? { deskLabel } : undefined;
    const { parts, qrPng } = now ? { parts: {}, qrPng: undefined } : await timedParts(booking.bookedAt);
    const booked = {
      ...shared,
      opensAt: visit.startTime,
      placeName,
      deskLabel,
      bookingNo: bookingNoOf(booking.bookingId),
      link: myVisit,
      // The page, not the file itself: whoever is not signed in would meet a refusal of the API instead of the form to sign in.
      calendarLink: myVisit,
      ...parts,
    };
    const render = <const Message extends Parameters<typeof renderMail>[0]>(
      message: Message,
      more: Omit<Parameters<typeof renderMail<Message>>[2], keyof typeof booked>,
    ) =>
      renderMail(message, locale, { ...booked, ...more } as Parameters<typeof renderMail<Message>>[2], { qrPng }).then((mail) => ({
        message,
        mail,
      }));
    const message = bookedMessageOf(booking);
    switch (message) {
      case "interview_booked": {
        const seats = (await findSlot(deps.db, visitId, booking.slotId))?.seats ?? 1;
        return render(message, {
          companyName: companyName ?? "",
          jobTitle: jobTitle ?? "",
          bring: thingsToBring.interview[locale],
          now,
          together: seats > 1 ? seats : undefined,
        });
      }
      case "ceo_talk_booked":
        return render(message, { bring: thingsToBring.ceoTalk[locale] });
      case "startup_booked":
        return render(message, { serviceName: what, bring: thingsToBring.startup[locale] });
      case "counselling_booked":
        return render(message, { serviceName: what, bring: thingsToBring.counselling[locale] });
    }
  };

  const moved = async (from: Extract<BookingEvent, { kind: "booking.moved" }>["from"]): Promise<Told> => {
    const at = (when: typeof from) => ({ visitOn: visit.date, slotTime: seoulTimeOf(when.startsAt), placeName, deskLabel: deskOf(when) });
    const movedAt = booking.changedAt ?? booking.bookedAt;
    const { parts, qrPng } = await timedParts(movedAt);
    const change = {
      bookingNo: bookingNoOf(booking.bookingId),
      what: subjectWords(booking, postings, locale).what,
      before: at(from),
      after: at(booking),
      ...(!isAtTheBus(booking, movedAt) && { arriveFor: { kind: booking.kind, opensAt: visit.startTime } }),
    };
    const mail = await renderMail(
      "booking_changed",
      locale,
      {
        name,
        centrePhone: settings.centrePhone,
        changes: [change],
        ...(booking.reason && { reason: booking.reason }),
        link: myVisit,
        calendarLink: myVisit,
        ...parts,
      },
      { qrPng },
    );
    return { message: "booking_changed", mail };
  };

  const ended = async (): Promise<Told> => {
    const item = { bookingNo: bookingNoOf(booking.bookingId), what: subjectWords(booking, postings, locale).what };
    const isClosed = (booking.changedAt ?? booking.bookedAt) >= visit.deadlines.bookingClosesAt;
    if (event.kind === "booking.cancelled") {
      const variables = { ...shared, ...item, placeName, isClosed, visitsLink: links.visits };
      return { message: "booking_cancelled", mail: await renderMail("booking_cancelled", locale, variables) };
    }
    const mail = await renderMail("booking_cancelled_by_centre", locale, {
      name,
      centrePhone: settings.centrePhone,
      cancelled: [{ ...item, visitOn: visit.date, slotTime: shared.slotTime }],
      reason: booking.reason ?? "",
      isOwnWish: isOwnWish(booking.reason),
      rebookLink: links.visits,
      isClosed,
    });
    return { message: "booking_cancelled_by_centre", mail };
  };

  const told = event.kind === "booking.made" ? await made() : event.kind === "booking.moved" ? await moved(event.from) : await ended();
  const isOver = event.kind === "booking.cancelled" || event.kind === "booking.cancelled-by-centre";
  const content = bookingCalendar({ booking, planned, locale, origin: settings.origin, from: settings.from }, to);
  const { kind } = event;
  const { bookingId } = booking;
  // Whoever has no address cannot book by themselves: staff did, while speaking with them. An employer's answer or a plan they have yet to hear of.
  const isKnown = kind === "booking.made" ? booking.applicationId === undefined : kind === "booking.moved" && booking.planId === undefined;
  const cause = {
    key: agendaKey(visitId, registrationId),
    event: { kind, bookingId, sequence: booking.sequence, ...("from" in event && { from: event.from }) },
  };
  await sendMail(deps, post, {
    mailId: bookingMailId(registrationId, bookingId, kind, booking.sequence),
    to,
    isKnown,
    about: { visitId, registrationId, personId: agenda.personId, cause },
    ...told,
    calendar: { method: isOver ? "CANCEL" : "REQUEST", content },
  });
};
