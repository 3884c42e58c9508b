import type { MessageId } from "../../shared/copy/messages/messages.ts";
import type { MailAbout } from "./mail-reads.ts";

/** Something that somebody without working mail is to know; ids only, whoever sends it looks up number and words. */
export type TextMessage = { mailId: string; message: MessageId; about: MailAbout };

/**
 * The way to people's telephones, for whoever has no working mail. Answers whether somebody took the message; where nobody did, staff call. At most one call
 * for each `mailId`.
 */
export type TextMessages = { send: (message: TextMessage) => Promise<"taken" | "not-taken"> };

/** No provider of text messages is connected. */
export const noTextMessages: TextMessages = { send: async () => "not-taken" };
