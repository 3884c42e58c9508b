import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** What KMS binds to a ciphertext: whoever decrypts must name the same pairs. */
export type EncryptionContext = Readonly<Record<string, string>>;

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
/** First byte of every blob, so that a later layout can be told apart. */
const layout = 1;

/** AES-256-GCM under the master key with the context as associated data: layout, nonce, tag, ciphertext. */
export function encryptUnder(masterKey: Buffer, plaintext: Buffer, context: EncryptionContext): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, masterKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(canonical(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(layout), nonce, cipher.getAuthTag(), ciphertext]);
}

/** The plaintext, or undefined when the blob, the key or the context is not the one it was made with. */
export function decryptUnder(masterKey: Buffer, blob: Buffer, context: EncryptionContext): Buffer | undefined {
  const start = 1 + nonceBytes + tagBytes;
  if (blob.length < start || blob[0] !== layout) return undefined;
  const decipher = createDecipheriv(algorithm, masterKey, blob.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(canonical(context));
  decipher.setAuthTag(blob.subarray(1 + nonceBytes, start));
  try {
    return Buffer.concat([decipher.update(blob.subarray(start)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** The order of the pairs does not matter to KMS. */
function canonical(context: EncryptionContext): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));
}
