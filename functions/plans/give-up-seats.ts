import type { SlotId } from "../../shared/domain/ids.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { slotKey, waitlistKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { heldFor, passSeat, releaseSeat } from "../slots/slot-writes.ts";
import { nobodyWaits } from "../waitlist/waitlist-writes.ts";
import type { Outlook } from "./person-outlook.ts";

export type Holder = { slotId: SlotId; holder: string; list: ListName };

/** A booking that left this slot before, and came back, may have a seat held after it still: each of its seats is held under a name of its own. */
const freeName = (holder: string, takers: SlotItem["takers"]): string => {
  const held = heldFor(holder);
  let name = held;
  for (let again = 1; name in takers; again++) name = `${held}.${again}`;
  return name;
};

/** Seats given up, one a slot: gone with its slot, or where the slot goes on, free by the rule of the list (promise 4). */
export const giveUpSeats = async (
  { db }: Deps,
  { effect }: Pick<Outlook, "effect">,
  seats: readonly Holder[],
): Promise<Record<string, Write>> => {
  const { visitId } = effect;
  const goesOn = ({ slotId }: Holder): boolean => effect.moves.get(slotId)?.to !== null;
  const staying = seats.filter(goesOn);
  const lists = [...new Set(staying.map(({ list }) => list))];
  const keys = [...lists.map((list) => waitlistKey(visitId, list)), ...staying.map(({ slotId }) => slotKey(visitId, slotId))];
  const found = keys.length === 0 ? [] : await findItems(db, keys);
  const standing = new Set(lists.filter((_, i) => found[i]));
  const takersOf = new Map(staying.map(({ slotId }, i) => [slotId, (found[lists.length + i] as SlotItem | undefined)?.takers ?? {}]));
  const writes: Record<string, Write> = {};
  for (const seat of seats) {
    const { slotId, holder, list } = seat;
    const passes = goesOn(seat) && standing.has(list);
    writes[`seat ${holder}`] = passes
      ? passSeat({ visitId, slotId }, holder, { holder: freeName(holder, takersOf.get(slotId) ?? {}), registrationId: "list" })
      : releaseSeat({ visitId, slotId }, holder);
    if (goesOn(seat) && !passes) writes[`list ${list}`] = nobodyWaits(visitId, list);
  }
  return writes;
};
