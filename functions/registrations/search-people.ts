import type { PersonAnywhere } from "../../shared/contract/people-search.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import { saidIn } from "../../shared/domain/look-up-match.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, digestOf, type Limit, secondsLeftOf } from "../platform/limits.ts";
import type { Noting } from "../platform/note-access.ts";
import { transact } from "../platform/transact.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { listPeopleFoundBy } from "./found-by-reads.ts";
import { findPeople, oneOf, type PersonItem, phoneEndOf } from "./person-reads.ts";
import { listAllRegistrationsOf } from "./registration-reads.ts";

/** Nobody reads a longer list; whoever means one of more says the other of both. */
const mostFound = 20;
/** The newest of each person: the page of a visit leads to everything of theirs. */
const visitsShown = 3;
/** More than a counsellor asks in an hour, and far fewer than there are endings of numbers to try. */
const searches: Limit = { minutes: 60, max: 60 };

/**
 * People by their whole name or the last four digits of their number, at whichever visit they were registered: whoever comes back is known. Whom it finds is in
 * the log (promise 9); one that finds nobody leaves a line too.
 */
export const searchPeople = async (
  { db, clock, log }: Deps,
  { text, staffId }: { text: string; staffId: AccountId },
  shows: Noting["shows"],
): Promise<Outcome<{ people: PersonAnywhere[]; more: boolean }>> => {
  const said = saidIn(text);
  if (!said) return refuse("invalid-fields", { fields: [{ pointer: "/text", code: "name-or-digits" }] });
  const now = clock.now();
  const counted = await transact(db, { search: countWithin("people-search", searches, digestOf(`anywhere ${staffId}`), now) });
  if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(searches, now) });
  const found = await listPeopleFoundBy(db, said, mostFound + 1);
  const ones = new Map<string, PersonItem>();
  const mains = await findPeople(db, [...new Set(found.map(oneOf))]);
  for (const person of found) ones.set(oneOf(person), mains.get(oneOf(person)) ?? person);
  const people = await Promise.all(
    [...ones.values()].slice(0, mostFound).map(async (person) => {
      const registrations = (await listAllRegistrationsOf(db, person.personId)).map(({ agenda }) => agenda);
      const visits = await findVisits(db, [...new Set(registrations.map(({ visitId }) => visitId))]);
      const dated = registrations.flatMap(({ visitId, registrationId }) => {
        const planned = visits.get(visitId);
        return planned ? [{ visitId, registrationId, date: planned.visit.date, placeNameKo: planned.place.nameKo }] : [];
      });
      const newest = dated.sort((a, b) => b.date.localeCompare(a.date)).slice(0, visitsShown);
      return { name: person.name, birthYear: person.birthYear, phoneEnd: phoneEndOf(person), visits: newest };
    }),
  );
  log.info("people.searched", { staffId, found: people.length });
  const among = people.flatMap(({ visits }) => visits).sort((a, b) => a.registrationId.localeCompare(b.registrationId));
  if (among.length > 0)
    shows({
      people: people.length,
      among: among.map(({ registrationId }) => registrationId),
      atVisits: among.map(({ visitId }) => visitId),
    });
  return done({
    people: people.sort((a, b) => a.name.localeCompare(b.name, "ko") || a.birthYear - b.birthYear),
    more: found.length > mostFound,
  });
};
