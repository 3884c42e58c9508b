import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { PersonOfVisit } from "../registrations/registration-reads.ts";
import type { PlannedVisit, VisitPostingItem } from "../visits/visit-reads.ts";

/** A person's live bookings as the desk needs them: when, where, with whom. In order of time. */
export const dueTimes = ({ agenda }: PersonOfVisit, { visit }: PlannedVisit, postings: readonly VisitPostingItem[]) =>
  (Object.values(agenda.bookings) as Booking[])
    .filter(isLive)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map(({ startsAt, endsAt, deskId, postingId }) => ({
      startsAt,
      endsAt,
      deskLabel: visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId,
      employerNameKo: postings.find((posting) => posting.postingId === postingId)?.employer.nameKo ?? "",
    }));
