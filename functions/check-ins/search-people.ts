import type { FoundPerson } from "../../shared/contract/check-in.ts";
import { isDeskClosed } from "../../shared/domain/check-in-day.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { isMeant } from "../../shared/domain/look-up-match.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, digestOf, type Limit, secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findPeople, phoneEndOf } from "../registrations/person-reads.ts";
import { listPeopleOfVisit, liveBookingsOf } from "../registrations/registration-reads.ts";
import { findTickets, shownCodeOf } from "../tickets/ticket-reads.ts";
import { noteLook } from "../visits/visit-log-writes.ts";
import { recentVisit } from "../visits/visit-reads.ts";

/** No desk reads a longer list; whoever means one of more types more. */
const mostFound = 20;

/** More than a desk asks in its busiest minute, and far fewer than there are endings of numbers to try. */
const searches: Limit = { minutes: 1, max: 30 };

/**
 * People of a visit by their name or the last digits of their number: masked, with what checks them in. Each search is logged, also one that finds nobody
 * (promise 9): trying names out is a look, too.
 */
export const searchPeople = async (
  { db, clock, log }: Deps,
  { visitId, text, staffId }: { visitId: VisitId; text: string; staffId: AccountId },
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
    return [{ maskedName: maskName(person.name), phoneEnd: phoneEndOf(person), registration, times }];
  });
  log.info("people.searched", { visitId, staffId, found: meant.length });
  await noteLook(db, { visitId, staffId, did: "looked-at-found" }, now);
  const shown = meant
    .sort((a, b) => a.maskedName.localeCompare(b.maskedName, "ko") || (a.phoneEnd ?? "").localeCompare(b.phoneEnd ?? ""))
    .slice(0, mostFound);
  const tickets = await findTickets(
    db,
    visitId,
    shown.flatMap(({ registration }) => registration.ticketCode ?? []),
  );
  return done(
    shown.map(({ registration, ...who }) => {
      const ticket = registration.ticketCode && tickets.get(registration.ticketCode);
      return { ...who, code: ticket ? shownCodeOf(ticket) : null, arrivedAt: registration.arrival?.at ?? null };
    }),
  );
};
