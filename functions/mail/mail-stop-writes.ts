import { type AddressTrouble, stopDays } from "../../shared/domain/mail.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { Item } from "../platform/db.ts";
import { expiresAt, mailStopKey } from "../platform/keys.ts";
import { digestOf } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

export type StopReason = Extract<AddressTrouble, "bounced" | "complained">;
/** That an address takes no mail, whosever it is: a hash stands for it. */
export type MailStopItem = Item & { what: StopReason; at: Instant; expiresAt: number };

/** Nothing more goes to this address (`PRIVACY-SECURITY.md`, Hardening). */
export const stopMailTo = (address: string, what: StopReason, at: Instant): Write =>
  upsert(mailStopKey(digestOf(address)), "mail-stop", { what, at, expiresAt: expiresAt(addMinutes(at, stopDays * 24 * 60)) });

/** Whether a stop is still one; the table deletes what is over in its own time. */
export const isStopped = (stop: MailStopItem | undefined, now: Instant): stop is MailStopItem =>
  stop !== undefined && stop.expiresAt > expiresAt(now);

/** Mail goes to an address again; refused when it was not stopped. */
export const endMailStop = (address: string): Write => ({
  Delete: { Key: mailStopKey(digestOf(address)), ConditionExpression: "attribute_exists(pk)" },
});
