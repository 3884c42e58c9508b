import { isHopeless, isReplaceable } from "../../shared/domain/waitlist.ts";
import type { Clock } from "../platform/clock.ts";
import type { Db } from "../platform/db.ts";
import { transact, type Write } from "../platform/transact.ts";
import { listSlots, slotOf } from "../slots/slot-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { whileUnchanged } from "../visits/visit-writes.ts";
import { findAgendas } from "./agenda-reads.ts";
import { endOffer, transactEnding } from "./end-offer-writes.ts";
import type { WaitlistEntryItem } from "./waitlist-reads.ts";
import { closeWait, removeEntry } from "./waitlist-writes.ts";

/** Takes an entry out of its list, on the condition that `also` names; a seat that it was offered goes back to the list. */
const endWait = async (
  db: Db,
  item: WaitlistEntryItem,
  closing: NonNullable<Parameters<typeof closeWait>[3]>,
  also: Record<string, Write> = {},
): Promise<boolean> => {
  const { visitId, registrationId, entry } = item;
  const writes = {
    entry: removeEntry({ visitId, ...entry }, entry.offer),
    wait: closeWait(visitId, registrationId, entry.waitId, closing),
    ...also,
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
      isLost = !(await endWait(db, item, { version: agenda.version })) || isLost;
    } else if (offer && kept.startsAt <= offer.startsAt) isLost = !(await endOffer(db, item, offer, "withdrawn")) || isLost;
  }
  return { left: entries.filter((item) => !spent.has(item)), isLost };
};

/**
 * Ends the entries of which nothing can come because their times were withdrawn for good; their people are told (`waitlist-mail`). The slots are read after
 * the visit, and the visit must still be as it was then, without a plan at work: so no time is taken for withdrawn that a plan has closed for a moment.
 * What fails here the next minute's run finds. Answers who is left.
 */
export const endHopelessWaits = async (
  { db, clock }: { db: Db; clock: Clock },
  { visitId }: Pick<WaitlistEntryItem, "visitId">,
  entries: readonly WaitlistEntryItem[],
): Promise<WaitlistEntryItem[]> => {
  const planned = await findVisit(db, visitId);
  const slots = (await listSlots(db, visitId)).map(slotOf);
  const ended = new Set<WaitlistEntryItem>();
  for (const item of entries) {
    if (!planned || !isHopeless(item.entry, slots, clock.now())) continue;
    if (!(await endWait(db, item, { isHopeless: true }, { visit: whileUnchanged(planned.visit) }))) break;
    ended.add(item);
  }
  return entries.filter((item) => !ended.has(item));
};
