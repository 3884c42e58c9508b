import MailComposer from "nodemailer/lib/mail-composer";
import { epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";

export interface MailAttachment {
  readonly filename: string;
  /** Media type, for example `image/png`. */
  readonly type: string;
  readonly content: Uint8Array;
  /** Set for an image that the HTML part shows as `cid:…`; such a part is inline. */
  readonly contentId?: string | undefined;
}

export interface CalendarPart {
  /** Must be the METHOD inside the file, too. */
  readonly method: "REQUEST" | "CANCEL";
  readonly content: string;
}

export interface MailToCompose {
  /** RFC 5322 mailbox, `"Name" <address>`. */
  readonly from: string;
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  readonly calendar?: CalendarPart | undefined;
  /** Further entries of the same mail, each its own file: a calendar takes in one as the alternative, the others are opened. */
  readonly moreCalendars?: readonly CalendarPart[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Local part of the Message-ID, the same on every attempt to send this mail. */
  readonly id: string;
  readonly sentAt: Instant;
}

/**
 * The mail as bytes for SES (raw): text, HTML with its inline images, and the calendar file as an alternative (mailboxes offer
 * to enter it) and attached (people can open it). Marked as automatic, so that absence notes do not answer; delivery
 * reports stay wanted. Throws when a header would break out of its line or an address is none.
 */
export async function composeMime(mail: MailToCompose): Promise<Uint8Array> {
  const headers = {
    ...mail.headers,
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
  };
  const fields = [mail.from, mail.to, mail.subject, mail.id, ...Object.entries(headers).flat()];
  if (fields.some((field) => lineBreaking.test(field))) throw new Error("a mail header holds a line break or a control character");
  const domain = /@([a-z0-9.-]+)>?$/i.exec(mail.from)?.[1];
  if (!domain || !/^[\x21-\x7e]+@[a-z0-9.-]+$/i.test(mail.to)) throw new Error("a mail needs a sender and a bare recipient address");
  const composer = new MailComposer({
    from: mail.from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers,
    messageId: `<${mail.id}@${domain}>`,
    date: new Date(epochMsOf(mail.sentAt)),
    attachments: [...mail.attachments.map(nodemailerAttachment), ...(mail.moreCalendars ?? []).map(calendarAttachment)],
    ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: "invite.ics" } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const lineBreaking = /[\p{Cc}\p{Zl}\p{Zp}]/u;

function calendarAttachment({ method, content }: CalendarPart, index: number) {
  const filename = `invite-${index + 2}.ics`;
  return { filename, contentType: `text/calendar; charset=utf-8; method=${method}`, content: Buffer.from(content, "utf8") };
}

function nodemailerAttachment({ filename, type, content, contentId }: MailAttachment) {
  return {
    filename,
    contentType: type,
    content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    ...(contentId !== undefined && { cid: contentId, contentDisposition: "inline" as const }),
  };
}
