import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { isLive } from "../../../../shared/domain/booking.ts";
import type { Made } from "./send-wanted.ts";
import type { Wanted } from "./wanted.ts";

/** Applications that stand: for these the same wish is fulfilled. */
const standing = new Set<string>(["applied", "accepted"]);

/** What the person has of this very wish already, for somebody who comes back to its address. */
export function madeBefore(
  wanted: Exclude<Wanted, { does: "miss" }>,
  mine: Pick<MyRegistration, "bookings" | "waits" | "applications"> | undefined,
): Made | undefined {
  if (!mine) return undefined;
  if (wanted.does === "come") return undefined;
  const list = wanted.subject.kind === "job" ? wanted.subject.posting.postingId : wanted.subject.service;
  switch (wanted.does) {
    case "book": {
      const found = mine.bookings.find(({ booking }) => booking.slotId === wanted.slot.slotId && isLive(booking));
      return found && { does: "book", booking: found.booking, wanted };
    }
    case "wait": {
      const found = mine.waits.find(({ entry }) => entry.list === list && entry.slotId === wanted.slot?.slotId && !entry.replaces);
      return found && { does: "wait", wait: found, wanted };
    }
    case "apply": {
      const found = mine.applications.find(({ application }) => application.postingId === list && standing.has(application.state));
      return found && { does: "apply", application: found.application, wanted };
    }
  }
}
