import { createHmac } from "node:crypto";
import { toBase32 } from "../../shared/domain/base32.ts";
import { recoveryCodeCount } from "../../shared/domain/second-step.ts";
import type { Ids } from "../platform/ids.ts";

/** 75 bits in 15 characters that people read and type without mistakes, in three groups: "7K3M9-QXA2B-…". */
const bytesOfCode = 10;
const lettersOfCode = 15;

/** Ten new codes as they are shown, this once. */
export const newRecoveryCodes = ({ bytes }: Pick<Ids, "bytes">): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    [...toBase32(bytes(bytesOfCode), "crockford").slice(0, lettersOfCode).matchAll(/.{5}/g)].join("-"),
  );

/** What somebody meant to type: capitals, without hyphens and spaces, with the letters that Crockford takes for digits. */
const readRecoveryCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");

/** What a code is stored and found by: whoever reads the table learns none from it. */
export const recoveryMac = (pepper: string, accountId: string, code: string): string =>
  createHmac("sha256", pepper)
    .update(`jobstop/recovery/v1\0${accountId}\0${readRecoveryCode(code)}`)
    .digest("base64url");
