/**
 * Who a ticket belongs to, as it lies on a phone: readable only with the ticket in hand. AES-256-GCM under
 * HKDF-SHA256(tid, salt = visitId, info = "jobstop/row/v1"); a lost phone reveals nobody who was not scanned. The list for looking people up is sealed in
 * the same way, to a secret that comes from a PIN (`look-up-list.ts`).
 */
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import type { VisitId } from "./ids.ts";

const info = new TextEncoder().encode("jobstop/row/v1");
const ivBytes = 12;

const rowKey = async (secret: Uint8Array<ArrayBuffer>, visitId: VisitId): Promise<CryptoKey> => {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const salt = new TextEncoder().encode(visitId);
  return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, base, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
};

/**
 * A text sealed for whoever has the secret, base64url. Each ticket has a secret of its own, and the nonce is a hash of secret and text: the same text is
 * sealed alike each time, so that a row that did not change is not sent again, and no nonce serves two texts.
 */
export const sealRow = async (
  text: string,
  { secret, visitId }: { secret: Uint8Array<ArrayBuffer>; visitId: VisitId },
): Promise<string> => {
  const key = await rowKey(secret, visitId);
  const seed = Uint8Array.from([...info, ...secret, ...new TextEncoder().encode(text)]);
  const iv = new Uint8Array(await crypto.subtle.digest("SHA-256", seed)).slice(0, ivBytes);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  return toBase64Url(Uint8Array.from([...iv, ...new Uint8Array(sealed)]));
};

/** The text; rejects when it was sealed for another ticket or was changed. */
export const openRow = async (
  sealed: string,
  { secret, visitId }: { secret: Uint8Array<ArrayBuffer>; visitId: VisitId },
): Promise<string> => {
  const bytes = fromBase64Url(sealed);
  const key = await rowKey(secret, visitId);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, ivBytes) }, key, bytes.slice(ivBytes)));
};
