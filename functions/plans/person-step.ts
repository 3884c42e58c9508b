import { roomInTransaction } from "../platform/transaction-room.ts";
import type { PersonOutlook } from "./person-outlook.ts";

/** What a transaction writes besides: the plan's hold, agenda, receipt, pointers. */
const baseCost = 5;

/** What is done for a person in one transaction; `isLast`: nothing is left after it, and the receipt goes with it. */
export type Step = Pick<PersonOutlook, "settled" | "waits" | "applications"> & { isLast: boolean };

/**
 * As much of what a plan does to a person as one transaction can take, each slot named once in it. What ends comes first, since what becomes of a place in a
 * list goes by the bookings before the plan; then bookings that are kept, which have their place first, then the others in their turn.
 */
export const nextStep = ({ settled, waits, applications }: PersonOutlook): Step => {
  const visits = new Set<string>();
  const fits = roomInTransaction(baseCost);
  const waitsNow = waits.filter(({ item: { entry } }) => fits(entry.offer ? 3 : 1, entry.offer ? [entry.offer.slotId] : []));
  const applicationsNow = applications.filter(() => fits(1));
  const isEnded = waitsNow.length === waits.length && applicationsNow.length === applications.length;
  const inOrder = [...settled.filter(({ result }) => result === "kept"), ...settled.filter(({ result }) => result !== "kept")];
  const settledNow = inOrder.filter(({ before, choice, result }) => {
    if (!isEnded) return false;
    if (result === "kept") return true;
    if (choice.do !== "rebook") return fits(2, [before.slotId]);
    // A booking that goes elsewhere writes up to seven items.
    const isTaken = fits(visits.has(choice.visitId) ? 3 : 7, [before.slotId, choice.slotId]);
    if (isTaken) visits.add(choice.visitId);
    return isTaken;
  });
  const isLast = isEnded && settledNow.length === settled.length;
  // In the order of their times, as the receipt tells of them.
  return { settled: settled.filter((one) => settledNow.includes(one)), waits: waitsNow, applications: applicationsNow, isLast };
};
