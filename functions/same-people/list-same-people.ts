import type { SamePair } from "../../shared/contract/same-people.ts";
import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { phoneLikeness } from "../../shared/domain/same-person.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findDifferent } from "../registrations/different-reads.ts";
import { findPeople, idsOfSame, likenessOf, listAlike, oneOf, type PersonItem, phoneEndOf } from "../registrations/person-reads.ts";
import { lastVisitOf, listPeopleOfVisit, listPointersOf } from "../registrations/registration-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";

/** So many people are looked up at once. */
const atOnce = 20;

/** Pairs among people of a visit and whoever is alike anywhere; each once. */
const pairsOf = async ({ db }: Pick<Deps, "db">, people: readonly PersonItem[]): Promise<[PersonItem, PersonItem][]> => {
  const pairs = new Map<string, [PersonItem, PersonItem]>();
  for (let i = 0; i < people.length; i += atOnce) {
    const some = people.slice(i, i + atOnce);
    const alike = await Promise.all(some.map((person) => listAlike(db, person)));
    for (const [n, person] of some.entries())
      for (const other of alike[n] ?? []) {
        const key = [person.personId, other.personId].sort().join();
        if (other.personId !== person.personId && !pairs.has(key)) pairs.set(key, [person, other]);
      }
  }
  return [...pairs.values()];
};

/** People of a visit who may be there twice. Whom it shows is in the log, of other visits too (promise 9). */
export const listSamePeople = async (deps: Deps, visitId: VisitId, shows: Noting["shows"]): Promise<Outcome<SamePair[]>> => {
  const { db } = deps;
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  const here = (await listPeopleOfVisit(db, visitId)).map(({ agenda }) => agenda);
  const registrations = new Map<PersonId, RegistrationId>(here.map(({ personId, registrationId }) => [personId, registrationId]));
  const people = [...(await findPeople(db, [...registrations.keys()])).values()];
  const pairs = await pairsOf(deps, people);
  const named = new Map<PersonId, PersonItem>(pairs.flat().map((person) => [person.personId, person]));
  const lastOf = new Map<PersonId, LocalDate | undefined>();
  const shown: { visitId: VisitId; registrationId: RegistrationId }[] = [];
  for (const personId of named.keys()) {
    lastOf.set(personId, await lastVisitOf(db, personId));
    const registrationId = registrations.get(personId);
    const pointer = registrationId ? { visitId, registrationId } : (await listPointersOf(db, personId)).at(-1);
    if (pointer) shown.push({ visitId: pointer.visitId, registrationId: pointer.registrationId });
  }
  // In one order, so that the same list looked at again is the same look.
  shown.sort((a, b) => a.registrationId.localeCompare(b.registrationId));
  if (shown.length > 0)
    shows({ people: named.size, among: shown.map((one) => one.registrationId), atVisits: shown.map((one) => one.visitId) });
  const recordOf = (person: PersonItem): SamePair["one"] => ({
    ...{ personId: person.personId, maskedName: maskName(person.name), birthYear: person.birthYear, phoneEnd: phoneEndOf(person) },
    ...{ hasMail: person.mail !== undefined, registrationId: registrations.get(person.personId) ?? null },
    lastVisitOn: lastOf.get(person.personId) ?? null,
  });
  const idsOf = new Map<PersonId, PersonId[]>();
  for (const personId of named.keys()) idsOf.set(personId, await idsOfSame(db, personId));
  const listed: SamePair[] = [];
  for (const [one, other] of pairs) {
    const phone = phoneLikeness(likenessOf(one), likenessOf(other));
    if (!phone) continue;
    const isSame = oneOf(one) === oneOf(other);
    // Of whom either is, too, it was said as well.
    const [difference] = isSame ? [] : await findDifferent(db, idsOf.get(one.personId) ?? [], idsOf.get(other.personId) ?? []);
    const said = isSame ? "same" : difference ? "different" : null;
    listed.push({ one: recordOf(one), other: recordOf(other), phone, said, why: difference?.reason ?? null });
  }
  return done(listed);
};
