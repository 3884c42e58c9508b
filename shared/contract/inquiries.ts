import * as z from "zod/mini";
import { InquiryId } from "../domain/ids.ts";
import { InquiryDraft, InquiryTopic } from "../domain/inquiry.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { someLines } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Who answers what is asked. */
const answerers = { staff: ["outreach", "manager"] } as const;

export const Inquiry = z.strictObject({
  inquiryId: InquiryId,
  topic: InquiryTopic,
  text: z.string(),
  name: z.nullable(z.string()),
  mail: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  askedAt: Instant,
  answer: z.nullable(z.string()),
  answeredOn: z.nullable(LocalDate),
  /** Who answered; null once they work here no more, and before. */
  answeredBy: z.nullable(z.string()),
});
export type Inquiry = z.infer<typeof Inquiry>;

export const InquiryAnswer = z.strictObject({ answer: someLines(2000) });

const onInquiry = z.strictObject({ inquiryId: InquiryId });

/** Inquiries (문의) of anybody, and their answers. */
export const inquiryOperations = operations({
  "PUT /api/inquiries/{inquiryId}": {
    summary:
      "Ask the centre something; the answer comes by mail, or by telephone where no address is given. The id is the client's, so that the same sent twice is one.",
    who: "anyone",
    params: onInquiry,
    body: InquiryDraft,
    answers: { 204: null },
    problems: ["id-taken", "too-many-requests"],
  },
  "GET /api/office/inquiries": {
    summary: "What was asked, in pages of 50: without an answer the oldest first, answered the newest first. A look is logged.",
    who: answerers,
    query: z.strictObject({
      list: z.optional(z.enum(["open", "answered"])),
      /** The place in the list after which a page begins: `next` of the page before. */
      after: z.optional(z.string().check(z.maxLength(80), z.regex(/^2[\w.:-]+#inq_[0-9A-Z]{26}$/, { error: "format" }))),
    }),
    answers: { 200: z.strictObject({ inquiries: z.array(Inquiry), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "PUT /api/office/inquiries/{inquiryId}/answer": {
    summary: "The answer, which goes out by mail, or to the list of calls where no address was given. Sent again it is the same.",
    who: answerers,
    params: onInquiry,
    body: InquiryAnswer,
    answers: { 204: null },
    problems: ["inquiry-answered"],
  },
});
