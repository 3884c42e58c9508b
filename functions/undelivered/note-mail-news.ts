import { mailStateAfter } from "../../shared/domain/mail.ts";
import { mailNewsOf, type ToldNews } from "../../shared/domain/mail-news.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { findMail, type MailItem } from "../mail/mail-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { forgetMailTrouble, noteMailTrouble } from "../registrations/registration-writes.ts";
import { noteMailState } from "./undelivered-writes.ts";

/** The sender marks its mail in the moment in which SES tells of it: read again, so often at most. */
const attempts = 4;

/**
 * Notes what SES says became of a mail. News may come twice, late and in any order. A mail that was not settled is sent after all; one that did not arrive is
 * shown to staff; an address that takes no mail any more is noted with its person, until a mail reaches it again.
 */
export const noteMailNews = async (deps: Deps, message: string): Promise<void> => {
  const { db, clock, log } = deps;
  const told = mailNewsOf(message);
  if (!told) return log.info("mail-event.ignored");
  const now = clock.now();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const mail = await findMail(db, told.mailId);
    if (!mail) return log.warn("mail-event.unknown", { mailId: told.mailId, news: told.news });
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

/** What the news say of the address itself. */
const noteAddress = async ({ db }: Deps, { about, claimedAt }: MailItem, { news, addresses }: ToldNews, now: Instant): Promise<void> => {
  const personId = about?.personId;
  if (!personId) return;
  if (news === "delivered") {
    const person = await findPerson(db, personId);
    // Older mails tell nothing: one that was complained of had been delivered before.
    if (person?.mailTrouble && claimedAt > person.mailTrouble.at) await transact(db, { person: forgetMailTrouble(personId) });
  }
  if (news !== "bounced-for-good" && news !== "complained") return;
  const what = news === "complained" ? "complained" : "bounced";
  // Refused for an address that is not, or no longer, the person's.
  for (const address of addresses) await transact(db, { person: noteMailTrouble(personId, { what, address, at: now }) });
};
