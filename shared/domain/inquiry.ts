import * as z from "zod/mini";
import { Locale } from "./locale.ts";
import { MailAddress, PersonName, PhoneNumber, someLines } from "./text.ts";

/** Inquiries (문의): what anybody asks the centre, without signing in. */

export const InquiryTopic = z.enum(["visit", "booking", "job", "employer", "data", "site", "other"]);
export type InquiryTopic = z.infer<typeof InquiryTopic>;

export const InquiryDraft = z
  .strictObject({
    topic: InquiryTopic,
    text: someLines(1000),
    name: z.optional(PersonName),
    /** Where the answer goes: by mail if there is an address, else by telephone. */
    mail: z.optional(MailAddress),
    phone: z.optional(PhoneNumber),
    /** In which the answer is framed. */
    locale: Locale,
    /** That they read what is kept of it, and for how long. */
    agreed: z.literal(true, { error: "required" }),
  })
  .check(z.refine(({ mail, phone }) => mail !== undefined || phone !== undefined, { path: ["mail"], error: "required" }));
export type InquiryDraft = z.infer<typeof InquiryDraft>;
