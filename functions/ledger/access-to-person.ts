import type { EmployerId, PersonId, RegistrationId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { acrossVisits, employerPeoplePartition, registrationPartition, visitPeoplePartition } from "../platform/ledger-keys.ts";
import { bookingsOf, listAllRegistrationsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { aboutList, listEntries, type StoredEntry } from "./ledger-reads.ts";

/** A list of the ledger, and which of its entries are about one person, of whom there was nothing to see before `since`. */
type Source = { partition: string; isAbout: (entry: StoredEntry) => boolean; since: Instant };

/** `shownSince` of a look at a whole visit that began before the person was registered and went on: from then on it may have shown them. */
export type EntryAbout = StoredEntry & { shownSince?: Instant };

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
  const since = { since: registeredAt };
  const wasThere = ({ at, until = at }: StoredEntry): boolean => until > registeredAt;
  return [
    { ...since, partition: registrationPartition(registrationId), isAbout: () => true },
    {
      ...since,
      partition: visitPeoplePartition(visitId),
      isAbout: (entry) => isNamed(entry) || (wholeVisit.has(entry.kind) && wasThere(entry)),
    },
    ...employersOf(person).map((employerId) => ({ ...since, partition: employerPeoplePartition(employerId, visitId), isAbout: isNamed })),
  ];
};

/** Entries of one source about the person, one after the other, asked for as they are wanted. */
async function* entriesOf(ledger: Db, { partition, isAbout, since }: Source, start: string | undefined): AsyncGenerator<EntryAbout> {
  const atOnce = 50;
  for (let before = start; ; ) {
    const found = await listEntries(ledger, aboutList(partition), { before, limit: atOnce });
    yield* found.filter(isAbout).map((entry) => (entry.at < since && entry.until ? { ...entry, shownSince: since } : entry));
    before = found.at(-1)?.atAndId;
    if (found.length < atOnce) return;
  }
}

/** Who looked at a person's data, or did something with it: newest first, from before a place on. */
export const listAccessTo = async (
  { db, ledger }: Pick<LedgerDeps, "db" | "ledger">,
  personId: PersonId,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<EntryAbout[]> => {
  const registrations = await listAllRegistrationsOf(db, personId);
  if (registrations.length === 0) return [];
  const ids = registrations.map(({ agenda }) => agenda.registrationId);
  const first: Instant = registrations.map(({ registration }) => registration.registration.registeredAt).sort()[0] as Instant;
  const sources: Source[] = [
    ...registrations.flatMap(sourcesOf),
    { since: first, partition: acrossVisits, isAbout: (entry) => entry.at >= first && ids.some((id) => names(id)(entry)) },
  ];
  const walks = sources.map((source) => entriesOf(ledger, source, before));
  const heads = await Promise.all(walks.map((walk) => walk.next()));
  const found: EntryAbout[] = [];
  while (found.length < limit) {
    let newest: number | undefined;
    for (const [i, { done, value }] of heads.entries()) {
      if (done) continue;
      const best = newest === undefined ? undefined : heads[newest]?.value;
      if (!best || value.atAndId > best.atAndId) newest = i;
    }
    if (newest === undefined) break;
    found.push(heads[newest]?.value as EntryAbout);
    heads[newest] = (await walks[newest]?.next()) as IteratorResult<EntryAbout>;
  }
  return found;
};
