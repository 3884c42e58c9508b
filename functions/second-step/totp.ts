import { Secret, TOTP } from "otpauth";
import { epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";
import type { Ids } from "../platform/ids.ts";
import { keyFor, openText, sealText } from "../platform/seal-text.ts";

/** RFC 6238 as every app has it: SHA-1, six digits, 30 seconds. */
const periodSeconds = 30;
/** A clock may be one span off, either way. */
const drift = 1;
const secretBytes = 20;
const issuer = "Jobstop";

const totp = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer, label, algorithm: "SHA1", digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) });

/** A new secret, base 32. */
export const newTotpSecret = ({ bytes }: Pick<Ids, "bytes">): string => new Secret({ buffer: bytes(secretBytes).buffer }).base32;

/** What apps read from the QR code. */
export const totpUri = (secret: string, mail: string): string => totp(secret, mail).toString();

/** The span of 30 seconds, counted from 1970, whose code this is; undefined for a code of no span near now. */
export const totpStepOf = (secret: string, code: string, now: Instant): number | undefined => {
  const timestamp = epochMsOf(now);
  const delta = totp(secret).validate({ token: code, timestamp, window: drift });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
};

const keyOf = (pepper: string): Uint8Array => keyFor(pepper, "jobstop/totp/v1");

/** A secret as the table keeps it: whoever reads the table alone makes no codes, and what is put under another account does not open. */
export const sealSecret = (pepper: string, ids: Pick<Ids, "bytes">, accountId: string, secret: string): string =>
  sealText(keyOf(pepper), ids, accountId, secret);

/** @throws when the pepper is another one, or the secret was sealed for another account. */
export const openSecret = (pepper: string, accountId: string, sealed: string): string => openText(keyOf(pepper), accountId, sealed);
