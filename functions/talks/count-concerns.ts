import { ConcernCategory, type ConcernCounts, countConcerns } from "../../shared/domain/concern.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Deps } from "../platform/deps.ts";
import { listConcernCounts } from "./talk-reads.ts";

type Counted = { all: ConcernCounts; categories: { category: ConcernCategory; counts: ConcernCounts }[] };

/** Concerns that were brought in a time, by category and by where they stand today. */
export const countBrought = async ({ db, clock }: Pick<Deps, "db" | "clock">, from: LocalDate, to: LocalDate): Promise<Counted> => {
  const today = seoulDateOf(clock.now());
  const items = await listConcernCounts(db, from, to);
  const byCategory = Map.groupBy(items, ({ category }) => category);
  const categories = ConcernCategory.options.flatMap((category) => {
    const ofIt = byCategory.get(category);
    return ofIt ? [{ category, counts: countConcerns(ofIt, today) }] : [];
  });
  return { all: countConcerns(items, today), categories };
};
