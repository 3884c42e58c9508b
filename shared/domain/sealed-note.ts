/**
 * What is written at the desk without a network, sealed at once to the visit's key: the phone that wrote it cannot read it back, and no wipe of the phone
 * destroys it. A fresh P-256 key pair a note, ECDH with the visit's key, HKDF-SHA256(salt = visitId, info = "jobstop/note/v1"), AES-256-GCM.
 *
 *     NOTE = BASE64URL(EPHEMERAL POINT, 65 bytes || IV, 12 bytes || CIPHERTEXT)
 */
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import type { VisitId } from "./ids.ts";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const info = new TextEncoder().encode("jobstop/note/v1");
const pointBytes = 65;
const ivBytes = 12;

const noteKey = async (privateKey: CryptoKey, publicKey: CryptoKey, visitId: VisitId): Promise<CryptoKey> => {
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 256);
  const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const salt = new TextEncoder().encode(visitId);
  return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, secret, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
};

/** The visit's public key from its 65 uncompressed bytes. Rejects when they are no point of the curve. */
export const importNotePublicKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, curve, true, []);

/** The visit's private key from PKCS #8, ready to open notes and not to be exported again. */
export const importNotePrivateKey = (pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey("pkcs8", pkcs8, curve, false, ["deriveBits"]);

export const sealNote = async (text: string, { visitId, publicKey }: { visitId: VisitId; publicKey: CryptoKey }): Promise<string> => {
  const own = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await noteKey(own.privateKey, publicKey, visitId);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  const point = await crypto.subtle.exportKey("raw", own.publicKey);
  return toBase64Url(Uint8Array.from([...new Uint8Array(point), ...iv, ...new Uint8Array(sealed)]));
};

/** The text; rejects when it was sealed to another visit's key or was changed. */
export const openNote = async (note: string, { visitId, privateKey }: { visitId: VisitId; privateKey: CryptoKey }): Promise<string> => {
  const bytes = fromBase64Url(note);
  const point = await importNotePublicKey(bytes.slice(0, pointBytes));
  const key = await noteKey(privateKey, point, visitId);
  const iv = bytes.slice(pointBytes, pointBytes + ivBytes);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.slice(pointBytes + ivBytes)));
};
