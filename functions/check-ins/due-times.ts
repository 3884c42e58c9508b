import type { Booking } from "../../shared/domain/booking.ts";
import { bookingsOf, liveBookingsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import type { PlannedVisit, VisitPostingItem } from "../visits/visit-reads.ts";

/** With whom a time is: the employer, or what the centre offers; in English null where there is no other name than the Korean one. */
export const hostWords = (subject: Parameters<typeof subjectWords>[0], postings: readonly VisitPostingItem[]) => {
  const [whatKo, inEnglish] = (["ko", "en"] as const).map((locale) => {
    const { companyName, what } = subjectWords(subject, postings, locale);
    return companyName ?? what;
  }) as [string, string];
  return { whatKo, whatEn: inEnglish === whatKo ? null : inEnglish };
};

const shownAs = (booking: Booking, { visit }: PlannedVisit, postings: readonly VisitPostingItem[]) => {
  return {
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    deskLabel: visit.desks.find((desk) => desk.deskId === booking.deskId)?.label ?? booking.deskId,
    ...hostWords(booking, postings),
  };
};

/** A person's live bookings as the desk needs them: when, where, with whom. In order of time. */
export const dueTimes = ({ agenda }: PersonOfVisit, planned: PlannedVisit, postings: readonly VisitPostingItem[]) =>
  liveBookingsOf(agenda).map((booking) => ({ booking, shown: shownAs(booking, planned, postings) }));

/** The same of the times that were noted as missed. */
export const missedTimes = ({ agenda }: PersonOfVisit, planned: PlannedVisit, postings: readonly VisitPostingItem[]) =>
  bookingsOf(agenda)
    .filter(({ state }) => state === "no_show")
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((booking) => shownAs(booking, planned, postings));
