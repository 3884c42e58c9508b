import { isReplaceable } from "../../shared/domain/waitlist.ts";
import type { Db } from "../platform/db.ts";
import { transact } from "../platform/transact.ts";
import { findAgendas } from "./agenda-reads.ts";
import { endOffer, transactEnding } from "./end-offer-writes.ts";
import type { WaitlistEntryItem } from "./waitlist-reads.ts";
import { closeWait, removeEntry } from "./waitlist-writes.ts";

/** Takes an entry out of its list, as long as its person's agenda stands at `version`; a seat that it was offered goes back to the list. */
const endWait = async (db: Db, item: WaitlistEntryItem, version: number): Promise<boolean> => {
  const { visitId, registrationId, entry } = item;
  const writes = {
    entry: removeEntry({ visitId, ...entry }, entry.offer),
    wait: closeWait(visitId, registrationId, entry.waitId, version),
  };
  return entry.offer ? transactEnding(db, item, entry.offer, writes) : (await transact(db, writes)).ok;
};

/**
 * Ends what leads nowhere among the entries for an earlier time: the entry whose booking has ended or is for something else now, and the offer that is no
 * earlier any more. Answers who is left, and whether somebody else wrote in between.
 */
export const endSpentWaits = async (
  db: Db,
  { visitId }: Pick<WaitlistEntryItem, "visitId">,
  entries: readonly WaitlistEntryItem[],
): Promise<{ left: WaitlistEntryItem[]; isLost: boolean }> => {
  const keeping = entries.filter(({ entry }) => entry.replaces);
  const agendas = await findAgendas(db, visitId, [...new Set(keeping.map(({ registrationId }) => registrationId))]);
  const spent = new Set<WaitlistEntryItem>();
  let isLost = false;
  for (const item of keeping) {
    const { offer, list, replaces } = item.entry;
    const agenda = agendas.get(item.registrationId);
    const kept = replaces && agenda?.bookings[replaces];
    if (!agenda || !kept) continue;
    if (!isReplaceable(kept, list)) {
      spent.add(item);
      isLost = !(await endWait(db, item, agenda.version)) || isLost;
    } else if (offer && kept.startsAt <= offer.startsAt) isLost = !(await endOffer(db, item, offer, "withdrawn")) || isLost;
  }
  return { left: entries.filter((item) => !spent.has(item)), isLost };
};
