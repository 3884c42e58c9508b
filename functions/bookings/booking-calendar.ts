import { calendarWords, reminderWords } from "../../shared/copy/messages/calendar-words.ts";
import { centreName } from "../../shared/copy/messages/closing-lines.ts";
import { type Booking, bookingNoOf, isLive } from "../../shared/domain/booking.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { placeNameOf } from "../../shared/domain/place.ts";
import { seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { calendarFile } from "../mail/calendar-file.ts";
import { mailLinks } from "../mail/mail-links.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";

/** The address inside a mailbox: `"Name" <address>` or the address alone. */
const addressOf = (mailbox: string): string => /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;

type About = {
  booking: Booking;
  planned: PlannedVisit;
  locale: Locale;
  origin: string;
  /** RFC 5322 mailbox of our mails: the organizer. */
  from: string;
};

/**
 * The calendar entry of a booking. Its UID is the booking's id and stays through every change, its SEQUENCE is the booking's: calendars update
 * one entry instead of collecting several (promise 6).
 *
 * @param attendee the mail's recipient; without one it is a file to open by hand
 */
export const bookingCalendar = ({ booking, planned, locale, origin, from }: About, attendee?: string): string => {
  const link = mailLinks(origin, locale).myVisit(planned.visit.visitId);
  const times = { slotTime: seoulTimeOf(booking.startsAt), opensAt: planned.visit.startTime };
  const words = { bookingNo: bookingNoOf(booking.bookingId), link, isCancelled: !isLive(booking), times };
  const { summary, description } = calendarWords(booking.kind, locale, words);
  const { place } = planned;
  const method = attendee === undefined ? "PUBLISH" : isLive(booking) ? "REQUEST" : "CANCEL";
  return calendarFile({
    uid: `${booking.bookingId}@${new URL(origin).hostname}`,
    sequence: booking.sequence,
    method,
    isCancelled: !isLive(booking),
    stampAt: booking.changedAt ?? booking.bookedAt,
    startAt: booking.startsAt,
    endAt: booking.endsAt,
    summary,
    location: [placeNameOf(place, locale), place.roadAddress].filter(Boolean).join(", "),
    description,
    url: link,
    organizer: { name: centreName[locale], email: addressOf(from) },
    attendee,
    ...(isLive(booking) && { alarm: reminderWords[locale] }),
  });
};
