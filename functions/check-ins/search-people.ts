import type { FoundPerson } from "../../shared/contract/check-in.ts";
import { isDeskClosed } from "../../shared/domain/check-in-day.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { isMeant } from "../../shared/domain/look-up-match.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, digestOf, type Limit, secondsLeftOf } from "../platform/limits.ts";
import type { Noting } from "../platform/note-access.ts";
import { transact } from "../platform/transact.ts";
import { findPeople, phoneEndOf } from "../registrations/person-reads.ts";
import { lastTicketOf, listPeopleOfVisit, liveBookingsOf } from "../registrations/registration-reads.ts";
import { findTickets, shownCodeOf } from "../tickets/ticket-reads.ts";
import { recentVisit } from "../visits/visit-reads.ts";

/** No desk reads a longer list; whoever means one of more types more. */
const mostFound = 20;

/** More than a desk asks in its busiest minute, and far fewer than there are endings of numbers to try. */
const searches: Limit = { minutes: 1, max: 30 };

/**
 * People of a visit by their name or the last digits of their number: masked, with what checks them in. Whom it finds is in the log (promise 9); one that
 * finds nobody leaves a line too: trying names out is a look.
 */
export const searchPeople = async (
  { db, clock, log }: Deps,
  { visitId, text, staffId }: { visitId: VisitId; text: string; staffId: AccountId },
  shows: Noting["shows"],
): Promise<Outcome<FoundPerson[]>> => {
  const now = clock.now();
  const planned = await recentVisit({ db, clock }, visitId);
  if (!planned) return refuse("not-found");
  if (isDeskClosed(planned.visit, now)) return refuse("visit-over");
  const counted = await transact(db, { search: countWithin("people-search", searches, digestOf(staffId), now) });
  if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(searches, now) });
  const people = await listPeopleOfVisit(db, visitId);
  const named = await findPeople(
    db,
    people.map(({ agenda }) => agenda.personId),
  );
  const meant = people.flatMap(({ registration, agenda }) => {
    const person = named.get(agenda.personId);
    if (!person || !isMeant({ name: person.name, phoneEnd: phoneEndOf(person) }, text)) return [];
    const times = liveBookingsOf(agenda).map(({ startsAt, deskId }) => ({
      startsAt,
      deskLabel: planned.visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId,
    }));
    return [
      { maskedName: maskName(person.name), phoneEnd: phoneEndOf(person), registration, registrationId: agenda.registrationId, times },
    ];
  });
  log.info("people.searched", { visitId, staffId, found: meant.length });
  const shown = meant
    .sort((a, b) => a.maskedName.localeCompare(b.maskedName, "ko") || (a.phoneEnd ?? "").localeCompare(b.phoneEnd ?? ""))
    .slice(0, mostFound);
  const among = shown.map(({ registrationId }) => registrationId).sort();
  if (among.length > 0) shows({ visitId, people: among.length, among });
  const tickets = await findTickets(
    db,
    visitId,
    shown.flatMap(({ registration }) => lastTicketOf(registration) ?? []),
  );
  return done(
    shown.map(({ registration, registrationId: _, ...who }) => {
      // Of who is not coming after all the code that says so.
      const code = lastTicketOf(registration);
      const ticket = code && tickets.get(code);
      return { ...who, code: ticket ? shownCodeOf(ticket) : null, arrivedAt: registration.arrival?.at ?? null };
    }),
  );
};
