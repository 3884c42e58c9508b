import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

const MailList = z.object({
  mails: z.array(z.object({ id: z.string(), attachments: z.array(z.object({ contentType: z.string(), href: z.string() })) })),
});

const bytesOf = async (url: string): Promise<Buffer> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
};

/** Copies a mail of the inbox into a folder as `<name>.eml`. */
export const keepMail = async (inbox: string, id: string, folder: string, name: string): Promise<void> =>
  writeFileSync(join(folder, `${name}.eml`), await bytesOf(`${inbox}/mails/${id}.eml`));

/** Copies the first attachment of a media type into a folder, and answers it. */
export const keepAttachment = async (inbox: string, id: string, contentType: string, folder: string, name: string): Promise<Buffer> => {
  const { mails } = MailList.parse(await (await fetch(`${inbox}/api/mails`)).json());
  const attachment = mails.find((mail) => mail.id === id)?.attachments.find((part) => part.contentType.startsWith(contentType));
  if (!attachment) throw new Error(`The mail ${id} has no ${contentType}.`);
  const content = await bytesOf(`${inbox}${attachment.href}`);
  writeFileSync(join(folder, name), content);
  return content;
};
