import { randomBytes } from "node:crypto";
import { encodeTime, monotonicFactory } from "ulid";
import { toBase32 } from "../../shared/domain/base32.ts";
import { epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";
import type { Clock } from "./clock.ts";

/** Where ids and randomness come from; injected, so that a test can repeat itself. */
export type Ids = {
  /** A prefixed ULID, for example `vis_01J…`; increasing within a process. */
  mint<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}`;
  /** Cryptographically random bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
};

/** Bytes after the time in a ULID. */
const ulidBytes = 10;

/** The id that follows from an instant and a digest of 10 bytes or more: the same each time. */
export const idFrom = <Prefix extends string>(prefix: Prefix, at: Instant, digest: Uint8Array): `${Prefix}_${string}` =>
  `${prefix}_${encodeTime(epochMsOf(at))}${toBase32(digest.subarray(0, ulidBytes), "crockford")}`;

export const randomIds = (
  clock: Clock,
  bytes: (length: number) => Uint8Array<ArrayBuffer> = (n) => Uint8Array.from(randomBytes(n)),
): Ids => {
  const ulid = monotonicFactory(() => (bytes(1)[0] ?? 0) / 256);
  return { mint: (prefix) => `${prefix}_${ulid(epochMsOf(clock.now()))}`, bytes };
};
