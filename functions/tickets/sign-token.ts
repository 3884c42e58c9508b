import {
  signToken,
  type TicketBody,
  type TicketCode,
  type TicketIndex,
  type TicketToken,
  ticketCodeOf,
  ticketIndexOf,
} from "../../shared/domain/ticket-token.ts";

const p256 = { name: "ECDSA", namedCurve: "P-256" } as const;

/** A visit's new key pair as bytes: the private half to be wrapped at once, the public half to be stored and handed out. */
export interface VisitKeyPair {
  /** PKCS #8, about 138 bytes. Leaves memory only wrapped. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
  /** The uncompressed point, 65 bytes, for `importTicketPublicKey`. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

export interface MintedTicket {
  readonly token: TicketToken;
  readonly idx: TicketIndex;
  readonly code: TicketCode;
}

const bytesOf = async (pair: CryptoKeyPair): Promise<VisitKeyPair> => {
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
    crypto.subtle.exportKey("raw", pair.publicKey),
  ]);
  return { privateKey: new Uint8Array(privateKey), publicKey: new Uint8Array(publicKey) };
};

/** The pair that a visit's tickets are signed with. */
export const makeVisitKeyPair = async (): Promise<VisitKeyPair> => bytesOf(await crypto.subtle.generateKey(p256, true, ["sign", "verify"]));

/** The pair that what is written at the desk is sealed to (`sealed-note.ts`). */
export const makeNoteKeyPair = async (): Promise<VisitKeyPair> =>
  bytesOf(await crypto.subtle.generateKey({ ...p256, name: "ECDH" }, true, ["deriveBits"]));

/** An unwrapped private key, ready to sign and not to be exported again. Rejects when the bytes are no P-256 key. */
export async function importSigningKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", pkcs8, p256, false, ["sign"]);
}

/**
 * Makes a ticket under its visit's key, with a `tid` of 16 random bytes from the caller. The code is unique within a visit
 * only by the caller's condition: when it is taken (about 1 in 10^9 for a busy visit), mint again with fresh bytes.
 */
export async function mintTicket(body: TicketBody, signingKey: CryptoKey): Promise<MintedTicket> {
  const [token, idx] = await Promise.all([signToken(body, signingKey), ticketIndexOf(body.tid)]);
  return { token, idx, code: ticketCodeOf(idx) };
}
