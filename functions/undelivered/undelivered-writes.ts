import type { MessageId } from "../../shared/copy/messages/messages.ts";
import { isUndelivered } from "../../shared/domain/mail.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { MailState } from "../../shared/domain/states.ts";
import { isForSomebody, type MailAbout, type MailAgainItem, type MailItem } from "../mail/mail-reads.ts";
import { mailAgainKey, mailKey, mailsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

/** Where staff find a mail, as long as nobody has seen to it. */
const indexOf = ({ mailId, settled, about }: Pick<MailItem, "mailId" | "settled" | "about">, state: MailState, at: Instant) =>
  isUndelivered(state) && !settled && isForSomebody(about)
    ? mailsIndex("undelivered", at, mailId)
    : { gsi1pk: undefined, gsi1sk: undefined };

type Noted = { state: MailState; at: Instant; mayGoAgain: boolean; refusal?: string | undefined; sesMessageId?: string | undefined };

/** What became of a mail; refused when it has changed since it was read. */
export const noteMailState = (mail: MailItem, { state, at, ...more }: Noted): Write =>
  upsert(
    mailKey(mail.mailId),
    "mail",
    {
      ...{ state, noticedAt: isUndelivered(state) ? at : undefined, mayGoAgain: isUndelivered(state) ? more.mayGoAgain : undefined },
      ...{ refusal: more.refusal, sesMessageId: more.sesMessageId ?? mail.sesMessageId },
      ...indexOf(mail, state, at),
    },
    { expression: "version = :seen", values: { ":seen": mail.version } },
  );

/** Somebody has seen to it that the reader knows; refused when somebody else has, or when the mail has arrived meanwhile. */
export const settleMail = (mail: MailItem, settled: NonNullable<MailItem["settled"]>): Write =>
  upsert(
    mailKey(mail.mailId),
    "mail",
    { settled, gsi1pk: undefined, gsi1sk: undefined },
    { expression: "version = :seen", values: { ":seen": mail.version } },
  );

/** Orders a mail once more: the table's stream sends it. */
export const orderAgain = (order: Pick<MailAgainItem, "mailId" | "message" | "about" | "repeats">): Write => ({
  Put: {
    Item: { ...mailAgainKey(order.mailId), type: "mail-again", version: 1, ...order },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A mail that should be there and of which there is no trace. Whoever sends it late after all is stopped by it, as by any claim. */
export const noteLostMail = (
  mail: { mailId: string; message: MessageId; about: MailAbout; changedAt: Instant; repeats?: string },
  at: Instant,
): Write => ({
  Put: {
    Item: {
      ...{ ...mailKey(mail.mailId), ...mailsIndex("undelivered", at, mail.mailId), type: "mail", version: 1 },
      ...{ mailId: mail.mailId, message: mail.message, about: mail.about, claimedAt: mail.changedAt },
      ...{ state: "lost", noticedAt: at, mayGoAgain: true },
      ...(mail.repeats && { repeats: { mailId: mail.repeats, times: 0 } }),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
