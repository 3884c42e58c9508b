import type { AccountId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";

/**
 * How many codes may be typed for an account. The one of a day is for whoever has somebody's mailbox and much time: with three codes good at any moment
 * they guess right within a year with a chance of 2 in 100.
 */
const limits = {
  "second-step-quarter": { minutes: 15, max: 5 },
  "second-step-day": { minutes: 24 * 60, max: 20 },
} as const;
type StepLimit = keyof typeof limits;

/** Spends one try before anything is compared, so that codes typed at once cannot share one. */
export const spendTry = async ({ db, clock }: Pick<Deps, "db" | "clock">, accountId: AccountId): Promise<Outcome<undefined>> => {
  const now: Instant = clock.now();
  const count = (limit: StepLimit) => countWithin(limit, limits[limit], accountId, now);
  const result = await transact<StepLimit>(db, {
    "second-step-quarter": count("second-step-quarter"),
    "second-step-day": count("second-step-day"),
  });
  if (result.ok) return done(undefined);
  return refuse("too-many-requests", { retryAfterSeconds: Math.max(...result.refused.map((limit) => secondsLeftOf(limits[limit], now))) });
};
