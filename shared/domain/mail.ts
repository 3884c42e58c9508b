import * as z from "zod/mini";
import { addDays, type LocalDate } from "./seoul-time.ts";
import type { MailState } from "./states.ts";

/** Names one mail: ids and words joined by points, made by whoever tells of the change. */
export const MailId = z.string().check(z.regex(/^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)+$/, { error: "id-format" }), z.maxLength(160));
export type MailId = z.infer<typeof MailId>;

/** Name of the tag by which SES's events lead back to a mail. */
export const mailTag = "mail";
/**
 * A mail's id as a tag of SES, which allows letters, digits, `_` and `-`: a point is written as two hyphens, which no id has beside each other.
 * @throws when the id is none, so that no event of SES can be without its mail.
 */
export const tagOfMail = (mailId: string): string => MailId.parse(mailId).replaceAll(".", "--");
export const mailOfTag = (tag: string): string => tag.replaceAll("--", ".");

/** What SES says became of a mail. A bounce that is not for good (a full mailbox) leaves the address usable. */
export type MailNews = "taken" | "delivered" | "refused" | "bounced" | "bounced-for-good" | "complained";

/** Later states outlive earlier ones in whatever order news come, and a repeated one changes nothing. */
const rank: Record<MailState, number> = {
  ...{ claimed: 0, unsure: 0, lost: 0, "no-address": 0, stopped: 0, held: 0 },
  ...{ sent: 1, refused: 2, bounced: 2, complained: 3 },
};

const stateSaidBy: Record<MailNews, MailState> = {
  taken: "sent",
  delivered: "sent",
  refused: "refused",
  bounced: "bounced",
  "bounced-for-good": "bounced",
  complained: "complained",
};

/** What a mail is after such news; undefined when they change nothing. */
export const mailStateAfter = (state: MailState, news: MailNews): MailState | undefined => {
  const next = stateSaidBy[news];
  return rank[next] > rank[state] ? next : undefined;
};

/** States in which staff have to see to it that the reader knows. */
export const UndeliveredState = z.enum(["unsure", "lost", "refused", "bounced", "complained", "no-address", "stopped", "held"]);
export type UndeliveredState = z.infer<typeof UndeliveredState>;
export const isUndelivered = (state: MailState): state is UndeliveredState => state !== "claimed" && state !== "sent";

/**
 * Why mail does not reach somebody: it came back for good, they do not want it, they have no address, or the one that staff wrote down was somebody else's: whoever
 * signed in there did not know the year of birth.
 */
export const AddressTrouble = z.enum(["bounced", "complained", "no-address", "not-proven"]);
export type AddressTrouble = z.infer<typeof AddressTrouble>;
/** There is nowhere to write to: they are told by telephone, and staff can write an address down. */
export const hasNoMail = (trouble: AddressTrouble | undefined): boolean => trouble === "no-address" || trouble === "not-proven";

/** For so long an address that has bounced or complained is sent nothing, days; then one mail tries it again. */
export const stopDays = 366;

/**
 * The last day, in Seoul, on which somebody who got no mail is to be called: the day after that was noticed, but before the day of the visit that it is about,
 * where there is one.
 */
export const callBy = (noticedOn: LocalDate, visitOn: LocalDate | undefined): LocalDate => {
  const nextDay = addDays(noticedOn, 1);
  if (visitOn === undefined || nextDay < visitOn) return nextDay;
  return noticedOn;
};

/** Minutes after which a mail that was about to be sent counts as unsure (DESIGN, promise 5). */
export const unsureAfterMinutes = 15;

/** An address as it may stand on a screen at the desk: "ha***@example.com". */
export const maskMail = (address: string): string => {
  const [name = "", domain = ""] = address.split("@");
  return `${name.slice(0, name.length > 2 ? 2 : 1)}***@${domain}`;
};
