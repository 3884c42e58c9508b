import { type AddressObject, simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import type { AcceptedMail } from "./mailbox.ts";

/** SendEmail of the SES v2 API, as far as a mail can be sent with it without templates. */
type SendEmailRequest = {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  ReplyToAddresses?: string[];
  EmailTags?: { Name: string; Value: string }[];
  ConfigurationSetName?: string;
  Content?: { Raw?: { Data: string }; Simple?: SimpleContent };
};

type SimpleContent = {
  Subject: { Data: string };
  Body: { Text?: { Data: string }; Html?: { Data: string } };
  Headers?: { Name: string; Value: string }[];
  Attachments?: {
    FileName: string;
    RawContent: string;
    ContentType?: string;
    ContentId?: string;
    ContentDisposition?: string;
  }[];
};

/** Why SES would not take a mail: name and words of its API. */
export type SendRefusal = { readonly type: "BadRequestException" | "MessageRejected"; readonly message: string };

/** Limits of SES: recipients of one mail, and bytes of a mail after encoding. */
const mostRecipients = 50;
const largestMailBytes = 40 * 1024 * 1024;

/** Reads a SendEmail request as SES does. @param domains those that mail may come from. */
export async function readSendEmail(
  request: SendEmailRequest,
  domains: readonly string[],
): Promise<AcceptedMail | { readonly refused: SendRefusal }> {
  const raw = await rawMail(request);
  if (!raw) return badRequest("Content must be Raw or Simple.");
  if (raw.length > largestMailBytes) return badRequest("Message length is more than 41943040 bytes long.");
  const parsed = await simpleParser(raw);
  const named = Object.values(request.Destination ?? {})
    .flat()
    .map(bareAddress);
  const to = named.length > 0 ? named : [parsed.to, parsed.cc, parsed.bcc].flatMap(addressesOf);
  if (to.length === 0) return badRequest("Recipient list is empty.");
  if (to.length > mostRecipients) return badRequest("Recipient count exceeds 50.");
  const from = addressesOf(parsed.from)[0] ?? bareAddress(request.FromEmailAddress ?? "");
  if (!domains.includes(from.split("@")[1] ?? "")) {
    return {
      refused: {
        type: "MessageRejected",
        message: `Email address is not verified. The following identities failed the check in region AP-NORTHEAST-2: ${from}`,
      },
    };
  }
  return {
    raw,
    parsed,
    envelope: {
      from,
      to,
      tags: Object.fromEntries((request.EmailTags ?? []).map(({ Name, Value }) => [Name, Value])),
      ...(request.ConfigurationSetName && { configurationSet: request.ConfigurationSetName }),
    },
  };
}

async function rawMail(request: SendEmailRequest): Promise<Buffer | undefined> {
  const { Raw: raw, Simple: simple } = request.Content ?? {};
  if (raw) return Buffer.from(raw.Data, "base64");
  if (!simple) return undefined;
  return new MailComposer({
    from: request.FromEmailAddress,
    to: request.Destination?.ToAddresses,
    cc: request.Destination?.CcAddresses,
    replyTo: request.ReplyToAddresses,
    subject: simple.Subject.Data,
    text: simple.Body.Text?.Data,
    html: simple.Body.Html?.Data,
    headers: simple.Headers?.map(({ Name, Value }) => ({ key: Name, value: Value })),
    attachments: simple.Attachments?.map((attachment) => ({
      filename: attachment.FileName,
      content: Buffer.from(attachment.RawContent, "base64"),
      contentType: attachment.ContentType,
      cid: attachment.ContentId,
      contentDisposition: attachment.ContentDisposition === "INLINE" ? "inline" : "attachment",
    })),
  })
    .compile()
    .build();
}

function addressesOf(header: AddressObject | AddressObject[] | undefined): string[] {
  return [header ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address?.toLowerCase() ?? []));
}

/** `"Name" <a@example.com>` → `a@example.com` */
function bareAddress(mailbox: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();
}

function badRequest(message: string): { readonly refused: SendRefusal } {
  return { refused: { type: "BadRequestException", message } };
}
