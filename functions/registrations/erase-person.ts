import type { Booking } from "../../shared/domain/booking.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import { keptUntil } from "../../shared/domain/retention.ts";
import { type Instant, type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { isUnanswered, type WithdrawalBy } from "../../shared/domain/withdrawal.ts";
import { type AccountItem, hasRights } from "../accounts/account-reads.ts";
import { destroyedIdOf, destroyedInLedger } from "../ledger/destroyed-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import { type Item, wireOf } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { accountPartition, differentKey, type Key, personKey, personPartition, supportPartition } from "../platform/keys.ts";
import { ContentionError, transact, writeIfHolds } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findEntriesOf } from "../waitlist/waitlist-reads.ts";
import { replaceAgenda } from "./agenda-writes.ts";
import { listDifferentOf } from "./different-reads.ts";
import { type ErasedFor, type ErasureItem, findErasure, listErasures } from "./erasure-reads.ts";
import { becomeAnother, beginErasure, dropAccount, entomb, finishErasure as finished, lockForm } from "./erasure-writes.ts";
import { countsOf, forgetItem } from "./forget-item.ts";
import { agendaWithout, nextPart, type Part, sizeOf, writesGivingUp } from "./given-up-writes.ts";
import { findAccountItems, listItemsAtVisit, type PersonWithMail, wholePartition } from "./person-items-reads.ts";
import { findPerson, idsOfSame } from "./person-reads.ts";
import {
  type AgendaItem,
  bookingsOf,
  findAgenda,
  findPersonOfVisit,
  firstDay,
  listPointersOf,
  listRegistrationsOf,
  type PersonOfVisit,
  type Pointer,
} from "./registration-reads.ts";
import { ownRegistrationBy } from "./registration-writes.ts";
import { withdrawConsent } from "./withdraw-consent.ts";
import { withdrawRegistration } from "./withdraw-registration.ts";

type Erasing = PersonWithMail & {
  wantedBy: ErasedFor;
  at?: Instant;
  isTold?: true;
  /** With somebody who they are, too: that one's erasure sees to the others. */
  isOneOf?: true;
};

/** How often it is tried when somebody writes in the same moment. */
const attempts = 12;

const notBegun = (booking: Booking, now: Instant): boolean => booking.state === "confirmed" && booking.startsAt > now;

/**
 * Somebody wants everything about them gone: from this one transaction on nobody finds them by name, their account and its sessions are over, and whoever
 * registers them with a request of before is refused. The rest is taken away by `finishErasure`. Sent again it answers the same.
 *
 * @returns until when the application form is kept apart; null where there is none.
 */
export const erasePerson = async (deps: LedgerDeps, erasing: Erasing): Promise<{ lockedUntil: LocalDate | null }> => {
  const { db, clock, ids } = deps;
  const { personId, wantedBy, isTold, isOneOf } = erasing;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const at = erasing.at ?? clock.now();
    const [person, same, people, under] = await Promise.all([
      findPerson(db, personId),
      idsOfSame(db, personId),
      listRegistrationsOf(db, personId, firstDay),
      findErasure(db, personId),
    ]);
    const isLocked = people.length > 0 && wantedBy !== "retention";
    const lockedUntil = isLocked ? keptUntil("locked-form", seoulDateOf(under?.at ?? at)) : null;
    if (!under) {
      // An address that changes in this moment leads to nobody; whoever signed in is found by their account.
      const found = { ...erasing, mail: person?.mail ?? erasing.mail };
      const [account] = (await findAccountItems(db, found)) as (Item & AccountItem)[];
      const mail = account?.mail ?? found.mail;
      const worksHere = account !== undefined && hasRights(account);
      const others = isOneOf ? [] : same.filter((id) => id !== personId);
      const erasure = {
        ...{ personId, at, wantedBy, lockId: ids.mint("lck"), ...(isTold && { isTold }) },
        ...(person && { name: person.name, birthYear: person.birthYear, locale: person.locale, ...(mail !== undefined && { mail }) }),
        ...(person?.mailUnproven && { isUnproven: true as const }),
        ...(account && !worksHere && { accountId: account.accountId }),
        ...(others.length > 0 && { others }),
        cancelled: people.flatMap(({ agenda }) =>
          bookingsOf(agenda).flatMap((booking) => (notBegun(booking, at) ? [{ visitId: agenda.visitId, booking }] : [])),
        ),
      };
      const begun = await transact<string>(db, {
        erasure: beginErasure(erasure),
        person: entomb(personId, at, person ?? {}),
        ...(account && (worksHere ? becomeAnother(account.accountId, personId, PersonId.parse(ids.mint("psn"))) : dropAccount(account))),
      });
      const stands = begun.ok ? undefined : (begun.before.person as { erasedAt?: Instant } | undefined);
      // Somebody else began it, or it is done. Merged in this moment, they are looked at again.
      if (!begun.ok && stands?.erasedAt && !begun.refused.includes("erasure")) return { lockedUntil };
      if (!begun.ok && !begun.refused.includes("erasure")) continue;
    }
    await finishNow(deps, personId);
    return { lockedUntil };
  }
  throw new ContentionError(`The person ${personId} kept changing.`);
};

/** At once; what fails here the next minute's run takes up, and whoever asked is told that it is done: nobody finds them any more. */
const finishNow = async (deps: LedgerDeps, personId: PersonId): Promise<void> => {
  try {
    await finishErasure(deps, personId);
  } catch (error) {
    deps.log.warn("erasure.paused", { error: error instanceof Error ? error.name : "unknown" });
  }
};

/**
 * Takes away what is left of somebody, step after step; each may be repeated, and the pointers to their registrations say what is left. May be called any time,
 * any number of times, by several at once.
 */
const finishErasure = async (deps: LedgerDeps, personId: PersonId): Promise<void> => {
  const { db, ledger } = deps;
  const erasure = await findErasure(db, personId);
  if (!erasure) return;
  const { at } = erasure;
  if (erasure.wantedBy !== "retention") {
    const destroyed = { at, category: "seeker-record", what: "person", count: 1 } as const;
    await transact(db, {
      forgotten: noteForgotten(ledger, { what: "person", personId, at }),
      destroyed: destroyedInLedger(ledger, destroyed, destroyedIdOf(["person", personId])),
    });
  }
  await keepForm(deps, erasure);
  const { wantedBy, isTold } = erasure;
  for (const other of erasure.others ?? [])
    await erasePerson(deps, { personId: other, wantedBy, at, isOneOf: true, ...(isTold && { isTold }) });
  // A plan may be taking them to another visit in this moment.
  for (let pointers = await listPointersOf(db, personId); pointers.length > 0; pointers = await listPointersOf(db, personId))
    for (const pointer of pointers) await eraseAtVisit(deps, erasure, pointer);
  // What lies with somebody else goes first: from what lies here it is found.
  for (const { otherId } of await listDifferentOf(db, personId))
    await db.ask("DeleteItem", { TableName: db.table, Key: wireOf(differentKey(otherId, personId)) });
  await dropPartition(deps, supportPartition(personId));
  await dropPartition(deps, personPartition(personId), personKey(personId));
  if (erasure.accountId) await dropPartition(deps, accountPartition(erasure.accountId));
  await transact(db, { erasure: finished(personId) });
};

/** Takes up every erasure that was left unfinished; each is on its own, so that one that fails does not keep the others waiting. */
export const finishErasures = async (deps: LedgerDeps): Promise<void> => {
  const failed: unknown[] = [];
  for (const { personId } of await listErasures(deps.db)) {
    try {
      await finishErasure(deps, personId);
    } catch (error) {
      deps.log.error("erasure.stopped", { error: error instanceof Error ? error.name : "unknown" });
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, "Erasures stopped; the next run takes them up.");
};

/** The application form goes apart before anything else goes. */
const keepForm = async ({ db }: LedgerDeps, { personId, at, lockId, name, birthYear, wantedBy }: ErasureItem): Promise<void> => {
  if (wantedBy === "retention" || name === undefined || birthYear === undefined) return;
  const people = await listRegistrationsOf(db, personId, firstDay);
  if (people.length === 0) return;
  const lockedOn = seoulDateOf(at);
  const visits = await Promise.all(people.map(({ agenda }) => findVisit(db, agenda.visitId)));
  const registrations = people.flatMap(({ registration: { registration } }, i) => {
    const visitOn = visits[i]?.visit.date;
    return visitOn ? [{ registeredOn: seoulDateOf(registration.registeredAt), visitOn }] : [];
  });
  // Refused where a run before this one has put it.
  await transact(db, {
    form: lockForm({ lockId, lockedOn, keptUntil: keptUntil("locked-form", lockedOn), name, birthYear, registrations }),
  });
};

/** Everything of a person at one visit: first what others have or wait for ends, then nothing tells any more who it was. */
const eraseAtVisit = async (deps: LedgerDeps, erasure: ErasureItem, pointer: Pointer): Promise<void> => {
  const { db, ids } = deps;
  const { visitId, registrationId } = pointer;
  const found = await findPersonOfVisit(db, visitId, registrationId);
  if (found) {
    await endAtVisit(deps, erasure, found);
    for (const item of await listItemsAtVisit(db, (await findPersonOfVisit(db, visitId, registrationId)) ?? found)) {
      const forgetting = forgetItem(item, PersonId.parse(ids.mint("psn")));
      if (forgetting) await writeIfHolds(db, forgetting);
    }
    await becomeNobody(deps, erasure, found.agenda);
  }
  const { pk, sk } = pointer;
  await db.ask("DeleteItem", { TableName: db.table, Key: wireOf({ pk, sk }) });
};

/** What others have of somebody, and what they have or wait for, ends. */
const endAtVisit = async (deps: LedgerDeps, erasure: ErasureItem, { registration, agenda }: PersonOfVisit): Promise<void> => {
  const { visitId, registrationId } = agenda;
  const { registeredAt } = registration.registration;
  const employerIds = [...bookingsOf(agenda), ...Object.values(agenda.applications)].flatMap(({ employerId }) => employerId ?? []);
  for (const employerId of new Set(employerIds))
    await withdrawConsent(deps, { visitId, registrationId, employerId, ...(erasure.isTold && { isTold: true, at: erasure.at }) });
  // Refused where they are here, or the visit is over: what has not begun ends all the same.
  await withdrawRegistration(deps, { visitId, registrationId, registeredAt });
  await giveUpRest(deps, agenda);
};

/** What is left of bookings, lists and applications, whatever keeps the registration from being taken back. */
const giveUpRest = async ({ db, clock }: LedgerDeps, { visitId, registrationId }: AgendaItem): Promise<void> => {
  for (let lost = 0; lost < attempts; ) {
    const at = clock.now();
    const [planned, agenda] = await Promise.all([findVisit(db, visitId), findAgenda(db, visitId, registrationId)]);
    if (!planned || !agenda) return;
    const left: Part = {
      waits: await findEntriesOf(db, visitId, agenda.waits),
      applications: Object.values(agenda.applications).filter(isUnanswered),
      bookings: bookingsOf(agenda).filter((booking) => notBegun(booking, at)),
    };
    if (sizeOf(left) === 0) return;
    const part = nextPart(left, 1);
    const ending: WithdrawalBy = { at, by: "person", bookings: [], ended: [] };
    const result = await transact<string>(db, {
      agenda: replaceAgenda(agenda, agendaWithout(agenda, part, ending, planned.visit.date)),
      ...(await writesGivingUp(db, agenda, part)),
    });
    if (!result.ok) lost += 1;
  }
  throw new ContentionError(`The agenda ${registrationId} kept changing.`);
};

/** Registration and agenda are nobody's from now on, and nothing of their person leads to them. */
const becomeNobody = async ({ db, ids }: LedgerDeps, { at }: ErasureItem, { visitId, registrationId }: AgendaItem): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const agenda = await findAgenda(db, visitId, registrationId);
    if (!agenda) return;
    const nobody = PersonId.parse(ids.mint("psn"));
    const { busy, interviews, waits } = agenda;
    const { withdrawals, consentWithdrawals, ...counts } = countsOf(agenda);
    const set = {
      ...{ personId: nobody, erasedAt: at, withdrawnAt: agenda.withdrawnAt ?? at },
      ...(withdrawals && { withdrawals }),
      ...(consentWithdrawals && { consentWithdrawals }),
    };
    const result = await transact<string>(db, {
      agenda: replaceAgenda(agenda, { busy, interviews, waits, ...counts }, { set, gone: ["gsi1pk", "gsi1sk"] }),
      registration: ownRegistrationBy(visitId, registrationId, nobody),
    });
    if (result.ok) return;
  }
  throw new ContentionError(`The agenda ${registrationId} kept changing.`);
};

/** Whatever lies in a partition, but for one item. */
const dropPartition = async ({ db }: LedgerDeps, pk: string, except?: Key): Promise<void> => {
  for (const item of await wholePartition(db, pk))
    if (item.sk !== except?.sk) await db.ask("DeleteItem", { TableName: db.table, Key: wireOf({ pk, sk: item.sk }) });
};
