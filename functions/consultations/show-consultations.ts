import type { Notes, WrittenConsultation } from "../../shared/contract/care.ts";
import type { AccountId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { type FollowUpItem, listFollowUpsOf } from "../follow-ups/follow-up-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPerson, idsOfSame } from "../registrations/person-reads.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { isAssigned } from "../support/assigned-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { type ConsultationItem, listConsultationsOf } from "./consultation-reads.ts";

const most = 100;

/** Notes as they are shown to `readerId`. */
export const shownOf = async (
  { db }: Pick<Deps, "db">,
  items: readonly ConsultationItem[],
  followUps: readonly FollowUpItem[],
  readerId: AccountId,
): Promise<WrittenConsultation[]> => {
  const [names, visits] = await Promise.all([
    findStaffNames(db, [...new Set(items.map(({ byId }) => byId))]),
    findVisits(db, [...new Set(items.map(({ visitId }) => visitId))]),
  ]);
  const open = new Map(followUps.map((followUp) => [followUp.followUpId, followUp]));
  return items.map((item) => {
    const { consultationId, kind, channel, outcomes, note, heldAt, writtenAt, version, byId, visitId, followUpId } = item;
    const next = followUpId && open.get(followUpId);
    return {
      ...{ consultationId, kind, channel, outcomes, note, heldAt, writtenAt, version },
      ...{ byName: names.get(byId) ?? null, isMine: byId === readerId, visitOn: visits.get(visitId)?.visit.date ?? null },
      next: next
        ? {
            ...{ followUpId: next.followUpId, what: next.what, dueOn: next.dueOn, waitingFor: next.waitingFor, state: next.state },
            result: next.state === "open" ? null : (next.steps.at(-1)?.words ?? null),
          }
        : null,
    };
  });
};

type Reader = {
  readerId: AccountId;
  /** Why somebody who is not their counsellor reads; it is noted before they do. */
  reason?: string;
};

/**
 * What was talked about with somebody who is registered there, at every visit and under each of their records, the newest first. It opens by itself for whoever
 * has a time with them at this visit, has talked with them, or has something to do for them; others say why.
 */
export const showConsultations = async (
  deps: Deps,
  { visitId, registrationId }: { visitId: VisitId; registrationId: RegistrationId },
  { readerId, reason }: Reader,
): Promise<Outcome<Notes>> => {
  const { db, clock, ids: minted } = deps;
  const agenda = await findAgenda(db, visitId, registrationId);
  const person = agenda && (await findPerson(db, agenda.personId));
  if (!person) return refuse("not-found");
  const ids = await idsOfSame(db, person.personId);
  const [consultations, followUps] = await Promise.all([
    Promise.all(ids.map((id) => listConsultationsOf(db, id))),
    Promise.all(ids.map((id) => listFollowUpsOf(db, id))),
  ]);
  const notes = consultations.flat();
  const tasks = followUps.flat();
  const isTheirs =
    notes.some(({ byId }) => byId === readerId) ||
    tasks.some(({ ownerId, state }) => ownerId === readerId && state === "open") ||
    (await isAssigned(deps, agenda, readerId));
  if (notes.length > 0 && !isTheirs) {
    if (reason === undefined) return done({ name: person.name, consultations: [], closed: notes.length });
    const entry = { visitId, registrationId, at: clock.now(), did: "opened-notes", staffId: readerId, reason } as const;
    await transact(db, { log: addToVisitLog(entry, minted.mint("log")) });
  }
  const items = notes.sort((a, b) => b.heldAt.localeCompare(a.heldAt)).slice(0, most);
  return done({ name: person.name, consultations: await shownOf(deps, items, tasks, readerId), closed: 0 });
};
