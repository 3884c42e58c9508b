import type { Line, MailContent, Stanza } from "../../shared/copy/messages/mail-content.ts";
import { type MessageId, type MessageVariables, writeMessage } from "../../shared/copy/messages/messages.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { MailAttachment } from "./compose-mime.ts";
import { mailHtml, qrContentId } from "./mail-layout.ts";

/** A message in the forms that a mail has; goes into `composeMime` as it is. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The QR image, when there is one to show. */
  readonly attachments: readonly MailAttachment[];
}

/** What a message shows besides its words. */
export interface MailExtras {
  /** PNG of the ticket's QR code; shown where the message has a place for it. */
  readonly qrPng?: Uint8Array | undefined;
}

/**
 * Writes a message in the reader's language. The text part has every link as a full address, for readers without HTML.
 * Throws when a message that shows a QR code comes without its image, or an image without its place.
 */
export async function renderMail<Id extends MessageId>(
  message: Id,
  locale: Locale,
  variables: MessageVariables<Id>,
  extras: MailExtras = {},
): Promise<RenderedMail> {
  const content = writeMessage(message, locale, variables);
  const qr = content.stanzas.flat().find((line) => typeof line !== "string" && line.kind === "qr");
  if (Boolean(qr) !== Boolean(extras.qrPng)) throw new Error(`${message}: a QR code needs both its image and its place`);
  return {
    subject: oneLine(content.subject),
    text: mailText(content),
    html: await mailHtml(content, locale, extras.qrPng !== undefined),
    attachments: extras.qrPng ? [{ filename: "ticket-qr.png", type: "image/png", content: extras.qrPng, contentId: qrContentId }] : [],
  };
}

function mailText({ stanzas }: MailContent): string {
  return `${stanzas.map(stanzaText).join("\n\n")}\n`;
}

function stanzaText(stanza: Stanza): string {
  return stanza
    .map(lineText)
    .filter((line) => line !== undefined)
    .map(oneLine)
    .join("\n");
}

function lineText(line: Line): string | undefined {
  if (typeof line === "string") return line;
  switch (line.kind) {
    case "fact":
      return `- ${line.label}: ${line.value}`;
    case "link":
      return line.bare ? line.href : `${line.label}: ${line.href}`;
    case "sign-in-code":
      return `${line.before}${line.code}${line.after}`;
    case "qr":
      return undefined;
  }
}

/** Whatever would start a new line in a header or pretend to be a line of ours becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
