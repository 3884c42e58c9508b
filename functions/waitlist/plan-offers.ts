import type { RegistrationId, SlotId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type SeatsOfSlot, slotToOffer, wantsSlot } from "../../shared/domain/waitlist.ts";
import type { Db } from "../platform/db.ts";
import { bookingsOf } from "../registrations/registration-reads.ts";
import { heldSeats, isFull, type SlotItem, slotOf } from "../slots/slot-reads.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";
import { findAgendas } from "./agenda-reads.ts";
import type { WaitlistEntryItem } from "./waitlist-reads.ts";

/** A seat for somebody: one that is held for the list (`from`), or a free one. */
export type Giving = { item: WaitlistEntryItem; slot: SlotItem; from: string | undefined };
/** Who is next for which seat, and the seats that are held although nobody who waits can take them. */
export type OfferPlan = { givings: Giving[]; unwanted: { slot: SlotItem; holder: string }[] };

type Room = SeatsOfSlot & { item: SlotItem; held: string[] };
const roomOf = (item: SlotItem): Room => {
  const held = heldSeats(item);
  const free = !isFull(item) ? item.seats - Object.keys(item.takers).length : 0;
  return { item, slot: slotOf(item), held, left: held.length + free };
};

/** How many agendas are read at once: most lists have somebody near their head who can take what is free. */
const batch = 25;

/** Promise 4, Order: gives out what is held and free in a list, in thought. Agendas are read in order, and no further than there are seats. */
export const planOffers = async (
  db: Db,
  {
    planned,
    slots,
    entries,
    now,
  }: { planned: PlannedVisit; slots: readonly SlotItem[]; entries: readonly WaitlistEntryItem[]; now: Instant },
): Promise<OfferPlan> => {
  const { visitId, date, rules } = planned.visit;
  // What is held in a time that a plan has closed waits for it to open again; in one that is gone for good it is in nobody's way.
  const rooms = slots
    .filter(({ state }) => state === "open")
    .map(roomOf)
    .filter(({ left }) => left > 0);
  const mark = (id: RegistrationId, slotId: SlotId): string => `${id} ${slotId}`;
  const offered = new Set(entries.flatMap(({ registrationId, entry }) => (entry.offer ? [mark(registrationId, entry.offer.slotId)] : [])));
  const asking = entries.filter(({ entry }) => !entry.offer && rooms.some(({ slot }) => wantsSlot(entry, slot)));
  const givings: Giving[] = [];
  for (let from = 0; from < asking.length && rooms.some(({ left }) => left > 0); from += batch) {
    const next = asking.slice(from, from + batch);
    const agendas = await findAgendas(db, visitId, [...new Set(next.map(({ registrationId }) => registrationId))]);
    for (const item of next) {
      const { registrationId } = item;
      const agenda = agendas.get(registrationId);
      const room =
        agenda &&
        slotToOffer(item.entry, rooms, { date, rules, bookings: bookingsOf(agenda) }, now, (slotId) =>
          offered.has(mark(registrationId, slotId)),
        );
      if (!room) continue;
      room.left -= 1;
      offered.add(mark(registrationId, room.item.facts.slotId));
      givings.push({ item, slot: room.item, from: room.held.shift() });
    }
  }
  return { givings, unwanted: rooms.flatMap(({ item, held }) => held.map((holder) => ({ slot: item, holder }))) };
};
