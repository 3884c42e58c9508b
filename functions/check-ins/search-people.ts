import type { FoundPerson } from "../../shared/contract/check-in.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { isMeant } from "../../shared/domain/look-up-match.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople, phoneEndOf } from "../registrations/person-reads.ts";
import { lastTicketOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";

/** No desk reads a longer list; whoever means one of more types more. */
const mostFound = 20;

/** People of a visit by their name or the last digits of their number: masked, with what checks them in. Whom it finds is in the log (promise 9). */
export const searchPeople = async (
  { db }: Pick<Deps, "db">,
  { visitId, text }: { visitId: VisitId; text: string },
  shows: Noting["shows"],
): Promise<Outcome<FoundPerson[]>> => {
  const [planned, people] = await Promise.all([findVisit(db, visitId), listPeopleOfVisit(db, visitId)]);
  if (!planned) return refuse("not-found");
  const named = await findPeople(
    db,
    people.map(({ agenda }) => agenda.personId),
  );
  const found = people.flatMap(({ registration, agenda }) => {
    const person = named.get(agenda.personId);
    if (!person || !isMeant({ name: person.name, phoneEnd: phoneEndOf(person) }, text)) return [];
    return [
      {
        registrationId: agenda.registrationId,
        maskedName: maskName(person.name),
        phoneEnd: phoneEndOf(person),
        // Of who is not coming after all the code that says so.
        code: lastTicketOf(registration) ?? null,
        arrivedAt: registration.arrival?.at ?? null,
      },
    ];
  });
  const inOrder = found.sort(
    (a, b) => a.maskedName.localeCompare(b.maskedName, "ko") || (a.phoneEnd ?? "").localeCompare(b.phoneEnd ?? ""),
  );
  const shown = inOrder.slice(0, mostFound);
  const among = shown.map(({ registrationId }) => registrationId);
  if (among.length > 0) shows({ visitId, people: among.length, among: among.sort() });
  return done(shown.map(({ registrationId: _, ...person }) => person));
};
