import type { EmployerId, PersonId, RegistrationId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { acrossVisits, employerPeoplePartition, registrationPartition, visitPeoplePartition } from "../platform/ledger-keys.ts";
import { bookingsOf, listAllRegistrationsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { aboutList, listEntries, type StoredEntry } from "./ledger-reads.ts";

/** A list of the ledger, and which of its entries are about one person. */
type Source = { partition: string; isAbout: (entry: StoredEntry) => boolean };

/** Lists of everybody registered for a visit. What else is noted of a visit is about others, or about nobody. */
const wholeVisit = new Set<StoredEntry["kind"]>(["day", "pack"]);

/** Every employer that the person had anything to do with at the visit, whatever became of it. */
const employersOf = ({ agenda }: PersonOfVisit): EmployerId[] => {
  const all = [...bookingsOf(agenda), ...Object.values(agenda.applications)].flatMap(({ employerId }) => employerId ?? []);
  return [...new Set(all)];
};

const names =
  (registrationId: RegistrationId) =>
  ({ among }: StoredEntry) =>
    among?.includes(registrationId) ?? false;

/**
 * Where the ledger tells of a person's registration: what names it, lists that name it, and lists of the whole visit from when it was there. A look that goes on
 * for its hour showed whoever registered within it.
 */
const sourcesOf = (person: PersonOfVisit): Source[] => {
  const { registrationId, visitId, registeredAt } = person.registration.registration;
  const isNamed = names(registrationId);
  const wasThere = ({ at, until = at }: StoredEntry): boolean => until > registeredAt;
  return [
    { partition: registrationPartition(registrationId), isAbout: () => true },
    { partition: visitPeoplePartition(visitId), isAbout: (entry) => isNamed(entry) || (wholeVisit.has(entry.kind) && wasThere(entry)) },
    ...employersOf(person).map((employerId) => ({ partition: employerPeoplePartition(employerId, visitId), isAbout: isNamed })),
  ];
};

/** Entries of one source about the person, one after the other, asked for as they are wanted. */
async function* entriesOf(ledger: Db, { partition, isAbout }: Source, start: string | undefined): AsyncGenerator<StoredEntry> {
  const atOnce = 50;
  for (let before = start; ; ) {
    const found = await listEntries(ledger, aboutList(partition), { before, limit: atOnce });
    yield* found.filter(isAbout);
    before = found.at(-1)?.atAndId;
    if (found.length < atOnce) return;
  }
}

/** Who looked at a person's data, or did something with it: newest first, from before a place on. */
export const listAccessTo = async (
  { db, ledger }: Pick<LedgerDeps, "db" | "ledger">,
  personId: PersonId,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<StoredEntry[]> => {
  const registrations = await listAllRegistrationsOf(db, personId);
  if (registrations.length === 0) return [];
  const ids = registrations.map(({ agenda }) => agenda.registrationId);
  const first: Instant = registrations.map(({ registration }) => registration.registration.registeredAt).sort()[0] as Instant;
  const sources: Source[] = [
    ...registrations.flatMap(sourcesOf),
    { partition: acrossVisits, isAbout: (entry) => entry.at >= first && ids.some((id) => names(id)(entry)) },
  ];
  const walks = sources.map((source) => entriesOf(ledger, source, before));
  const heads = await Promise.all(walks.map((walk) => walk.next()));
  const found: StoredEntry[] = [];
  while (found.length < limit) {
    let newest: number | undefined;
    for (const [i, { done, value }] of heads.entries()) {
      if (done) continue;
      const best = newest === undefined ? undefined : heads[newest]?.value;
      if (!best || value.atAndId > best.atAndId) newest = i;
    }
    if (newest === undefined) break;
    found.push(heads[newest]?.value as StoredEntry);
    heads[newest] = (await walks[newest]?.next()) as IteratorResult<StoredEntry>;
  }
  return found;
};
