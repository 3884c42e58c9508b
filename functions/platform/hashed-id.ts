import { createHash } from "node:crypto";

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id that follows from what it stands for, in the form of a ULID: the same words are the same id, however often they come. 130 bits of SHA-256. */
export const hashedId = <Prefix extends string>(prefix: Prefix, words: readonly string[]): `${Prefix}_${string}` => {
  const hash = createHash("sha256").update(words.join("\0")).digest();
  return `${prefix}_${Array.from(hash.subarray(0, 26), (byte) => digits[byte % 32]).join("")}`;
};
