import { mailStateAfter } from "../../shared/domain/mail.ts";
import { mailNewsOf, type ToldNews } from "../../shared/domain/mail-news.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { findAccountId, getAccount } from "../accounts/account-reads.ts";
import { findMail, type MailItem } from "../mail/mail-reads.ts";
import { stopMailTo } from "../mail/mail-stop-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { digestOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { noteMailTrouble } from "../registrations/registration-writes.ts";
import { noteMailState } from "./undelivered-writes.ts";

/** The sender marks its mail in the moment in which SES tells of it: read again, so often at most. */
const attempts = 4;

/**
 * Notes what SES says became of a mail. News may come twice, late and in any order. A mail that was not settled is sent after all; one that did not arrive is
 * shown to staff; to an address that takes no mail any more nothing more is sent, until staff say that it does again. Only SES may tell: no request leads here, its topic
 * takes from nobody else, and what is told of a mail must name the message that SES made of it and the address that it went to.
 */
export const noteMailNews = async (deps: Deps, message: string): Promise<void> => {
  const { db, clock, log } = deps;
  const told = mailNewsOf(message);
  if (!told) return log.info("mail-event.ignored");
  const now = clock.now();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const mail = await findMail(db, told.mailId);
    if (!mail) return log.warn("mail-event.unknown", { mailId: told.mailId, news: told.news });
    if (isForged(mail, told)) return log.warn("mail-event.forged", { mailId: told.mailId, news: told.news });
    // Before the mail's own state: where this fails, the event comes again.
    await noteAddress(deps, mail, told, now);
    const state = mailStateAfter(mail.state, told.news);
    if (!state) return;
    const { news, reason: refusal, sesMessageId } = told;
    const mayGoAgain = news === "refused" || news === "bounced";
    const noted = await transact(db, { mail: noteMailState(mail, { state, at: now, mayGoAgain, refusal, sesMessageId }) });
    if (noted.ok) return log.info("mail.news", { mailId: mail.mailId, message: mail.message, news, refusal });
  }
  throw new Error("The mail kept changing.");
};

/** Told of another message than the one that went out, or of an address that it did not go to. */
const isForged = ({ sesMessageId, toDigest }: MailItem, told: ToldNews): boolean =>
  (sesMessageId !== undefined && sesMessageId !== told.sesMessageId) ||
  (toDigest !== undefined && told.addresses.some((address) => digestOf(address) !== toDigest));

/** What the news say of the address itself. */
const noteAddress = async ({ db }: Deps, { about, state, mayGoAgain }: MailItem, { news, addresses }: ToldNews, now: Instant) => {
  if (news !== "bounced-for-good" && news !== "complained") return;
  // A late copy: since it was noted staff may have let mail go there again.
  if (state === "complained" || (state === "bounced" && !mayGoAgain)) return;
  const what = news === "complained" ? "complained" : "bounced";
  for (const address of addresses) {
    await transact(db, { stop: stopMailTo(address, what, now) });
    const accountId = about?.personId ? undefined : await findAccountId(db, address);
    const personId = about?.personId ?? (accountId && (await getAccount(db, accountId)).personId);
    // Refused for an address that is not, or no longer, the person's.
    if (personId) await transact(db, { person: noteMailTrouble(personId, { what, address, at: now }) });
  }
};
