import { isLive } from "../../shared/domain/booking.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import type { Deps } from "../platform/deps.ts";
import { type AgendaItem, bookingsOf } from "../registrations/registration-reads.ts";
import { heldSeats, type SlotItem } from "../slots/slot-reads.ts";
import { offerSeats } from "./offer-seats.ts";
import { listEntries, type WaitlistEntryItem } from "./waitlist-reads.ts";

const takersOf = (slot: SlotItem | undefined): string[] => Object.keys(slot?.takers ?? {});

/** After a change of a slot: a seat that is held is offered to who is next; one that became free, to whoever waits for it all the same. */
export const onSlotChange = async (deps: Deps, before: SlotItem | undefined, after: SlotItem): Promise<void> => {
  if (!before) return;
  const { visitId } = after.facts;
  const list = listNameOf(after.facts);
  const had = new Set(heldSeats(before));
  const isHeld = heldSeats(after).some((holder) => !had.has(holder));
  const isClosed = before.state === "open" && after.state !== "open" && takersOf(after).some((holder) => !holder.startsWith("bkg_"));
  if (isHeld || isClosed) return offerSeats(deps, visitId, list);
  const freeBefore = before.seats - takersOf(before).length;
  const isFreed = after.seats - takersOf(after).length > freeBefore;
  const isOpened = before.state !== "open" && after.state === "open";
  // What a plan closes it tells people of itself.
  const isWithdrawn = before.state === "open" && after.state !== "open" && before.planId === after.planId;
  if ((isFreed || isOpened || isWithdrawn) && (await listEntries(deps.db, visitId, list)).length > 0) await offerSeats(deps, visitId, list);
};

/** After a change of a place in a list: whoever came, or let an offer go, is looked after with whatever is free. */
export const onEntryChange = async (deps: Deps, before: WaitlistEntryItem | undefined, after: WaitlistEntryItem): Promise<void> => {
  const lostOffer = before?.entry.offer && before.entry.offer.offerId !== after.entry.offer?.offerId;
  if (!before || lostOffer) await offerSeats(deps, after.visitId, after.entry.list);
};

/** After a change of somebody's day: whoever gave up a time may now be able to take one that they wait for, or wait for nothing any more. */
export const onAgendaChange = async (deps: Deps, before: AgendaItem | undefined, after: AgendaItem): Promise<void> => {
  const lists = new Set(Object.values(after.waits).flatMap(({ list, closed }) => (closed ? [] : [list])));
  if (!before || lists.size === 0) return;
  const isRoomier = bookingsOf(before).some((earlier) => {
    const now = after.bookings[earlier.bookingId];
    const isSame = now && isLive(now) && now.startsAt === earlier.startsAt && listNameOf(now) === listNameOf(earlier);
    return isLive(earlier) && !isSame;
  });
  if (isRoomier) for (const list of lists) await offerSeats(deps, after.visitId, list);
};
