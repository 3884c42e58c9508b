import { addMinutes, epochMsOf, type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import type { Db } from "./db.ts";

/** Most that a process remembers of one kind; the oldest go first. */
const mostKept = 5_000;

type Kept<T> = { value: T; until: Instant };

/**
 * What a process remembers of a table for a moment, to spare look-ups. Never the ground of a promise: whatever is written on it carries a condition
 * that the table still agrees.
 */
export const aMemory = <T>() => {
  const byDb = new WeakMap<Db, Map<string, Kept<T>>>();
  const of = (db: Db): Map<string, Kept<T>> => {
    const kept = byDb.get(db) ?? new Map<string, Kept<T>>();
    byDb.set(db, kept);
    return kept;
  };
  return {
    recall(db: Db, key: string, now: Instant): T | undefined {
      const kept = of(db).get(key);
      return kept && now < kept.until ? kept.value : undefined;
    },
    keep(db: Db, key: string, value: T, until: Instant): void {
      const all = of(db);
      all.delete(key);
      all.set(key, { value, until });
      const [oldest] = all.keys();
      if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
    },
    forget(db: Db, key: string): void {
      of(db).delete(key);
    },
  };
};

export const inSeconds = (now: Instant, seconds: number): Instant => instantAt(epochMsOf(now) + seconds * 1000);
export const inADay = (now: Instant): Instant => addMinutes(now, 24 * 60);
