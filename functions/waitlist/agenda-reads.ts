import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type Db, findItems } from "../platform/db.ts";
import { agendaKey } from "../platform/keys.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";

/** Most items of one batch. */
const batch = 100;

/** Agendas of a visit by registration, in batches; unknown ones are left out. */
export const findAgendas = async (db: Db, visitId: VisitId, ids: readonly RegistrationId[]): Promise<Map<RegistrationId, AgendaItem>> => {
  const found = new Map<RegistrationId, AgendaItem>();
  for (let from = 0; from < ids.length; from += batch) {
    const items = await findItems(
      db,
      ids.slice(from, from + batch).map((id) => agendaKey(visitId, id)),
    );
    for (const agenda of items as (AgendaItem | undefined)[]) if (agenda) found.set(agenda.registrationId, agenda);
  }
  return found;
};
