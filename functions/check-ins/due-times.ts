import { liveBookingsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import type { PlannedVisit, VisitPostingItem } from "../visits/visit-reads.ts";

/** A person's live bookings as the desk needs them: when, where, with whom. In order of time. */
export const dueTimes = ({ agenda }: PersonOfVisit, { visit }: PlannedVisit, postings: readonly VisitPostingItem[]) =>
  liveBookingsOf(agenda).map((booking) => {
    const { companyName, what } = subjectWords(booking, postings, "ko");
    return {
      booking,
      shown: {
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        deskLabel: visit.desks.find((desk) => desk.deskId === booking.deskId)?.label ?? booking.deskId,
        whatKo: companyName ?? what,
      },
    };
  });
