import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { travelTo } from "./time-travel.ts";

/** The product's clock, which whoever plays it moves; it goes on by itself from where it was set. */
export const aMovedClock = () => {
  let back = () => {};
  const set = (instant: Instant): void => {
    back();
    back = travelTo(new Date(instant));
  };
  const now = (): Instant => instantAt(Date.now());
  return { now, set, pass: (minutes: number): void => set(instantAt(Date.now() + minutes * 60_000)), end: () => back() };
};
export type MovedClock = ReturnType<typeof aMovedClock>;
