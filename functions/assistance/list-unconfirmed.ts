import type { UnconfirmedPerson } from "../../shared/contract/assistance.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople, mailTroubleOf } from "../registrations/person-reads.ts";
import { listPeopleOfVisit, liveBookingsOf } from "../registrations/registration-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";

/**
 * Whom to call: who was asked to confirm and has not, nor come, and has a time that is not over. It shows names and numbers.
 */
export const listUnconfirmed = async ({ db, clock }: Deps, visitId: VisitId): Promise<Outcome<{ people: UnconfirmedPerson[] }>> => {
  const now = clock.now();
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  if (now < planned.visit.deadlines.reminderAt) return done({ people: [] });
  const [everybody, postings] = await Promise.all([listPeopleOfVisit(db, visitId), listVisitPostings(db, visitId)]);
  const open = everybody
    .filter(({ registration: { confirmedAt, arrival, withdrawnAt } }) => !confirmedAt && !arrival && !withdrawnAt)
    .map(({ agenda }) => ({ agenda, live: liveBookingsOf(agenda).filter(({ endsAt }) => endsAt > now) }))
    .filter(({ live }) => live.length > 0);
  if (open.length === 0) return done({ people: [] });
  const named = await findPeople(
    db,
    open.map(({ agenda }) => agenda.personId),
  );
  const people = open.map(({ agenda, live }): UnconfirmedPerson => {
    const person = named.get(agenda.personId);
    return {
      registrationId: agenda.registrationId,
      name: person?.name ?? "○○",
      phone: person?.phone ?? null,
      ...(mailTroubleOf(person) && { mailTrouble: mailTroubleOf(person) }),
      bookings: live.map((booking) => ({
        bookingId: booking.bookingId,
        startsAt: booking.startsAt,
        whatKo: subjectWords(booking, postings, "ko").what,
        seen: { slotId: booking.slotId, sequence: booking.sequence },
      })),
    };
  });
  const first = ({ bookings }: UnconfirmedPerson): string => bookings[0]?.startsAt ?? "";
  return done({ people: people.sort((a, b) => first(a).localeCompare(first(b)) || a.name.localeCompare(b.name, "ko")) });
};
