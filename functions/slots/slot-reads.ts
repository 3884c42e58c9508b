import type { BookingId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { slotKey, slotPartitions, slotPrefix } from "../platform/keys.ts";

/**
 * A bookable time. `takers` holds who sits there: the number of entries never exceeds `seats`, by the condition of every write that adds one.
 */
export type SlotItem = Item & {
  facts: Omit<Slot, "taken" | "state" | "seats">;
  seats: number;
  state: Slot["state"];
  takers: Record<BookingId, RegistrationId>;
};

export const slotOf = ({ facts, seats, state, takers }: Pick<SlotItem, "facts" | "seats" | "state" | "takers">): Slot => ({
  ...facts,
  seats,
  state,
  taken: Object.keys(takers).length,
});

export const findSlot = (db: Db, visitId: VisitId, slotId: SlotId): Promise<SlotItem | undefined> =>
  findItem<SlotItem>(db, slotKey(visitId, slotId));

/** Every slot of a visit, by start and then desk. */
export const listSlots = async (db: Db, visitId: VisitId): Promise<SlotItem[]> => {
  const parts = await Promise.all(slotPartitions(visitId).map((pk) => queryPartition<SlotItem>(db, pk, slotPrefix)));
  return parts
    .flat()
    .sort(
      (a, b) => a.facts.startsAt.localeCompare(b.facts.startsAt) || a.facts.deskId.localeCompare(b.facts.deskId, "en", { numeric: true }),
    );
};
