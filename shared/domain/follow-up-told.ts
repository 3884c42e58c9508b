import * as z from "zod/mini";
import { PartnerResult } from "./partner.ts";
import { StayMonth } from "./placement.ts";

/**
 * What nobody typed of a follow-up, since it followed from something else: a kind with its facts. Its words are said when it is read, in the reader's language
 * (`shared/copy/follow-up.ts`). What somebody typed is a text, and so is all that was kept before there were kinds.
 */

/** A job as it was called when somebody was proposed for it. */
const Job = { titleKo: z.string(), titleEn: z.optional(z.string()) };

/** What is to be done. */
export const FollowUpTask = z.union([
  z.string(),
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("referral-answer"), ...Job }),
    z.strictObject({ kind: z.literal("referral-result"), ...Job }),
    z.strictObject({ kind: z.literal("stay-check"), month: StayMonth }),
    z.strictObject({ kind: z.literal("partner-result"), nameKo: z.string(), nameEn: z.string() }),
    z.strictObject({ kind: z.literal("aptitude-test") }),
  ]),
]);
export type FollowUpTask = z.infer<typeof FollowUpTask>;

/** What came of it, or why it was put off, handed on or given up. */
export const FollowUpWords = z.union([
  z.string(),
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.enum([
        ...(["referral-agreed", "referral-declined", "referral-taken-back", "referral-ended", "employer-consent-withdrawn"] as const),
        ...([
          "records-separated",
          "partner-consent-withdrawn",
          "test-explained",
          "test-not-needed",
          "test-not-wanted",
          "test-step-undone",
        ] as const),
      ]),
    }),
    /** Whoever had left by the check after so many months is asked no more. */
    z.strictObject({ kind: z.literal("had-left"), month: StayMonth }),
    z.strictObject({ kind: z.literal("partner-result"), result: PartnerResult }),
    z.strictObject({ kind: z.literal("placement-taken-back"), reason: z.string() }),
  ]),
]);
export type FollowUpWords = z.infer<typeof FollowUpWords>;

/** What is to be done about a job that somebody was proposed for. */
export const jobTask = (
  kind: "referral-answer" | "referral-result",
  { titleKo, titleEn }: { titleKo: string; titleEn?: string | undefined },
): FollowUpTask => ({ kind, titleKo, ...(titleEn !== undefined && { titleEn }) });
