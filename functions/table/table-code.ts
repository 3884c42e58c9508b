import { createHmac } from "node:crypto";
import { toBase32 } from "../../shared/domain/base32.ts";
import { readTicketCode, type TicketCode } from "../../shared/domain/ticket-token.ts";

/** Eight characters that people read and type without mistakes, as beneath a ticket; 40 random bits. */
export const newTableCode = (bytes: Uint8Array<ArrayBuffer>): TicketCode => toBase32(bytes, "crockford") as TicketCode;

/** The code that somebody meant to type; undefined when it cannot be one. */
export const readTableCode = readTicketCode;

/** What a code is stored and found by: whoever reads the table learns no code from it. */
export const tableCodeMac = (pepper: string, code: TicketCode): string =>
  createHmac("sha256", pepper).update(`jobstop/table/v1\0${code}`).digest("base64url");
