import type { WrittenConsultation } from "../../shared/contract/care.ts";
import type { AccountId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { type FollowUpItem, listFollowUpsOf } from "../follow-ups/follow-up-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson, idsOfSame } from "../registrations/person-reads.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
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

/** What was talked about with somebody who is registered there, at every visit and under each of their records, the newest first. */
export const showConsultations = async (
  deps: Deps,
  { visitId, registrationId }: { visitId: VisitId; registrationId: RegistrationId },
  readerId: AccountId,
): Promise<Outcome<{ name: string; consultations: WrittenConsultation[] }>> => {
  const { db } = deps;
  const agenda = await findAgenda(db, visitId, registrationId);
  const person = agenda && (await findPerson(db, agenda.personId));
  if (!person) return refuse("not-found");
  const ids = await idsOfSame(db, person.personId);
  const [consultations, followUps] = await Promise.all([
    Promise.all(ids.map((id) => listConsultationsOf(db, id))),
    Promise.all(ids.map((id) => listFollowUpsOf(db, id))),
  ]);
  const items = consultations
    .flat()
    .sort((a, b) => b.heldAt.localeCompare(a.heldAt))
    .slice(0, most);
  return done({ name: person.name, consultations: await shownOf(deps, items, followUps.flat(), readerId) });
};
