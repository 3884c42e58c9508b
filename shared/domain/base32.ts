/**
 * Base 32 without padding: five bits a character, most significant bit first. Only whole groups (5 bytes, 8 characters) are
 * written and read here, so every text has exactly one reading and nothing is ever left over.
 */
const alphabets = {
  /** RFC 4648 §6. */
  rfc4648: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  /** Crockford: without I, L, O and U, so that people read and type it without mistakes. */
  crockford: "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
} as const;
type Alphabet = keyof typeof alphabets;

/** Throws when the bytes are not whole groups of five. */
export function toBase32(bytes: Uint8Array, alphabet: Alphabet): string {
  if (bytes.length % 5 !== 0) throw new RangeError(`base 32 takes groups of five bytes, not ${bytes.length}`);
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabets[alphabet][(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

/** What somebody meant to type of Crockford's: small letters, spaces and hyphens are fine, O is 0, I and L are 1. Whether it is one, the caller's form says. */
export function meantByTyping(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** Throws when the text is not whole groups of eight characters of the alphabet; capital letters only. */
export function fromBase32(text: string, alphabet: Alphabet): Uint8Array<ArrayBuffer> {
  if (text.length % 8 !== 0) throw new RangeError(`base 32 takes groups of eight characters, not ${text.length}`);
  const bytes = new Uint8Array((text.length / 8) * 5);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = alphabets[alphabet].indexOf(character);
    if (value < 0) throw new RangeError("not a character of this base 32");
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = held >>> bits;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}
