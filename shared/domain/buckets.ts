/**
 * A set that two sides keep alike without a cursor: rows are dealt into buckets by id, each bucket has a digest, and only buckets whose digests differ are
 * sent. It needs no clock and no memory of who was told what, and heals itself after any loss.
 */
import { toBase64Url } from "./base64url.ts";
import { fnv1a } from "./fnv.ts";

export const bucketCount = 32;

const bucketOf = (id: string): number => fnv1a(id) % bucketCount;

export type Bucket<Row> = { bucket: number; digest: string; rows: Row[] };

/** By which two sides tell whether they have the same text. */
export const digestOf = async (text: string): Promise<string> => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(hash).slice(0, 9));
};

/** Rows by bucket, in order of id, with the digest of each bucket; that of an empty one is "". */
export const bucketsOf = async <Row>(rows: readonly Row[], idOf: (row: Row) => string): Promise<Bucket<Row>[]> => {
  const dealt: Row[][] = Array.from({ length: bucketCount }, () => []);
  for (const row of [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) dealt[bucketOf(idOf(row))]?.push(row);
  return Promise.all(
    dealt.map(async (own, bucket) => {
      if (own.length === 0) return { bucket, digest: "", rows: own };
      return { bucket, digest: await digestOf(JSON.stringify(own)), rows: own };
    }),
  );
};

/** What the other side, which has these digests by bucket, is missing; an empty one is told where it has rows that are gone. */
export const bucketsFor = <Row>(buckets: readonly Bucket<Row>[], has: readonly string[] = []): Bucket<Row>[] =>
  buckets.filter(({ bucket, digest }) => (has[bucket] ?? "") !== digest);
