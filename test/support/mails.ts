import { type ParsedMail, simpleParser } from "mailparser";
import type { KeptMail } from "../../infra/local/mailbox.ts";
import type { World } from "./world.ts";

/** A mail as its reader's programme takes it apart. */
export type ReadMail = {
  subject: string;
  text: string;
  html: string;
  /** The calendar entry, by property; parameters and folding are gone. */
  calendar: Record<string, string> | undefined;
  /** Said of the calendar part: a mail programme believes this before the file. */
  calendarMethod: string | undefined;
  images: readonly Uint8Array[];
};

/** Properties of an iCalendar file with one entry (RFC 5545): folded lines joined, alarms left out. */
export const calendarOf = (file: string): Record<string, string> => {
  const entry = file.replace(/\r\n[ \t]/g, "").replace(/BEGIN:VALARM[\s\S]*?END:VALARM\r\n/g, "");
  return Object.fromEntries(
    entry.split("\r\n").map((line) => {
      const at = line.search(/:/);
      return [line.slice(0, at).split(";")[0] ?? "", line.slice(at + 1)];
    }),
  );
};

const textOf = ({ content }: ParsedMail["attachments"][number]): string => content.toString("utf8");

const readMail = async (world: World, mail: KeptMail | undefined): Promise<ReadMail> => {
  if (!mail) throw new Error("There is no such mail.");
  const raw = world.office.ses.mailbox.readRaw(mail);
  const { subject = "", text = "", html, attachments } = await simpleParser(raw, { skipImageLinks: true });
  const calendar = attachments.find(({ contentType }) => contentType === "text/calendar" || contentType === "application/ics");
  return {
    subject,
    text,
    html: html || "",
    calendar: calendar && calendarOf(textOf(calendar)),
    calendarMethod: /text\/calendar;[^\r\n]*(?:\r\n[ \t][^\r\n]*)*?method=(\w+)/i.exec(raw.toString("latin1"))?.[1],
    images: attachments.filter(({ contentType }) => contentType === "image/png").map(({ content }) => Uint8Array.from(content)),
  };
};

/** Mails to an address, sign-in codes left out. */
export const newsTo = (world: World, address: string): readonly KeptMail[] =>
  world.mailsTo(address).filter(({ subject }) => !/로그인 번호|sign-in code/.test(subject));

export const lastNews = (world: World, address: string): Promise<ReadMail> => readMail(world, newsTo(world, address).at(-1));
