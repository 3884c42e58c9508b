import type { MessageId } from "../../shared/copy/messages/messages.ts";
import type { AccountId, EmployerId, InquiryId, PersonId, RegistrationId, TalkId, VisitId } from "../../shared/domain/ids.ts";
import { unsureAfterMinutes } from "../../shared/domain/mail.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { MailState } from "../../shared/domain/states.ts";
import { type Db, findItem, type Item, queryItems } from "../platform/db.ts";
import { type Key, mailKey, mailsIndexPartition } from "../platform/keys.ts";
import { digestOf } from "../platform/limits.ts";

/** What a mail tells of: an item, and what happened to it. The mail is written from it once more, as things are then. */
export type MailCause = { key: Key; event: Readonly<Record<string, unknown>> };

/** Whom a mail is for, and of what it tells: ids only. A sign-in code is for nobody who is known, and is not told again. */
export type MailAbout = {
  visitId?: VisitId | undefined;
  registrationId?: RegistrationId | undefined;
  personId?: PersonId | undefined;
  employerId?: EmployerId | undefined;
  /** Of a firm that may have no account. */
  talkId?: TalkId | undefined;
  /** Of somebody who asked something. */
  inquiryId?: InquiryId | undefined;
  cause?: MailCause | undefined;
};

/** Of a sign-in code nobody is told later: whoever wants one asks for another. */
export const isForSomebody = ({ personId, employerId, talkId, inquiryId }: MailAbout = {}): boolean =>
  [personId, employerId, talkId, inquiryId].some((id) => id !== undefined);

/** A mail by what is known of its way. No address and no words. */
export type MailItem = Item & {
  mailId: string;
  message: MessageId;
  state: MailState;
  /** When it was about to be sent; of a lost one, when its change was made. */
  claimedAt: Instant;
  about?: MailAbout;
  /** When it was noticed that it may not have arrived. */
  noticedAt?: Instant;
  /** Stands for the address that it went to: only what is told of that one concerns it. */
  toDigest?: string;
  /** Why SES refused it, or the kind of bounce; why it was not sent. */
  refusal?: string;
  /** False where its address takes no mail any more. */
  mayGoAgain?: boolean;
  /** Of one that was sent once more: which mail it repeats, and for the how manieth time. */
  repeats?: { mailId: string; times: number };
  /** Who saw to it that the reader knows, and how. */
  settled?: { at: Instant; by: AccountId; how: MailSettlement };
};
export type MailSettlement = "sent-again" | "called";

/** That staff want a mail sent once more. */
export type MailAgainItem = Item & { mailId: string; message: MessageId; about: MailAbout; repeats: { mailId: string; times: number } };

export const findMail = (db: Db, mailId: string): Promise<MailItem | undefined> => findItem<MailItem>(db, mailKey(mailId));

/** Mails that were about to be sent so long ago that whoever did it is gone; the oldest first. */
export const listStaleClaims = (db: Db, now: Instant): Promise<MailItem[]> =>
  queryItems<MailItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :claimed AND gsi1sk < :until",
    ExpressionAttributeValues: { ":claimed": mailsIndexPartition("claimed"), ":until": addMinutes(now, -unsureAfterMinutes) },
  });

/** Whether it may be sent once more: as far as is known of the address that it went to, or since its reader has another by now. */
export const mayBeRepeated = ({ mayGoAgain = false, toDigest }: MailItem, address: string | undefined): boolean =>
  mayGoAgain || (toDigest !== undefined && address !== undefined && digestOf(address) !== toDigest);

/** At most so many in one list. */
const listLimit = 100;

/** Mails that may not have arrived and that nobody has seen to, the oldest first. */
export const listUndeliveredMails = (db: Db): Promise<MailItem[]> =>
  queryItems<MailItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :undelivered",
      ExpressionAttributeValues: { ":undelivered": mailsIndexPartition("undelivered") },
    },
    listLimit,
  );
