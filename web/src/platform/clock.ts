import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { serverTimeHeader } from "../../../shared/wiring.ts";

/** Milliseconds that the server's clock is ahead of this device's, as last heard or recalled; many a phone is minutes off, some a day. */
export let aheadMs = 0;
/** The same of `performance.now()`, a clock that nobody sets; undefined before either. */
export let aheadOfRunMs: number | undefined;
/** Whether an answer was heard since this page was opened. */
export let isHeard = false;

const take = (ms: number): void => {
  aheadMs = ms;
  aheadOfRunMs = Date.now() + ms - performance.now();
};

/** Takes the server's time from an answer. */
export function noteServerTime(response: Response): void {
  const said = Date.parse(response.headers.get(serverTimeHeader) ?? "");
  if (Number.isNaN(said)) return;
  take(said - Date.now());
  isHeard = true;
}

/** `toISOString` has the form of an Instant by definition; no schema is needed to know. */
const instantOfMs = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** Now, by the server's clock as far as it was heard: what is open, today, over. The API decides all the same. */
export const instantNow = (): Instant => instantOfMs(Date.now() + aheadMs);

/** Takes what was heard on an earlier day, for a page that was opened without a network. */
export function recallAheadMs(ms: number): void {
  if (!isHeard) take(ms);
}

/** Now, by the clock of this device alone. */
export const deviceNow = (): Instant => instantOfMs(Date.now());
