/** Crockford's base 32. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A prefixed ULID: 48 bits of milliseconds, 80 random ones. Made once for what is about to be sent and kept through every retry, so that sending it twice
 * does it once.
 */
export function mintId<Prefix extends string>(
  prefix: Prefix,
  nowMs = Date.now(),
  random = crypto.getRandomValues(new Uint8Array(16)),
): `${Prefix}_${string}` {
  const time = Array.from({ length: 10 }, (_, i) => alphabet[Math.floor(nowMs / 32 ** (9 - i)) % 32]);
  return `${prefix}_${[...time, ...Array.from(random, (byte) => alphabet[byte % 32])].join("")}`;
}
