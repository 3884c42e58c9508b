import type { VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type ListName, listNameOf } from "../../shared/domain/slot.ts";
import { holdUntil, isHopeless, isOfferTime } from "../../shared/domain/waitlist.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { listSlots, noteFreedSeat, type SlotItem, slotOf } from "../slots/slot-reads.ts";
import { passSeatAsBelieved, releaseSeat, takeSeat } from "../slots/slot-writes.ts";
import { findVisit, type PlannedVisit } from "../visits/visit-reads.ts";
import { endOffer } from "./end-offer-writes.ts";
import { endHopelessWaits, endSpentWaits } from "./end-wait.ts";
import { type Giving, planOffers } from "./plan-offers.ts";
import { listEntries } from "./waitlist-reads.ts";
import { noteOffer } from "./waitlist-writes.ts";

/** How often it is read anew when others write in the same moment; whatever is left then, the next minute's run finds. */
const attempts = 6;

/**
 * Promise 4, Order: whatever is held or free in a list goes to whoever has waited longest of those who can take it, as an offer that they are told of.
 * At night it stays held for them. What nobody who waits can take is free for everybody at once. May be called at any time, any number of times: each
 * step is one transaction that names what it found. `slots` are those of the visit, read just before.
 */
export const offerSeats = async (deps: Deps, visitId: VisitId, list: ListName, slots?: readonly SlotItem[]): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (await offerOnce(deps, visitId, list, attempt === 1 ? slots : undefined)) return;
  }
  deps.log.warn("offers.contended", { visitId, list });
};

/** False when somebody else wrote in between: what there is to do must be read anew. */
const offerOnce = async (deps: Deps, visitId: VisitId, list: ListName, known: readonly SlotItem[] | undefined): Promise<boolean> => {
  const { db, clock } = deps;
  const now = clock.now();
  // Entries after slots: whoever joins in between finds in turn what is free (`join-list`).
  const [planned, slots] = await Promise.all([findVisit(db, visitId), known ?? listSlots(db, visitId)]);
  const all = await listEntries(db, visitId, list);
  if (!planned) return true;
  const own = slots.filter(({ facts }) => listNameOf(facts) === list);

  const spent = await endSpentWaits(db, { visitId }, all);
  const wanted = own.map(slotOf);
  const seemsHopeless = spent.left.some(({ entry }) => isHopeless(entry, wanted, now));
  const entries = seemsHopeless ? await endHopelessWaits(deps, { visitId }, spent.left) : spent.left;
  let { isLost } = spent;
  for (const item of entries) {
    const { offer } = item.entry;
    if (!offer) continue;
    const slot = own.find(({ facts }) => facts.slotId === offer.slotId);
    const stands = slot?.state === "open" && slot.facts.startsAt === offer.startsAt;
    // A time that a plan closed may open again: until then the seat is held.
    const isGone = slot?.state !== "open" && slot?.planId === undefined;
    if (!stands) isLost = !(await endOffer(db, item, offer, "withdrawn", isGone)) || isLost;
  }
  if (planned.visit.state !== "open") return !isLost;

  const { givings, unwanted } = await planOffers(db, { planned, slots: own, entries, now });
  for (const giving of givings) {
    const writes = isOfferTime(now) ? offer(deps, giving, planned, now) : hold(deps, giving);
    if (!writes) continue;
    noteFreedSeat(db, visitId, giving.slot.facts.slotId);
    isLost = !(await transact<string>(db, writes)).ok || isLost;
  }
  // What was thought nobody wants may be wanted by whoever just missed another seat.
  if (isLost) return false;
  for (const { slot, holder } of unwanted) {
    noteFreedSeat(db, visitId, slot.facts.slotId);
    await transact(db, { seat: releaseSeat(slot.facts, holder) });
  }
  return true;
};

const offer = ({ ids }: Pick<Deps, "ids">, { item, slot, from }: Giving, { visit }: PlannedVisit, now: Instant): Record<string, Write> => {
  const { facts } = slot;
  const { slotId, startsAt, endsAt } = facts;
  const { registrationId, entry } = item;
  const offerId = ids.mint("off") as Parameters<typeof noteOffer>[1]["offerId"];
  return {
    entry: noteOffer(
      { visitId: visit.visitId, ...entry },
      { offerId, slotId, startsAt, endsAt, offeredAt: now, holdUntil: holdUntil(now, visit.date, startsAt) },
    ),
    seat: from ? passSeatAsBelieved(facts, from, { holder: offerId, registrationId }) : takeSeat(facts, offerId, registrationId),
  };
};

/** A free seat that somebody waits for is kept for them over night; one that is held stays so. */
const hold = ({ ids }: Pick<Deps, "ids">, { slot, from }: Giving): Record<string, Write> | undefined =>
  from ? undefined : { seat: takeSeat(slot.facts, ids.mint("hld"), "list") };
