import * as z from "zod/mini";
import { EmployerId, InquiryId, RegistrationId, TalkId, VisitId } from "../domain/ids.ts";
import { MailId, UndeliveredState } from "../domain/mail.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { MailAddress, oneLine } from "../domain/text.ts";
import { deskStaff, operations } from "./operation.ts";

const onMail = z.strictObject({ mailId: MailId });

/** Whom a mail was for. A person's name is masked: whoever calls knows from the number whom they call. */
const Reader = z.discriminatedUnion("who", [
  z.strictObject({ who: z.literal("person"), maskedName: z.string(), registrationId: z.nullable(RegistrationId) }),
  z.strictObject({ who: z.literal("employer"), nameKo: z.string(), employerId: EmployerId }),
  /** At a CEO talk, for which it needs no account. `answer`: what they are to be told. */
  z.strictObject({ who: z.literal("firm"), nameKo: z.string(), talkId: TalkId, answer: z.string() }),
  /** Of somebody who asked something; null where they gave no name. `question`: what they asked, for whoever calls them. */
  z.strictObject({
    ...{ who: z.literal("asker"), maskedName: z.nullable(z.string()), inquiryId: InquiryId, question: z.string(), answer: z.string() },
  }),
]);

/** A mail that may not have arrived, until somebody has seen to it that its reader knows. */
export const UndeliveredMail = z.strictObject({
  mailId: MailId,
  /** A message of `shared/copy/messages`. */
  message: z.string(),
  state: UndeliveredState,
  reader: Reader,
  /** Null for somebody without an address. */
  maskedMail: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** When it was to be sent. */
  at: Instant,
  /** The last day on which they are to be called, in Seoul. */
  callBy: LocalDate,
  visitId: z.nullable(VisitId),
  visitOn: z.nullable(LocalDate),
  /**
   * False where it cannot go again: its address takes no mail, what it told is no longer so and a later mail has told what is, or it would come too late.
   */
  canGoAgain: z.boolean(),
});
export type UndeliveredMail = z.infer<typeof UndeliveredMail>;

/** What staff do about mails of which nobody knows whether they arrived. */
export const undeliveredOperations = operations({
  "GET /api/staff/undelivered-mails": {
    summary: "Mails that may not have arrived and that nobody has seen to, the most urgent first; at most 100. A look is logged.",
    who: deskStaff,
    answers: { 200: z.strictObject({ mails: z.array(UndeliveredMail) }) },
    problems: [],
  },
  "POST /api/staff/undelivered-mails/{mailId}/repetition": {
    summary: "Send a mail once more, as things stand now. Sent again it changes nothing.",
    who: deskStaff,
    params: onMail,
    answers: { 204: null },
    problems: ["mail-settled", "mail-outdated", "address-unusable"],
  },
  "POST /api/staff/undelivered-mails/{mailId}/call": {
    summary: "Note that the reader was told by telephone. Sent again it changes nothing.",
    who: deskStaff,
    params: onMail,
    answers: { 204: null },
    problems: ["mail-settled"],
  },
  "POST /api/staff/mail-stops/ending": {
    summary: "Let mail go again to an address that bounced or called it spam, since its owner says so; with a reason. Is logged.",
    who: deskStaff,
    body: z.strictObject({ mail: MailAddress, reason: oneLine(200) }),
    answers: { 204: null },
    problems: ["not-found"],
  },
});
