import type { Application } from "../../shared/domain/application.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import { isSeenBy, isShownBy } from "../../shared/domain/consent-withdrawal.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { isSightOver } from "../../shared/domain/retention.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { hideApplication } from "../applications/application-writes.ts";
import { destroyedIdOf, noteDestroyed } from "../ledger/destroyed-writes.ts";
import { transact } from "../platform/transact.ts";
import { replaceAgenda } from "../registrations/agenda-writes.ts";
import { type AgendaItem, bookingsOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listOutcomes, type OutcomeItem } from "../table/outcome-reads.ts";
import type { Run } from "./destroy-items.ts";

type Outcomes = ReadonlyMap<Booking["bookingId"], OutcomeItem>;

/** What employers see of somebody and should not any more. */
const overIn = (agenda: AgendaItem, outcomes: Outcomes, visitOn: LocalDate, today: LocalDate) => {
  const isOver = (bookingId: Booking["bookingId"] | undefined): boolean => {
    const noted = bookingId && outcomes.get(bookingId);
    return isSightOver({ visitOn, outcome: noted?.outcome, notedOn: noted && seoulDateOf(noted.notedAt) }, today);
  };
  return {
    bookings: bookingsOf(agenda).filter(
      (booking) => booking.employerId && isSeenBy(booking, booking.employerId) && isOver(booking.bookingId),
    ),
    applications: (Object.values(agenda.applications) as Application[]).filter(
      (application) => isShownBy(application, application.employerId) && isOver(application.bookingId),
    ),
  };
};

/** An employer sees somebody until some days after it has decided, or after the visit (`retention.ts`); what came of the interview stays. */
export const endSight = async ({ db, ledger, clock, run }: Run, visitId: VisitId, visitOn: LocalDate): Promise<number> => {
  const [people, outcomes] = await Promise.all([listPeopleOfVisit(db, visitId), listOutcomes(db, visitId)]);
  const now = clock.now();
  let ended = 0;
  for (const { agenda } of people) {
    const over = overIn(agenda, outcomes, visitOn, seoulDateOf(now));
    const count = over.bookings.length + over.applications.length;
    if (count === 0) continue;
    const { registrationId, version } = agenda;
    const destroyed = { at: now, run, category: "employer-sight-open", what: "sight", count, visitId } as const;
    await noteDestroyed(ledger, destroyed, destroyedIdOf(["sight", registrationId, String(version)]));
    const { bookings, busy, interviews, waits, applications, settling } = agenda;
    const result = await transact<string>(db, {
      agenda: replaceAgenda(agenda, {
        ...{ busy, interviews, waits, ...(settling && { settling }) },
        bookings: {
          ...bookings,
          ...Object.fromEntries(
            over.bookings.map(({ consent, ...booking }) => [
              booking.bookingId,
              { ...booking, ...(consent && { formerConsent: { ...consent, endedAt: now } }) },
            ]),
          ),
        },
        applications: {
          ...applications,
          ...Object.fromEntries(over.applications.map((one) => [one.applicationId, { ...one, consentEndedAt: now }])),
        },
      }),
      ...Object.fromEntries(
        over.applications.map(({ employerId, applicationId }) => [
          applicationId,
          hideApplication({ visitId, employerId, registrationId, applicationId }),
        ]),
      ),
    });
    // What has changed in this moment the next run looks at.
    if (result.ok) ended += count;
  }
  return ended;
};
