import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import type { Ids } from "./ids.ts";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** A key for one purpose out of a secret that serves several: what one seals another does not open. */
export const keyFor = (secret: string | Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));

/** A text as the table keeps it, AES-256-GCM: whoever reads the table alone does not read it, and put in another place it does not open. */
export const sealText = (key: Uint8Array, { bytes }: Pick<Ids, "bytes">, place: string, text: string): string => {
  const nonce = bytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString("base64url");
};

/** @throws when the key is another one, or the text was sealed for another place. */
export const openText = (key: Uint8Array, place: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString();
};
