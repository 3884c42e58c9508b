import * as z from "zod/mini";
import type { MailNews } from "./mail.ts";
import { mailOfTag, mailTag } from "./mail.ts";

const addresses = z.array(z.object({ emailAddress: z.string() }));

/** An event that SES publishes about a mail, as far as it is read here; it has more. */
const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ messageId: z.string(), tags: z.optional(z.record(z.string(), z.array(z.string()))) }),
  bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.string(), bouncedRecipients: addresses })),
  complaint: z.optional(z.object({ complainedRecipients: addresses })),
  reject: z.optional(z.object({ reason: z.string() })),
});

/** What an event says of one of our mails. */
export type ToldNews = { mailId: string; news: MailNews; reason?: string | undefined; addresses: readonly string[]; sesMessageId: string };

/**
 * Reads an event of SES. Undefined for what tells nothing of a mail of ours: SES's own test message, an event of another kind, a mail that was sent by
 * hand and carries no tag.
 */
export const mailNewsOf = (message: string): ToldNews | undefined => {
  const { success, data } = SesEvent.safeParse(jsonOf(message));
  const tag = success ? data.mail.tags?.[mailTag]?.[0] : undefined;
  if (!success || tag === undefined) return undefined;
  const { bounce, complaint, reject } = data;
  const about = { mailId: mailOfTag(tag), sesMessageId: data.mail.messageId };
  const bare = (recipients: { emailAddress: string }[] = []) => recipients.map(({ emailAddress }) => emailAddress.toLowerCase());
  switch (data.eventType) {
    case "Send":
      return { ...about, news: "taken", addresses: [] };
    case "Delivery":
      return { ...about, news: "delivered", addresses: [] };
    case "Reject":
      return { ...about, news: "refused", reason: reject?.reason, addresses: [] };
    case "Bounce":
      return {
        ...about,
        news: bounce?.bounceType === "Permanent" ? "bounced-for-good" : "bounced",
        reason: bounce?.bounceSubType,
        addresses: bare(bounce?.bouncedRecipients),
      };
    case "Complaint":
      return { ...about, news: "complained", addresses: bare(complaint?.complainedRecipients) };
    default:
      return undefined;
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
