import type { Offer } from "../../shared/domain/waitlist.ts";
import type { Db } from "../platform/db.ts";
import { transact, type Write } from "../platform/transact.ts";
import { noteFreedSeat, type SlotItem } from "../slots/slot-reads.ts";
import { heldFor, passSeat, releaseSeat } from "../slots/slot-writes.ts";
import type { EndedOffer, WaitlistEntryItem } from "./waitlist-reads.ts";
import { passOffer } from "./waitlist-writes.ts";

/**
 * What ends an offer, with the seat going back to the list in the same transaction. A seat that the offer does not hold any more, because its time was
 * withdrawn with all that stood in it, is not given back.
 */
export const transactEnding = async (
  db: Db,
  { visitId }: Pick<WaitlistEntryItem, "visitId">,
  { offerId, slotId }: Offer,
  writes: Record<string, Write>,
  isWithdrawn = false,
): Promise<boolean> => {
  const slot = { visitId, slotId };
  noteFreedSeat(db, visitId, slotId);
  const seat = isWithdrawn ? releaseSeat(slot, offerId) : passSeat(slot, offerId, { holder: heldFor(offerId), registrationId: "list" });
  const result = await transact<string>(db, { ...writes, seat });
  if (result.ok) return true;
  const holdsIt = offerId in ((result.before.seat as SlotItem | undefined)?.takers ?? {});
  if (!result.refused.includes("seat") || holdsIt) return false;
  return (await transact<string>(db, writes)).ok;
};

/** Ends an offer that was not taken; the entry keeps its place. False when it had ended otherwise. */
export const endOffer = (db: Db, item: WaitlistEntryItem, offer: Offer, how: EndedOffer["how"], isWithdrawn = false): Promise<boolean> =>
  transactEnding(
    db,
    item,
    offer,
    { entry: passOffer({ visitId: item.visitId, ...item.entry }, offer, item.entry.passed, how) },
    isWithdrawn,
  );
