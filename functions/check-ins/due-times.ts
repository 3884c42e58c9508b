import type { Booking } from "../../shared/domain/booking.ts";
import { bookingsOf, liveBookingsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import type { PlannedVisit, VisitPostingItem } from "../visits/visit-reads.ts";

const shownAs = (booking: Booking, { visit }: PlannedVisit, postings: readonly VisitPostingItem[]) => {
  const { companyName, what } = subjectWords(booking, postings, "ko");
  return {
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    deskLabel: visit.desks.find((desk) => desk.deskId === booking.deskId)?.label ?? booking.deskId,
    whatKo: companyName ?? what,
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
