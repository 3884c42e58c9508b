import { isLive } from "../../shared/domain/booking.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";

/** What is kept of seats, from either side. */
export type Seats = {
  readonly slots: readonly Pick<SlotItem, "facts" | "seats" | "takers">[];
  readonly agendas: readonly Pick<AgendaItem, "registrationId" | "bookings">[];
  readonly entries: readonly Pick<WaitlistEntryItem, "registrationId" | "entry">[];
};

/** A slot with more holders than seats; promise 1 says that there is none. */
export const oversoldFaults = ({ slots }: Pick<Seats, "slots">): string[] =>
  slots.flatMap(({ facts, seats, takers }) => {
    const holders = Object.keys(takers).length;
    return holders > seats ? [`${facts.slotId} has ${holders} holders for ${seats} seats`] : [];
  });

/** A holder of whom the other side knows nothing: a seat that nobody comes to, or somebody who comes to no seat. */
export const adriftFaults = ({ slots, agendas, entries }: Seats): string[] => {
  const faults: string[] = [];
  const known = new Map<string, string>();
  for (const { registrationId, bookings } of agendas)
    for (const booking of Object.values(bookings)) if (isLive(booking)) known.set(`${registrationId} ${booking.bookingId}`, booking.slotId);
  for (const { registrationId, entry } of entries)
    if (entry.offer) known.set(`${registrationId} ${entry.offer.offerId}`, entry.offer.slotId);
  for (const { facts, takers } of slots)
    for (const [holder, registrationId] of Object.entries(takers)) {
      if (registrationId === "list") continue;
      const key = `${registrationId} ${holder}`;
      if (known.get(key) !== facts.slotId) faults.push(`${facts.slotId} is held by ${holder}, which stands at ${known.get(key)}`);
      else known.delete(key);
    }
  for (const [key, slotId] of known) faults.push(`${key} believes in a seat of ${slotId} that is not there`);
  return faults;
};
