import type { MonthReview, MonthSummary } from "../../shared/contract/access-log.ts";
import type { LogKind } from "../../shared/domain/access-log.ts";
import { firstDayOf, lastDayOf, monthOf, monthsBetween } from "../../shared/domain/months.ts";
import { minutesOfDay, seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { monthReviewKey } from "../platform/ledger-keys.ts";
import { describeEntries } from "./access-rows.ts";
import { entriesOfDays, findFirstEntry, listMonthReviews, type MonthReviewItem, type StoredEntry } from "./ledger-reads.ts";
import { addOnce, type Doer } from "./ledger-writes.ts";

const reviewsOf = async ({ db, ledger }: Pick<LedgerDeps, "db" | "ledger">): Promise<Map<string, MonthReview["review"]>> => {
  const items = await listMonthReviews(ledger);
  const accountOf = ({ by }: MonthReviewItem) => ("accountId" in by ? by.accountId : undefined);
  const names = await findStaffNames(
    db,
    items.flatMap((item) => accountOf(item) ?? []),
  );
  return new Map(
    items.map((item) => {
      const accountId = accountOf(item);
      return [item.sk, { at: item.at, byName: (accountId && names.get(accountId)) ?? null, note: item.reason ?? "" }];
    }),
  );
};

/** How far back months are listed: as long as entries are kept. */
const mostMonths = 24;

/** Months since the first roles were given, the newest first. The month that goes on is among them and cannot be signed off. */
export const listMonths = async (deps: LedgerDeps): Promise<MonthReview[]> => {
  const now = monthOf(seoulDateOf(deps.clock.now()));
  const [first, reviews] = await Promise.all([findFirstEntry(deps.ledger, "roles-changed"), reviewsOf(deps)]);
  const months = monthsBetween(first ? monthOf(seoulDateOf(first.at)) : now, now);
  return months
    .slice(-mostMonths)
    .reverse()
    .map((month) => ({ month, isOver: month < now, review: reviews.get(month) ?? null }));
};

const isAtNight = ({ at }: StoredEntry): boolean => {
  const minutes = minutesOfDay(seoulTimeOf(at));
  return minutes < 6 * 60 || minutes >= 22 * 60;
};

/** Whoever it is, in whichever of their roles. */
const lookerOf = ({ by }: StoredEntry): string => ("accountId" in by ? by.accountId : JSON.stringify(by));

/** Rows at the top of a list that a manager reads. */
const mostLookers = 30;

/** Who did how much in a month, and what kinds of things. */
export const summarizeMonth = async (deps: LedgerDeps, month: string): Promise<MonthSummary> => {
  const entries = await entriesOfDays(deps.ledger, firstDayOf(month), lastDayOf(month));
  const kinds = new Map<LogKind, number>();
  const lookers = new Map<string, { first: StoredEntry; entries: number; people: number; atNight: number }>();
  for (const entry of entries) {
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
    const id = lookerOf(entry);
    const sum = lookers.get(id) ?? { first: entry, entries: 0, people: 0, atNight: 0 };
    sum.entries += 1;
    sum.people += entry.people ?? 0;
    if (isAtNight(entry)) sum.atNight += 1;
    lookers.set(id, sum);
  }
  const most = [...lookers.values()].sort((a, b) => b.people - a.people || b.entries - a.entries).slice(0, mostLookers);
  const rows = await describeEntries(
    deps.db,
    most.map(({ first }) => first),
  );
  const now = monthOf(seoulDateOf(deps.clock.now()));
  return {
    ...{ month, isOver: month < now, review: (await reviewsOf(deps)).get(month) ?? null, entries: entries.length },
    kinds: [...kinds].map(([kind, count]) => ({ kind, entries: count })).sort((a, b) => b.entries - a.entries),
    lookers: most.flatMap(({ first: _, ...sum }, i) => {
      const row = rows[i];
      return row ? [{ who: row.who, ...sum }] : [];
    }),
  };
};

/** Signs off a month, once. */
export const reviewMonth = async (
  deps: LedgerDeps,
  { month, note }: { month: string; note: string },
  by: Doer,
): Promise<Outcome<MonthReview>> => {
  const { ledger, clock, ids } = deps;
  const now = clock.now();
  if (month >= monthOf(seoulDateOf(now))) return refuse("review-too-early");
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  // Refused when it was signed off before: what was noted first stays.
  await addOnce(ledger, { at: now, kind: "month-reviewed", ...by, reason: note, days }, ids.mint("log"), monthReviewKey(month));
  return done({ month, isOver: true, review: (await reviewsOf(deps)).get(month) ?? null });
};
