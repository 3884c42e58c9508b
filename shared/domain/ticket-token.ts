/**
 * The ticket token: what the QR code says, 148 characters without personal data.
 *
 *     TOKEN = "JS1:" + BASE32(BODY || SIGNATURE)
 *     BODY, 26 bytes, big endian:
 *        0  u8   version and algorithm    6  16 B  tid      24  u16  day of the visit
 *        1  u8   kid                     22  u8    gen
 *        2  u32  visitNo                 23  u8    flags
 *     SIGNATURE = ECDSA P-256 SHA-256, r || s, 64 bytes, over "jobstop/ticket/v1\0" || BODY
 *
 * ES256 and not Ed25519, because not every phone at the desk verifies the latter. Base 32 and not 45, because it costs no
 * larger QR code and survives links, trimming and typing. Runs in Lambda and in the scanner's browser alike, on WebCrypto
 * only. The token and its `tid` are the ticket's secret: they are never logged and open nothing in the API.
 */
import * as z from "zod/mini";
import { fromBase32, meantByTyping, toBase32 } from "./base32.ts";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { addDays, daysBetween, type LocalDate } from "./seoul-time.ts";

// The forms stand by themselves: a scanner reads tickets without carrying schemas.
const tokenForm = /^JS1:[A-Z2-7]{144}$/;
const indexForm = /^[A-Za-z0-9_-]{16}$/;
const codeForm = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** A token in the form of this version; whether it is genuine, `verifyToken` says. */
export const TicketToken = z.string().check(z.regex(tokenForm)).brand<"ticket-token">();
export type TicketToken = z.infer<typeof TicketToken>;

/** The look-up key of a ticket everywhere: table, pack, events. 12 bytes of a hash of the `tid`, base64url. */
export const TicketIndex = z.string().check(z.regex(indexForm)).brand<"ticket-index">();
export type TicketIndex = z.infer<typeof TicketIndex>;
export const isTicketIndex = (text: string): text is TicketIndex => indexForm.test(text);

/** Eight characters that staff can type instead of scanning, Crockford's base 32; unique within a visit, and of one generation of a ticket. */
export const TicketCode = z.string().check(z.regex(codeForm)).brand<"ticket-code">();
export type TicketCode = z.infer<typeof TicketCode>;

/** What a token says about its ticket. */
export interface TicketBody {
  /** Index of the visit's signing key, 0 to 255. */
  readonly kid: number;
  /** Number of the visit, 32 bits. */
  readonly visitNo: number;
  /** 16 random bytes: the ticket's secret. */
  readonly tid: Uint8Array;
  /** 1 at first, one more each time the ticket is issued anew; at most 255. */
  readonly gen: number;
  /** Date of the visit when the token was made, from 2020-01-01 on. The visit may have moved since. */
  readonly visitOn: LocalDate;
}

/** A token taken apart, signature still unchecked. */
export interface ReadTicket extends TicketBody {
  readonly signedBytes: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export type TokenReading =
  | { readonly kind: "ticket"; readonly ticket: ReadTicket }
  | { readonly kind: "unknown-version" }
  | { readonly kind: "not-a-ticket" };

const mark = "JS1:";
/** High half: version of the layout. Low half: algorithm, 1 is ES256. */
const versionAndAlgorithm = 0x11;
const bodyBytes = 26;
const tidBytes = 16;
const indexBytes = 12;
const codeBytes = 5;
const dayZero = "2020-01-01" as LocalDate;
const es256 = { name: "ECDSA", hash: "SHA-256" } as const;
const p256 = { name: "ECDSA", namedCurve: "P-256" } as const;

/** Keep what is signed and what is hashed apart from each other and from any other use of the same key or bytes. */
const signedPrefix = new TextEncoder().encode("jobstop/ticket/v1\0");
const indexPrefix = new TextEncoder().encode("jobstop/idx/v1\0");

/** The 26 bytes of a body, big endian. Throws a RangeError for a value that does not fit its field. */
export function encodeTicketBody(body: TicketBody): Uint8Array<ArrayBuffer> {
  const day = daysBetween(dayZero, body.visitOn);
  const fits = isUint(body.kid, 8) && isUint(body.visitNo, 32) && body.tid.length === tidBytes && isUint(body.gen, 8) && isUint(day, 16);
  if (!fits) throw new RangeError("a value does not fit the ticket body");
  const bytes = new Uint8Array(bodyBytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, versionAndAlgorithm);
  view.setUint8(1, body.kid);
  view.setUint32(2, body.visitNo);
  bytes.set(body.tid, 6);
  view.setUint8(22, body.gen);
  view.setUint8(23, 0); // flags: none defined
  view.setUint16(24, day);
  return bytes;
}

/**
 * Takes a scanned text apart; white space around it is a scanner's doing and is dropped, anything else must match to the
 * letter (a lower-case token is no ticket). A layout, an algorithm or a flag from a later version is told from rubbish.
 */
export function readToken(text: string): TokenReading {
  const token = text.trim();
  if (!tokenForm.test(token)) return { kind: "not-a-ticket" };
  const bytes = fromBase32(token.slice(mark.length), "rfc4648");
  const body = bytes.slice(0, bodyBytes);
  const view = new DataView(body.buffer);
  if (view.getUint8(0) !== versionAndAlgorithm || view.getUint8(23) !== 0) return { kind: "unknown-version" };
  const ticket: ReadTicket = {
    kid: view.getUint8(1),
    visitNo: view.getUint32(2),
    tid: body.slice(6, 6 + tidBytes),
    gen: view.getUint8(22),
    visitOn: addDays(dayZero, view.getUint16(24)),
    signedBytes: joined(signedPrefix, body),
    signature: bytes.slice(bodyBytes),
  };
  return { kind: "ticket", ticket };
}

/** Signs a ticket. ECDSA draws a random number, so signing twice gives two tokens of one ticket: store the first. */
export async function signToken(body: TicketBody, privateKey: CryptoKey): Promise<TicketToken> {
  const bytes = encodeTicketBody(body);
  const signature = await crypto.subtle.sign(es256, privateKey, joined(signedPrefix, bytes));
  return TicketToken.parse(mark + toBase32(joined(bytes, new Uint8Array(signature)), "rfc4648"));
}

/**
 * Whether the signature was made with the visit's key. One ticket has many valid signatures (anybody can turn (r, s) into
 * (r, n−s)): tell tickets apart by `ticketIndexOf`, never by the text of the token.
 */
export async function verifyToken(ticket: ReadTicket, publicKey: CryptoKey): Promise<boolean> {
  return crypto.subtle.verify(es256, publicKey, ticket.signature, ticket.signedBytes);
}

/** A visit's public key from its 65 uncompressed bytes. Rejects when they are no point of the curve. */
export async function importTicketPublicKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, p256, true, ["verify"]);
}

export async function ticketIndexOf(tid: Uint8Array): Promise<TicketIndex> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", joined(indexPrefix, tid)));
  return toBase64Url(digest.slice(0, indexBytes)) as TicketIndex;
}

/**
 * The first code of a ticket, beneath its QR and its name in the table: the first 40 bits behind the index, so that whoever has the index has the code. A
 * renewed ticket has others (`renewedTicketCode`).
 */
export function ticketCodeOf(idx: TicketIndex): TicketCode {
  return toBase32(fromBase64Url(idx).slice(0, codeBytes), "crockford") as TicketCode;
}

/**
 * The code beneath a QR that takes the place of another: the first half stays, because its holder is called by it; the second is drawn (five random bytes,
 * of which 20 bits are taken), so that whoever has the old paper does not have the new code. Unique within a visit by the caller's condition only.
 */
export function renewedTicketCode(first: TicketCode, random: Uint8Array<ArrayBuffer>): TicketCode {
  return `${callNameOf(first)}${toBase32(random, "crockford").slice(-4)}` as TicketCode;
}

/** The code beneath the newest QR of a ticket; `codes` are those of its generations after the first, in their order. */
export function newestCodeOf(idx: TicketIndex, codes: readonly TicketCode[] = []): TicketCode {
  return codes.at(-1) ?? ticketCodeOf(idx);
}

/** The code that somebody meant to type; undefined when it cannot be one. */
export function readTicketCode(typed: string): TicketCode | undefined {
  const meant = meantByTyping(typed);
  return codeForm.test(meant) ? (meant as TicketCode) : undefined;
}

/** The code as people see it: two groups of four, "7K3M 9QXA". */
export function ticketCodeText(code: TicketCode): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What the holder of a ticket is called by on a screen: the first half of the code, which nobody can be told by. */
export function callNameOf(code: TicketCode): string {
  return code.slice(0, 4);
}

function isUint(value: number, bits: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** bits;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
