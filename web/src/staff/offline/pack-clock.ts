/**
 * What time it is for a pack, on a device whose clock somebody may have set, or that leapt by itself. A second clock runs beside it that nobody sets; it stands
 * still while some devices sleep, so that it only tells what time it is at least.
 */
import { epochMsOf, type Instant, instantAt } from "../../../../shared/domain/seoul-time.ts";
import { aheadMs, aheadOfRunMs, isHeard } from "../../platform/clock.ts";
import type { KeptPack } from "./database.ts";
import { wipedFrom } from "./pack-store.ts";

/** For who keeps it: undefined until an answer was heard since this page was opened. */
export const heardAheadMs = (): number | undefined => (isHeard ? aheadMs : undefined);

/** Milliseconds since 1970 that it is at least, by what was heard or recalled and the clock that nobody sets; undefined before either. */
export const leastMs = (): number | undefined => (aheadOfRunMs === undefined ? undefined : performance.now() + aheadOfRunMs);

type Timed = Pick<KeptPack, "loadedAt" | "visit" | "clockOffset">;

/** Less is drift, and no leap; milliseconds. */
const slackMs = 5_000;

/** The first of these corrections by which it is not earlier than it can be, and the pack not long over; if none fits, the first all the same. Milliseconds. */
const fitting = (pack: Timed, now: number, corrections: readonly [number, ...number[]], least = 0): number => {
  const from = Math.max(epochMsOf(pack.loadedAt), least) - slackMs;
  const until = epochMsOf(wipedFrom(pack));
  return corrections.find((ms) => now + ms >= from && now + ms < until) ?? corrections[0];
};

/** For a page that was opened without a network: what was heard when the pack was loaded, unless the clock has been put right since. Milliseconds. */
export const recalledAheadMs = (pack: Timed): number => fitting(pack, Date.now(), [pack.clockOffset, 0]);

/** Milliseconds that the server's clock is ahead of this device's now: as last heard, unless this device's has leapt since, for which the other clock makes up. */
export const aheadMsFor = (pack: Timed): number => {
  const [now, least] = [Date.now(), leastMs()];
  return fitting(pack, now, least === undefined ? [aheadMs] : [aheadMs, least - now], least);
};

export const nowFor = (pack: Timed): Instant => instantAt(Date.now() + aheadMsFor(pack));

/** Whether the pack has to be off this device, as far as its clock can be believed: nothing is destroyed by it. */
export const seemsOver = (pack: Timed): boolean => nowFor(pack) >= wipedFrom(pack);
