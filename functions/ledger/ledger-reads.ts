import type { LogKind } from "../../shared/domain/access-log.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import { addDays, type Instant, type LocalDate } from "../../shared/domain/seoul-time.ts";
import type { ledgerShape } from "../../shared/wiring.ts";
import { type Db, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { accountPartition, dayPartition, kindPartition, monthReviewPartition } from "../platform/ledger-keys.ts";
import type { LedgerEntry } from "./ledger-writes.ts";

/** An entry as it stands in the ledger. `atAndId` is its place in every list. */
export type StoredEntry = LedgerEntry & { entryId: string; atAndId: string };

/** One list of the ledger. */
export type EntryList = { index: (typeof ledgerShape.indexes)[number]; partition: string };

export const ofDay = (date: LocalDate): EntryList => ({ index: "onDay", partition: dayPartition(date) });
export const byAccountList = (id: AccountId): EntryList => ({ index: "byWhom", partition: accountPartition(id) });
export const ofKind = (kind: LogKind): EntryList => ({ index: "ofKind", partition: kindPartition(kind) });
export const aboutList = (partition: string): EntryList => ({ index: "aboutWhom", partition });

/** Later than any place that an entry can have. */
const fromTheEnd = "~";

/** Entries of a list, the newest first, from before a place on; a moment old. */
export const listEntries = (
  ledger: Db,
  { index, partition }: EntryList,
  { before = fromTheEnd, limit }: { before?: string | undefined; limit?: number },
): Promise<StoredEntry[]> =>
  queryItems<StoredEntry>(
    ledger,
    {
      IndexName: index,
      KeyConditionExpression: `${index} = :partition AND atAndId < :before`,
      ExpressionAttributeValues: { ":partition": partition, ":before": before },
      ScanIndexForward: false,
    },
    limit,
  );

/** Entries of a list from a time on, the oldest first. */
export const listEntriesSince = (ledger: Db, { index, partition }: EntryList, since: Instant): Promise<StoredEntry[]> =>
  queryItems<StoredEntry>(ledger, {
    IndexName: index,
    KeyConditionExpression: `${index} = :partition AND atAndId >= :since`,
    ExpressionAttributeValues: { ":partition": partition, ":since": since },
  });

/** The first entry of a kind that is still kept. */
export const findFirstEntry = async (ledger: Db, kind: LogKind): Promise<StoredEntry | undefined> => {
  const { index, partition } = ofKind(kind);
  const [first] = await queryItems<StoredEntry>(
    ledger,
    { IndexName: index, KeyConditionExpression: `${index} = :partition`, ExpressionAttributeValues: { ":partition": partition } },
    1,
  );
  return first;
};

/** So many days are asked for at once. */
const daysAtOnce = 8;

/** Every entry of some days, both included, the oldest first. */
export const entriesOfDays = async (ledger: Db, from: LocalDate, to: LocalDate): Promise<StoredEntry[]> => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const entries: StoredEntry[] = [];
  for (let i = 0; i < days.length; i += daysAtOnce) {
    const found = await Promise.all(days.slice(i, i + daysAtOnce).map((day) => listEntries(ledger, ofDay(day), {})));
    for (const ofOneDay of found) entries.push(...ofOneDay.reverse());
  }
  return entries;
};

export type MonthReviewItem = Item & LedgerEntry & { sk: string };

export const listMonthReviews = (ledger: Db): Promise<MonthReviewItem[]> =>
  queryPartition<MonthReviewItem>(ledger, monthReviewPartition, "2");
