import type { PlanId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import type { Clock } from "../platform/clock.ts";
import { type Db, findItem, findItems, type Item, queryPartition } from "../platform/db.ts";
import { slotKey, slotPartitions, slotPrefix, visitKey } from "../platform/keys.ts";
import { aMemory, inADay, inSeconds } from "../platform/memory.ts";
import { type PlannedVisit, plannedVisitOf, recallOpenVisit, rememberVisit, type VisitItem } from "../visits/visit-reads.ts";

/** What a slot is; changed by plans only. */
export type SlotFacts = Omit<Slot, "taken" | "held" | "state" | "seats">;

/**
 * A bookable time. `takers` holds who has each seat: a booking (`bkg_…`), an offer (`off_…`), or the waitlist, for which it is held (`hld_…`). The
 * number of entries never exceeds `seats`, by the condition of every write that adds one (promise 1).
 */
export type SlotItem = Item & {
  facts: SlotFacts;
  seats: number;
  state: Slot["state"];
  /** Which desk of its request it belongs to, from 0. */
  part: number;
  /** Who interviews or counsels there. */
  host: string;
  /** The last plan that touched it. */
  planId?: PlanId;
  /** Holder of a seat → registration, or "list" for a seat that is held for the waitlist. */
  takers: Record<string, RegistrationId | "list">;
};

/** Seats that are held for the list and not offered to anybody yet. */
export const heldSeats = ({ takers }: Pick<SlotItem, "takers">): string[] => Object.keys(takers).filter((id) => id.startsWith("hld_"));

export const slotOf = ({ facts, seats, state, takers }: Pick<SlotItem, "facts" | "seats" | "state" | "takers">): Slot => ({
  ...facts,
  seats,
  state,
  taken: Object.keys(takers).length,
  held: heldSeats({ takers }).length,
});

export const isFull = ({ seats, takers }: Pick<SlotItem, "seats" | "takers">): boolean => Object.keys(takers).length >= seats;

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

const facts = aMemory<SlotFacts>();
const soldOut = aMemory<true>();
const memoryKey = (visitId: VisitId, slotId: SlotId): string => `${visitId} ${slotId}`;

/** Remembers what a slot is, and for a minute that it was full. */
export const rememberSlot = (db: Db, now: Instant, item: Pick<SlotItem, "facts" | "seats" | "takers">): void => {
  const key = memoryKey(item.facts.visitId, item.facts.slotId);
  facts.keep(db, key, item.facts, inADay(now));
  if (isFull(item)) soldOut.keep(db, key, true, inSeconds(now, 60));
  else soldOut.forget(db, key);
};
export const forgetSlot = (db: Db, visitId: VisitId, slotId: SlotId): void => {
  facts.forget(db, memoryKey(visitId, slotId));
  soldOut.forget(db, memoryKey(visitId, slotId));
};
/** A seat there was just given up. */
export const noteFreedSeat = (db: Db, visitId: VisitId, slotId: SlotId): void => soldOut.forget(db, memoryKey(visitId, slotId));
/** Whether this process saw the slot full within the last minute: then it is read before it is tried, since a lost race costs what a won one does. */
export const seemsSoldOut = (db: Db, visitId: VisitId, slotId: SlotId, now: Instant): boolean =>
  soldOut.recall(db, memoryKey(visitId, slotId), now) === true;

export type SlotAtVisit = { facts: SlotFacts; planned: PlannedVisit; state: Slot["state"] };

/**
 * What a slot is and the visit that it belongs to: from memory, or in one round trip. Whoever writes on it names what it believed (`asBelieved`), so
 * that a belief that is out of date is refused by the table and not acted on.
 */
export const findSlotAtVisit = async (
  { db, clock }: { db: Db; clock: Clock },
  visitId: VisitId,
  slotId: SlotId,
): Promise<SlotAtVisit | undefined> => {
  const now = clock.now();
  const known = facts.recall(db, memoryKey(visitId, slotId), now);
  const open = recallOpenVisit(db, visitId, now);
  if (known && open) return { facts: known, planned: open, state: "open" };
  const [slot, visit] = (await findItems(db, [slotKey(visitId, slotId), visitKey(visitId)])) as [
    SlotItem | undefined,
    VisitItem | undefined,
  ];
  if (!slot || !visit) return undefined;
  const planned = plannedVisitOf(visit);
  rememberVisit(db, planned, now);
  // A withdrawn one is not remembered: its state is not among its facts.
  if (slot.state === "open") rememberSlot(db, now, slot);
  return { facts: slot.facts, planned, state: slot.state };
};
