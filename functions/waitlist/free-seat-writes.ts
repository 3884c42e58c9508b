import type { SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import { type Db, findItems } from "../platform/db.ts";
import { slotKey, waitlistKey } from "../platform/keys.ts";
import { aMemory, inADay } from "../platform/memory.ts";
import { type TransactionResult, transact, type Write } from "../platform/transact.ts";
import { noteFreedSeat, type SlotItem } from "../slots/slot-reads.ts";
import { heldFor, passSeat, releaseSeat } from "../slots/slot-writes.ts";
import { nobodyWaits } from "./waitlist-writes.ts";

/** A seat that somebody gives up, and the list of who would want it. */
export type FreedSeat = { visitId: VisitId; slotId: SlotId; list: ListName; holder: string };

/** Lists that stand: they are never taken down, so this can only be right. */
const standing = aMemory<true>();

/**
 * Promise 4, Order: writes what is given together with the freeing of a seat. If a list stands, the seat goes to it in the same transaction; if none
 * does, the seat is free, on the condition that there still is none. One transaction, unless the first one of a list was not known here yet.
 */
export const transactFreeing = async <Label extends string>(
  { db, now }: { db: Db; now: Instant },
  { visitId, slotId, list, holder }: FreedSeat,
  writes: Record<Label, Write>,
): Promise<TransactionResult<Label | "freed">> => {
  const slot = { visitId, slotId };
  const key = `${visitId} ${list}`;
  /** A booking that left this slot before, and came back, may have a seat held after it still: each of its seats is held under a name of its own. */
  const hold = async (again = 0): Promise<TransactionResult<Label | "freed">> => {
    const held = `${heldFor(holder)}${again > 0 ? `.${again}` : ""}`;
    const result = await transact<Label | "freed">(db, {
      ...writes,
      freed: passSeat(slot, holder, { holder: held, registrationId: "list" }),
    } as Record<Label | "freed", Write>);
    const takers = result.ok ? undefined : (result.before.freed as SlotItem | undefined)?.takers;
    return takers && holder in takers && held in takers ? hold(again + 1) : result;
  };
  noteFreedSeat(db, visitId, slotId);
  if (standing.recall(db, key, now)) return hold();
  const result = await transact<Label | "freed" | "unlisted">(db, {
    ...writes,
    freed: releaseSeat(slot, holder),
    unlisted: nobodyWaits(visitId, list),
  } as Record<Label | "freed" | "unlisted", Write>);
  if (result.ok) return result;
  const refused = result.refused.filter((label): label is Label | "freed" => label !== "unlisted");
  if (refused.length > 0) return { ok: false, refused, before: result.before };
  standing.keep(db, key, true, inADay(now));
  return hold();
};

/** A booking that left this slot before, and came back, may have a seat held after it still: each of its seats is held under a name of its own. */
const freeName = (holder: string, takers: SlotItem["takers"]): string => {
  const held = heldFor(holder);
  let name = held;
  for (let again = 1; name in takers; again++) name = `${held}.${again}`;
  return name;
};

export type Holder = Omit<FreedSeat, "visitId">;

/**
 * The same for several seats of one person that are given up together, one a slot, in a transaction of the caller's: what is read here is among its conditions.
 * A seat of a slot that `isGone` is gone with it.
 */
export const writesFreeing = async (
  db: Db,
  visitId: VisitId,
  seats: readonly Holder[],
  isGone: (slotId: SlotId) => boolean = () => false,
): Promise<Record<string, Write>> => {
  const staying = seats.filter(({ slotId }) => !isGone(slotId));
  const lists = [...new Set(staying.map(({ list }) => list))];
  const keys = [...lists.map((list) => waitlistKey(visitId, list)), ...staying.map(({ slotId }) => slotKey(visitId, slotId))];
  const found = keys.length === 0 ? [] : await findItems(db, keys);
  const raised = new Set(lists.filter((_, i) => found[i]));
  const takersOf = new Map(staying.map(({ slotId }, i) => [slotId, (found[lists.length + i] as SlotItem | undefined)?.takers ?? {}]));
  const writes: Record<string, Write> = {};
  for (const { slotId, holder, list } of seats) {
    const passes = !isGone(slotId) && raised.has(list);
    noteFreedSeat(db, visitId, slotId);
    writes[`seat ${holder}`] = passes
      ? passSeat({ visitId, slotId }, holder, { holder: freeName(holder, takersOf.get(slotId) ?? {}), registrationId: "list" })
      : releaseSeat({ visitId, slotId }, holder);
    if (!isGone(slotId) && !passes) writes[`list ${list}`] = nobodyWaits(visitId, list);
  }
  return writes;
};
