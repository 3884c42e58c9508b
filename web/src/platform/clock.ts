import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { serverTimeHeader } from "../../../shared/wiring.ts";

/** Milliseconds that the server's clock is ahead of this device's, as last heard; many a phone is minutes off, some a day. */
let aheadMs = 0;

/** Takes the server's time from an answer. */
export function noteServerTime(response: Response): void {
  const said = Date.parse(response.headers.get(serverTimeHeader) ?? "");
  if (!Number.isNaN(said)) aheadMs = said - Date.now();
}

/** `toISOString` has the form of an Instant by definition; no schema is needed to know. */
const instantOfMs = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** Now, by the server's clock as far as it was heard: what is open, today, over. The API decides all the same. */
export const instantNow = (): Instant => instantOfMs(Date.now() + aheadMs);

/** Now, by the clock of this device alone. */
export const deviceNow = (): Instant => instantOfMs(Date.now());
