import { type ParsedMail, simpleParser } from "mailparser";
import { calendarOf, newsTo } from "./mails.ts";
import { agendasAt, newsAt, type Told, type Walk } from "./walk.ts";

/** What the walkers were told, against what stands: nothing acknowledged is lost, nothing is there that nobody was told of. */
export const forgotten = async (walk: Walk): Promise<string[]> => {
  const news = (await Promise.all(walk.visits.map(({ visitId }) => newsAt(walk, visitId)))).flat();
  const agendas = (await Promise.all(walk.visits.map(({ visitId }) => agendasAt(walk, visitId)))).flat();
  const bookings = agendas.flatMap((agenda) => Object.values(agenda?.bookings ?? {})).filter(({ state }) => state !== "rebooked");
  const standing = new Set<string>(bookings.map(({ bookingId }) => bookingId));
  const words = ({ visitId, slotId, state, sequence }: Told) => `${state} ${sequence} in ${slotId} at ${visitId}`;
  return [
    ...news.map((one) => {
      const told = walk.told.get(one.bookingId);
      return `${one.bookingId} was told ${told ? words(told) : "nothing"}, and stands ${words(one)}`;
    }),
    ...[...walk.told.keys()].filter((id) => !standing.has(id)).map((id) => `${id} is gone`),
  ];
};

const isCalendar = ({ contentType }: ParsedMail["attachments"][number]): boolean =>
  contentType === "text/calendar" || contentType === "application/ics";

/** The calendar entries of a mail as `UID SEQUENCE STATUS`, each once: some are there as a part to read and as a file. */
export const calendarEntriesOf = async (raw: Buffer): Promise<Set<string>> => {
  const { attachments } = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const entries = attachments.filter(isCalendar).map(({ content }) => calendarOf(content.toString("utf8")));
  return new Set(entries.map(({ UID, SEQUENCE, STATUS }) => `${UID?.split("@")[0]} ${SEQUENCE} ${STATUS}`));
};

/**
 * Promises 5 and 6: of each booking its person has exactly one mail per change, in their order, whose entries lead from 0 to where the booking stands. That
 * somebody did not come is told in the evening, without an entry.
 */
export const mailFaults = async (walk: Walk): Promise<string[]> => {
  const { mailbox } = walk.world.office.ses;
  const faults: string[] = [];
  const told = new Map<string, string[]>();
  for (const [person, { mail: address }] of walk.people.entries())
    for (const mail of newsTo(walk.world, address))
      for (const entry of mail.attachments.length > 0 ? await calendarEntriesOf(mailbox.readRaw(mail)) : []) {
        const [bookingId = "", sequence, status] = entry.split(" ");
        told.set(bookingId, [...(told.get(bookingId) ?? []), `${sequence} ${status}`]);
        if (walk.told.get(bookingId)?.person !== person) faults.push(`${bookingId} was told to ${person}, whose it is not`);
      }
  for (const { bookingId, state, sequence } of walk.told.values()) {
    const last = state === "no_show" ? sequence - 1 : sequence;
    const isOver = state !== "confirmed" && state !== "no_show";
    const expected = Array.from({ length: last + 1 }, (_, n) => `${n} ${isOver && n === last ? "CANCELLED" : "CONFIRMED"}`);
    const mails = told.get(bookingId) ?? [];
    if (mails.join() !== expected.join()) faults.push(`${bookingId} was mailed ${mails}, and should have been ${expected}`);
  }
  const tags = mailbox.list().map(({ tags }) => tags.mail);
  for (const tag of new Set(tags)) if (tags.indexOf(tag) !== tags.lastIndexOf(tag)) faults.push(`${tag} was sent twice`);
  return faults;
};
