import type { FollowUp } from "../../shared/contract/care.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { listOpenFollowUps, placeInList } from "./follow-up-reads.ts";

const pageLength = 50;

/** A page of what somebody has to do, the most urgent first. Whom it names is in the log (promise 9). */
export const listFollowUps = async (
  { db }: Deps,
  { ownerId, after }: { ownerId: AccountId; after: string | undefined },
  shows: Noting["shows"],
): Promise<{ followUps: FollowUp[]; next: string | null }> => {
  const items = await listOpenFollowUps(db, ownerId, after, pageLength);
  const people = await findPeople(db, [...new Set(items.map(({ personId }) => personId))]);
  const followUps = items.flatMap((item): FollowUp[] => {
    const person = people.get(item.personId);
    // Closed in the moment that the index is old, or erased.
    if (!person || item.state !== "open") return [];
    const { followUpId, cause, what, dueOn, waitingFor, openedAt, version, visitId, registrationId } = item;
    const { name, phone = null, mail } = person;
    return [
      {
        ...{ followUpId, cause, what, dueOn, waitingFor, openedAt, version, stayMonth: item.stay?.month ?? null },
        person: { visitId, registrationId, name, phone, hasMail: mail !== undefined },
      },
    ];
  });
  const among = [...new Map(followUps.map(({ person }) => [person.registrationId, person.visitId]))].sort(([a], [b]) => a.localeCompare(b));
  if (among.length > 0) shows({ people: among.length, among: among.map(([id]) => id), atVisits: among.map(([, id]) => id) });
  const last = items.at(-1);
  return { followUps, next: last && items.length === pageLength ? placeInList(last) : null };
};
