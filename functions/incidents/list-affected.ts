import type { Affected } from "../../shared/contract/incidents.ts";
import type { LogKind, Whose } from "../../shared/domain/access-log.ts";
import { type EmployerId, type IncidentId, PersonId, type RegistrationId, type VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { listWalkIns } from "../check-ins/walk-in-writes.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { StoredEntry } from "../ledger/ledger-reads.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { findPeople, mailTroubleOf, oneOf, type PersonItem } from "../registrations/person-reads.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, findAgendasOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { type IncidentStep, listSteps, selectionsIn, toldIn } from "./incident-reads.ts";
import { pickEntries } from "./picked-entries.ts";

/** Lists of everybody who was registered for a visit. */
const wholeVisit = new Set<LogKind>(["day", "pack"]);

/** What entries tell of, taken apart: who was named, which visits were seen whole and until when, and what is left. */
type Seen = {
  registrations: Map<RegistrationId, { visitId: VisitId; entries: number }>;
  whole: Map<VisitId, { until: Instant; entries: number }>;
  walkIns: Map<VisitId, { until: Instant; entries: number }>;
  employers: Map<EmployerId, number>;
  also: Map<LogKind, number>;
};

const takeApart = (entries: readonly StoredEntry[]): Seen => {
  const seen: Seen = { registrations: new Map(), whole: new Map(), walkIns: new Map(), employers: new Map(), also: new Map() };
  const named = (registrationId: RegistrationId, visitId: VisitId) => {
    seen.registrations.set(registrationId, { visitId, entries: (seen.registrations.get(registrationId)?.entries ?? 0) + 1 });
  };
  const whole = (of: Seen["whole"], visitId: VisitId, until: Instant) => {
    const before = of.get(visitId);
    of.set(visitId, { until: before && before.until > until ? before.until : until, entries: (before?.entries ?? 0) + 1 });
  };
  for (const { kind, at, until = at, people, visitId, registrationId, employerId, among, atVisits } of entries) {
    if (registrationId && visitId) named(registrationId, visitId);
    else if (among)
      among.forEach((id, i) => {
        const where = visitId ?? atVisits?.[i];
        if (where) named(id, where);
      });
    else if (visitId && wholeVisit.has(kind)) whole(seen.whole, visitId, until);
    else if (visitId && kind === "walk-ins") whole(seen.walkIns, visitId, until);
    else if (employerId && people) seen.employers.set(employerId, (seen.employers.get(employerId) ?? 0) + 1);
    else if (people) seen.also.set(kind, (seen.also.get(kind) ?? 0) + 1);
  }
  return seen;
};

const contactOf = (person: Pick<PersonItem, "mail" | "phone"> | undefined, isMailGood: boolean): Affected["contact"] => {
  if (person?.mail && isMailGood) return { by: "mail", mail: person.mail };
  return person?.phone ? { by: "call", phone: person.phone } : { by: "nothing" };
};

type SeenOf = { entries: number; registrations: Map<RegistrationId, VisitId> };
type Row = Omit<Affected, "told" | "visits"> & { visitIds: Set<VisitId>; registrations?: SeenOf["registrations"] };

/** A record of somebody who was told, and under which key. */
type Told = { personId: PersonId; key: PersonId };

/**
 * Whose a registration is. Erased it is nobody's, and its id is all that tells of whom: by it somebody who was told stays the one who was told, as one, however
 * many visits and records they had.
 */
const whoseOf =
  (told: readonly Told[]) =>
  ({ personId, erasedAt, visitId, registrationId }: AgendaItem): PersonId =>
    (erasedAt && told.find((one) => registrationIdOf(visitId, one.personId) === registrationId)?.key) || personId;

const toldPeopleIn = (steps: readonly IncidentStep[]): Told[] =>
  steps.flatMap(({ keys = [], underRecords = [] }) => [
    ...keys.flatMap((key) => PersonId.safeParse(key).data ?? []).map((key) => ({ personId: key, key })),
    ...underRecords,
  ]);

/** People who were registered, whichever lists of whichever visits they were on. */
const peopleOf = async ({ db }: Pick<LedgerDeps, "db">, seen: Seen, told: readonly Told[]): Promise<Row[]> => {
  const rows = new Map<PersonId, SeenOf>();
  const ownerOf = whoseOf(told);
  const add = (agenda: AgendaItem, entries: number) => {
    const personId = ownerOf(agenda);
    const row = rows.get(personId) ?? { entries: 0, registrations: new Map() };
    row.entries += entries;
    row.registrations.set(agenda.registrationId, agenda.visitId);
    rows.set(personId, row);
  };
  const agendas = await findAgendasOf(
    db,
    [...seen.registrations].map(([registrationId, { visitId }]) => ({ visitId, registrationId })),
  );
  for (const [registrationId, { entries }] of seen.registrations) {
    const agenda = agendas.get(registrationId);
    if (agenda) add(agenda, entries);
  }
  for (const [visitId, { until, entries }] of seen.whole) {
    for (const { registration, agenda } of await listPeopleOfVisit(db, visitId))
      if (registration.registration.registeredAt < until) add(agenda, entries);
  }
  const found = await findPeople(db, [...rows.keys()]);
  // Whoever is there twice is told once.
  const merged = new Map<PersonId, SeenOf>();
  for (const [personId, { entries, registrations }] of rows) {
    const one = oneOf(found.get(personId) ?? { personId });
    const row = merged.get(one) ?? { entries: 0, registrations: new Map() };
    merged.set(one, { entries: row.entries + entries, registrations: new Map([...row.registrations, ...registrations]) });
  }
  const people = await findPeople(db, [...merged.keys()]);
  return [...merged].map(([personId, row]): Row => {
    const person = people.get(personId);
    const contact = contactOf(person, mailTroubleOf(person) === undefined);
    const visitIds = new Set(row.registrations.values());
    return { key: personId, is: "person", name: person?.name ?? "○○", contact, visitIds, ...row };
  });
};

const walkInsOf = async ({ db }: Pick<LedgerDeps, "db">, seen: Seen): Promise<Row[]> => {
  const lists = await Promise.all(
    [...seen.walkIns].map(async ([visitId, { entries }]) =>
      (await listWalkIns(db, visitId)).map(({ walkInId, note }): Row => {
        // What was written down about them may not have been readable.
        const contact = contactOf(note?.phone ? { phone: note.phone } : undefined, false);
        return { key: walkInId, is: "walk-in", name: note?.name ?? "○○", contact, entries, visitIds: new Set([visitId]) };
      }),
    ),
  );
  return lists.flat();
};

const employersOf = async ({ db }: Pick<LedgerDeps, "db">, seen: Seen): Promise<Row[]> =>
  (await listEmployersOf(db, [...seen.employers.keys()])).map(({ employerId, profile: { nameKo, contact } }): Row => {
    const name = `${contact.name} (${nameKo})`;
    return {
      ...{ key: employerId, is: "employer", name, contact: { by: "mail", mail: contact.mail } },
      ...{ entries: seen.employers.get(employerId) ?? 0, visitIds: new Set() },
    };
  });

/** Whom of the people registered a list names, so that they find the look at it themselves. */
const namedIn = (rows: readonly Row[]): Pick<Whose, "among" | "atVisits"> => {
  const named = rows.flatMap(({ registrations }) => [...(registrations ?? [])]).sort(([a], [b]) => a.localeCompare(b));
  return named.length > 0 ? { among: named.map(([id]) => id), atVisits: named.map(([, visitId]) => visitId) } : {};
};

/** Whose data was seen in the entries that were picked for an incident, and how to reach them. `whose`: who is on the list, for the log (promise 9). */
export const listAffected = async (
  deps: LedgerDeps,
  incidentId: IncidentId,
): Promise<{ entries: number; people: Affected[]; also: { kind: LogKind; entries: number }[]; whose: Whose } | undefined> => {
  const steps = await listSteps(deps.ledger, incidentId);
  if (steps.length === 0) return undefined;
  const entries = await pickEntries(deps.ledger, selectionsIn(steps));
  const seen = takeApart(entries);
  const told = toldIn(steps);
  const rows = (await Promise.all([peopleOf(deps, seen, toldPeopleIn(steps)), walkInsOf(deps, seen), employersOf(deps, seen)])).flat();
  const visits = await findVisits(deps.db, [...new Set(rows.flatMap(({ visitIds }) => [...visitIds]))]);
  const people = rows.map(
    ({ visitIds, registrations, ...row }): Affected => ({
      ...row,
      visits: [...visitIds].flatMap((visitId) => {
        const planned = visits.get(visitId);
        return planned ? [{ visitId, date: planned.visit.date }] : [];
      }),
      told: told.get(row.key) ?? null,
    }),
  );
  return {
    entries: entries.length,
    people: people.sort((a, b) => a.name.localeCompare(b.name, "ko")),
    also: [...seen.also].map(([kind, count]) => ({ kind, entries: count })),
    whose: { incidentId, people: rows.length, ...namedIn(rows) },
  };
};
