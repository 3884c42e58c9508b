import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { serverTimeHeader } from "../../../shared/wiring.ts";

/** Milliseconds that the server's clock is ahead of this device's, as last heard; many a phone is minutes off, some a day. */
let ahead = 0;
/** The same of the clock that nobody sets (`leastMs`). */
let aheadOfRun: number | undefined;
let isHeard = false;

const take = (ms: number): void => {
  ahead = ms;
  aheadOfRun = Date.now() + ms - performance.now();
};

/** Takes the server's time from an answer. */
export function noteServerTime(response: Response): void {
  const said = Date.parse(response.headers.get(serverTimeHeader) ?? "");
  if (Number.isNaN(said)) return;
  take(said - Date.now());
  isHeard = true;
}

/** The same for who keeps it: undefined until an answer was heard since this page was opened. */
export const heardAheadMs = (): number | undefined => (isHeard ? ahead : undefined);
/** As heard, recalled, or 0. */
export const aheadMs = (): number => ahead;

/**
 * Milliseconds since 1970 that it is at least by the server's clock, by what was heard or recalled and a clock that nobody sets and that never leaps; many
 * devices stop it while they sleep. Undefined before either.
 */
export const leastMs = (): number | undefined => aheadOfRun && performance.now() + aheadOfRun;

/** `toISOString` has the form of an Instant by definition; no schema is needed to know. */
const instantOfMs = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** Now, by the server's clock as far as it was heard: what is open, today, over. The API decides all the same. */
export const instantNow = (): Instant => instantOfMs(Date.now() + ahead);

/** Takes what was heard on an earlier day, for a page that was opened without a network. */
export function recallAheadMs(ms: number): void {
  if (!isHeard) take(ms);
}

/** Now, by the clock of this device alone. */
export const deviceNow = (): Instant => instantOfMs(Date.now());
