import { createCipheriv, createDecipheriv } from "node:crypto";
import { type TicketIndex, TicketToken } from "../../shared/domain/ticket-token.ts";

const algorithm = "aes-256-gcm";
const layoutVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Where a sealed token belongs: copied into another ticket's item it does not open. */
export interface SealedTokenPlace {
  readonly visitId: string;
  readonly idx: TicketIndex;
}

/**
 * Seals a token for storage, AES-256-GCM bound to its place. Tokens are made once and rendered from then on, so they are
 * kept, but a copy of the table alone must not print tickets. `randomBytes` gives the nonce: never the same one twice.
 */
export function sealToken(
  token: TicketToken,
  place: SealedTokenPlace,
  key: Uint8Array,
  randomBytes: (size: number) => Uint8Array,
): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(placeBytes(place));
  return Buffer.concat([Buffer.of(layoutVersion), nonce, cipher.update(token, "ascii"), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were altered, belong elsewhere or were sealed under another key. */
export function openToken(sealed: Uint8Array, place: SealedTokenPlace, key: Uint8Array): TicketToken {
  if (sealed[0] !== layoutVersion) throw new Error("a sealed token of an unknown layout");
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(placeBytes(place))
    .setAuthTag(sealed.subarray(-tagBytes));
  const text = Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
  return TicketToken.parse(text.toString("ascii"));
}

function placeBytes({ visitId, idx }: SealedTokenPlace): Buffer {
  return Buffer.from(`jobstop/sealed-token/v1\0${visitId}|${idx}`);
}
