import { randomBytes } from "node:crypto";
import { monotonicFactory } from "ulid";
import { epochMsOf } from "../../shared/domain/seoul-time.ts";
import type { Clock } from "./clock.ts";

/** Where ids and randomness come from; injected, so that a test can repeat itself. */
export type Ids = {
  /** A prefixed ULID, for example `vis_01J…`; increasing within a process. */
  mint<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}`;
  /** Cryptographically random bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
};

export const randomIds = (
  clock: Clock,
  bytes: (length: number) => Uint8Array<ArrayBuffer> = (n) => Uint8Array.from(randomBytes(n)),
): Ids => {
  const ulid = monotonicFactory(() => (bytes(1)[0] ?? 0) / 256);
  return { mint: (prefix) => `${prefix}_${ulid(epochMsOf(clock.now()))}`, bytes };
};
