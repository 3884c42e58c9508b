import type { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import type { Posting } from "../../shared/domain/posting.ts";
import { addDays, type LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, findItems, type Item, queryItems } from "../platform/db.ts";
import { employerPartition, postingKey, postingPrefix, postingsIndexPartition } from "../platform/keys.ts";

/** `remindedOf`: of which last day its employer was reminded. */
export type PostingItem = Item & { posting: Omit<Posting, "version">; remindedOf?: LocalDate };

const postingOf = ({ posting, version }: PostingItem): Posting => ({ ...posting, version });

export const findPosting = async (db: Db, employerId: EmployerId, postingId: PostingId): Promise<Posting | undefined> => {
  const item = await findItem<PostingItem>(db, postingKey(employerId, postingId));
  return item && postingOf(item);
};

/** Postings of several employers, 100 a round trip; unknown ones are left out. */
export const findPostings = async (db: Db, which: readonly Pick<Posting, "employerId" | "postingId">[]): Promise<Posting[]> => {
  const keys = which.map(({ employerId, postingId }) => postingKey(employerId, postingId));
  const items = keys.length > 0 ? ((await findItems(db, keys)) as (PostingItem | undefined)[]) : [];
  return items.flatMap((item) => (item ? [postingOf(item)] : []));
};

/** At most so many in one list. */
const listLimit = 200;

/** An employer's postings, newest first. */
export const listPostings = async (db: Db, employerId: EmployerId): Promise<Posting[]> => {
  const items = await queryItems<PostingItem>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": employerPartition(employerId), ":prefix": postingPrefix },
      ScanIndexForward: false,
    },
    listLimit,
  );
  return items.map(postingOf);
};

/** Postings by last day, from a day on or after the last one of the page before; a moment old. */
export const listValidPostings = async (db: Db, after: string, limit: number): Promise<{ postings: Posting[]; next: string | null }> => {
  const items = await queryItems<PostingItem & { gsi1sk: string }>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :postings AND gsi1sk > :after",
      ExpressionAttributeValues: { ":postings": postingsIndexPartition, ":after": after },
    },
    limit,
  );
  return { postings: items.map(postingOf), next: items.length === limit ? (items.at(-1)?.gsi1sk ?? null) : null };
};

/** Postings whose last day is from one day to another; a moment old. */
export const listPostingsEnding = (db: Db, from: LocalDate, to: LocalDate): Promise<PostingItem[]> =>
  queryItems<PostingItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :postings AND gsi1sk BETWEEN :from AND :end",
    ExpressionAttributeValues: { ":postings": postingsIndexPartition, ":from": from, ":end": addDays(to, 1) },
  });
