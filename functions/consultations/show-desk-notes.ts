import type { RefusedNote, WalkInConsultation } from "../../shared/contract/desk-notes.ts";
import type { CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { findWalkIn } from "../check-ins/walk-in-writes.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { listRefusedOf, listWalkInTalks } from "./desk-note-reads.ts";

/** What of one's own could not be written. Whom it names is in the log (promise 9). */
export const showRefusedNotes = async ({ db }: Deps, byId: AccountId, shows: Noting["shows"]): Promise<RefusedNote[]> => {
  const items = (await listRefusedOf(db, byId)).filter(({ state }) => state === "refused");
  const registered = items.flatMap(({ whom, visitId }) => ("personId" in whom ? [{ ...whom, visitId }] : []));
  const [people, visits] = await Promise.all([
    findPeople(db, [...new Set(registered.map(({ personId }) => personId))]),
    findVisits(db, [...new Set(items.map(({ visitId }) => visitId))]),
  ]);
  const notes = await Promise.all(
    items.map(async (item): Promise<RefusedNote> => {
      const { visitId, consultationId, receivedAt, refusal = "other", said = null, whom: about } = item;
      const isWalkIn = "walkInId" in about;
      const whom = isWalkIn ? (await findWalkIn(db, visitId, about.walkInId))?.number : people.get(about.personId)?.name;
      const visitOn = visits.get(visitId)?.visit.date ?? null;
      return { visitId, consultationId, visitOn, receivedAt, refusal, whom: whom ?? null, isWalkIn, said };
    }),
  );
  const among = [...new Map(registered.map(({ registrationId, visitId }) => [registrationId, visitId]))].sort(([a], [b]) =>
    a.localeCompare(b),
  );
  if (items.length > 0)
    shows({
      people: among.length + items.length - registered.length,
      ...(among.length > 0 && { among: among.map(([id]) => id), atVisits: among.map(([, id]) => id) }),
    });
  return notes;
};

/** What was talked about with somebody who came without a registration. */
export const showWalkInTalks = async (
  { db }: Deps,
  { visitId, walkInId }: { visitId: VisitId; walkInId: CheckInEventId },
  readerId: AccountId,
): Promise<WalkInConsultation[]> => {
  const talks = (await listWalkInTalks(db, visitId)).filter(({ whom }) => "walkInId" in whom && whom.walkInId === walkInId);
  const names = await findStaffNames(db, [...new Set(talks.map(({ byId }) => byId))]);
  return talks
    .sort((a, b) => b.heldAt.localeCompare(a.heldAt))
    .map(({ consultationId, kind, channel, outcomes, note, heldAt, byId }) => ({
      ...{ consultationId, kind, channel, outcomes, note, heldAt, byName: names.get(byId) ?? null, isMine: byId === readerId },
    }));
};
