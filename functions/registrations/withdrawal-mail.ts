import { bookingNoOf } from "../../shared/domain/booking.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { subjectOfList } from "../../shared/domain/waitlist.ts";
import { bookingCalendar } from "../bookings/booking-calendar.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { agendaKey } from "../platform/keys.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { findPerson } from "./person-reads.ts";
import { withdrawalMailId } from "./registration-reads.ts";
import type { WithdrawalEvent } from "./withdrawal-events.ts";

/** Tells a person what they gave up with their registration: one mail, with the calendar entry of each booking under its own id (promises 5 and 6). */
export const mailAboutWithdrawal = async (deps: Deps, post: Post, { agenda, nth }: WithdrawalEvent): Promise<void> => {
  const { visitId, registrationId, personId } = agenda;
  const withdrawal = agenda.withdrawals?.[nth];
  const [planned, person, postings] = await Promise.all([
    findVisit(deps.db, visitId),
    findPerson(deps.db, personId),
    listVisitPostings(deps.db, visitId),
  ]);
  if (!withdrawal || !planned || !person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const bookings = withdrawal.bookings.flatMap((id) => agenda.bookings[id] ?? []).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const mail = await renderMail("registration_withdrawn", locale, {
    name,
    visitOn: planned.visit.date,
    placeName: placeTextOf(planned.place, locale),
    cancelled: bookings.map((booking) => ({
      bookingNo: bookingNoOf(booking.bookingId),
      what: subjectWords(booking, postings, locale).what,
      slotTime: seoulTimeOf(booking.startsAt),
    })),
    ended: withdrawal.ended.map(({ kind, list }) => ({ kind, what: subjectWords(subjectOfList(list), postings, locale).what })),
    ...(withdrawal.reason && { reason: withdrawal.reason }),
    visitLink: mailLinks(settings.origin, locale).visit(visitId),
    centrePhone: settings.centrePhone,
  });
  const [calendar, ...moreCalendars] = bookings.map((booking) => ({
    method: "CANCEL" as const,
    content: bookingCalendar({ booking, planned, locale, origin: settings.origin, from: settings.from }, to),
  }));
  const cause = { key: agendaKey(visitId, registrationId), event: { kind: "registration.withdrawn", nth } };
  await sendMail(deps, post, {
    mailId: withdrawalMailId(agenda, nth),
    message: "registration_withdrawn",
    to,
    // For whoever has no address staff did it, while speaking with them.
    isKnown: true,
    about: { visitId, registrationId, personId, cause },
    mail,
    calendar,
    moreCalendars,
  });
};
