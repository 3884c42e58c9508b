import { timingSafeEqual } from "node:crypto";
import { ApiKeyId } from "../../shared/domain/ids.ts";
import { hashOf } from "../platform/hash-of.ts";
import type { Ids } from "../platform/ids.ts";

const secretBytes = 32;

/** A key as its system is given it: which one, and 256 random bits. Programs that look for leaked keys know it by its beginning. */
export const makeToken = (ids: Pick<Ids, "bytes">, keyId: ApiKeyId): { token: string; secretHash: string } => {
  const secret = Buffer.from(ids.bytes(secretBytes)).toString("base64url");
  return { token: `jsk_${keyId.slice(4)}_${secret}`, secretHash: hashOf(secret) };
};

/** Of the header `Authorization: Bearer jsk_…` (RFC 6750); undefined for anything else. */
export const tokenIn = (authorization: string | undefined): { keyId: ApiKeyId; secret: string } | undefined => {
  const [, id, secret] = /^Bearer +jsk_([0-9A-Z]{26})_([\w-]{43})$/i.exec(authorization ?? "") ?? [];
  const keyId = ApiKeyId.safeParse(`key_${id}`);
  return keyId.success && secret ? { keyId: keyId.data, secret } : undefined;
};

export const isSecretOf = (secret: string, secretHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(secretHash));
