import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedMail } from "mailparser";

export type KeptAttachment = {
  /** Place among the attachments of its mail, from 0. */
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  /** What `cid:` in the HTML refers to. */
  readonly contentId?: string;
  readonly disposition: string;
  readonly bytes: number;
};

/** A mail that the service accepted, as its reader sees it. The mail itself lies beside it, byte for byte, as `.eml`. */
export type KeptMail = {
  /** Sorts by order of arrival. */
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  /** Bare lower-case addresses of all recipients, hidden ones too. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Header lines as sent, unfolded by nobody. */
  readonly headers: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string;
  readonly attachments: readonly KeptAttachment[];
};

/** A mail on its way into the mailbox: its bytes, what they say, and what was said beside them. */
export type AcceptedMail = {
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
  readonly envelope: Pick<KeptMail, "from" | "to" | "tags" | "configurationSet">;
};

export type MailFilter = {
  /** Recipient; upper and lower case are the same. */
  readonly to?: string | undefined;
  /** Id of a mail: only later ones. */
  readonly after?: string | undefined;
};

export type Mailbox = {
  readonly keep: (mail: AcceptedMail) => KeptMail;
  /** Oldest first. */
  readonly list: (filter?: MailFilter) => readonly KeptMail[];
  /** Like `list`, but while there is none waits for one to come, at most until the signal ends the wait. */
  readonly waitFor: (filter: MailFilter, signal: AbortSignal) => Promise<readonly KeptMail[]>;
  readonly find: (id: string) => KeptMail | undefined;
  readonly readRaw: (mail: KeptMail) => Buffer;
};

/** Mails in a folder, two files each; everything kept there before is there again. */
export function openMailbox(folder: string): Mailbox {
  mkdirSync(folder, { recursive: true });
  const mails: KeptMail[] = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const arrivals = new EventEmitter().setMaxListeners(0);
  let last = Number(mails.at(-1)?.id.split("-")[0] ?? 0);

  const list = ({ to, after }: MailFilter = {}) =>
    mails.filter((mail) => (!to || mail.to.includes(to.toLowerCase())) && (!after || mail.id > after));

  return {
    list,
    find: (id) => mails.find((mail) => mail.id === id),
    readRaw: (mail) => readFileSync(join(folder, `${mail.id}.eml`)),
    keep: (accepted) => {
      last += 1;
      const mail = describe(`${String(last).padStart(8, "0")}-${randomUUID()}`, accepted);
      // the description last and at once: only a mail that is whole is found again
      writeFileSync(join(folder, `${mail.id}.eml`), accepted.raw);
      const draft = join(folder, `${mail.id}.draft`);
      writeFileSync(draft, JSON.stringify(mail, undefined, 2));
      renameSync(draft, join(folder, `${mail.id}.json`));
      mails.push(mail);
      arrivals.emit("kept");
      return mail;
    },
    waitFor: async (filter, signal) => {
      while (list(filter).length === 0 && !signal.aborted) await once(arrivals, "kept", { signal }).catch(() => {});
      return list(filter);
    },
  };
}

function describe(id: string, { parsed, envelope }: AcceptedMail): KeptMail {
  return {
    id,
    receivedAt: new Date().toISOString(),
    ...envelope,
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    headers: parsed.headerLines.map(({ line }) => line),
    attachments: parsed.attachments.map((attachment, index) => ({
      index,
      filename: attachment.filename ?? `attachment-${index + 1}`,
      contentType: attachment.contentType,
      ...(attachment.cid && { contentId: attachment.cid }),
      disposition: attachment.contentDisposition ?? "attachment",
      bytes: attachment.size,
    })),
  };
}
