import type { Clock } from "../../functions/platform/clock.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";

/** A clock that stands until it is moved. */
export type TestClock = Clock & { set(instant: string): void; forward(minutes: number): void };

export const aClock = (start: string): TestClock => {
  let now = Instant.parse(start);
  return {
    now: () => now,
    set: (instant) => {
      now = Instant.parse(instant);
    },
    forward: (minutes) => {
      now = addMinutes(now, minutes);
    },
  };
};
