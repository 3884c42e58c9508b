import { listStaleClaims } from "../mail/mail-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { noteMailState } from "./undelivered-writes.ts";

/**
 * Marks mails that were about to be sent a quarter of an hour ago as unsure: whoever was sending them is gone, and whether SES took them nobody knows, unless SES
 * tells it. They are not sent again by themselves; staff see them.
 */
export const settleClaims = async ({ db, clock, log }: Deps): Promise<number> => {
  const now = clock.now();
  let unsure = 0;
  for (const mail of await listStaleClaims(db, now)) {
    // Refused when the mail was settled while this was read.
    const { ok } = await transact(db, { mail: noteMailState(mail, { state: "unsure", at: now, mayGoAgain: true }) });
    if (!ok) continue;
    unsure += 1;
    log.error("mail.unsure", { mailId: mail.mailId, message: mail.message });
  }
  return unsure;
};
