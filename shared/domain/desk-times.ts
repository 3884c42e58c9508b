import type { DeskId } from "./ids.ts";
import type { Instant } from "./seoul-time.ts";
import type { Slot } from "./slot.ts";

/** When the open times of a desk begin, in order: what somebody saw who wants to change the desk. */
export const timesOfDesk = (slots: readonly Pick<Slot, "deskId" | "startsAt" | "state">[], deskId: DeskId | string): Instant[] =>
  slots
    .filter((slot) => slot.deskId === deskId && slot.state === "open")
    .map(({ startsAt }) => startsAt)
    .sort();
