import type { RegistrationId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import type { Db } from "../platform/db.ts";
import { type AgendaItem, type AgendaWait, findAgenda } from "../registrations/registration-reads.ts";
import { findEntry, type WaitlistEntryItem } from "./waitlist-reads.ts";

/** Whose entry it is. */
export type WaitOf = { visitId: VisitId; waitId: WaitId; registrationId: RegistrationId };
type Wait = { agenda: AgendaItem; wait: AgendaWait; item: WaitlistEntryItem | undefined };

/** Somebody's own entry with their agenda; undefined when it was never theirs. A closed one has no item in the list any more. */
export const findWait = async (db: Db, { visitId, waitId, registrationId }: WaitOf): Promise<Wait | undefined> => {
  const agenda = await findAgenda(db, visitId, registrationId);
  const wait = agenda?.waits[waitId];
  if (!agenda || !wait) return undefined;
  return { agenda, wait, item: wait.closed ? undefined : await findEntry(db, visitId, waitId, wait) };
};
