import type { Instant } from "../../shared/domain/seoul-time.ts";
import { mailKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/**
 * One mail, one claim, put before the mail is sent: of several runs over the same change only the one that puts it sends. It holds ids only, no
 * address and no words.
 */
export const claimMail = (mailId: string, message: string, claimedAt: Instant): Write => ({
  Put: {
    Item: { ...mailKey(mailId), type: "mail", version: 1, mailId, message, state: "claimed", claimedAt },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

const settle = (mailId: string, set: string, values: Record<string, unknown>): Write => ({
  Update: {
    Key: mailKey(mailId),
    UpdateExpression: `SET #state = :state, ${set} ADD version :one`,
    ConditionExpression: "#state = :claimed",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ...values, ":claimed": "claimed", ":one": 1 },
  },
});

export const markSent = (mailId: string, sesMessageId: string, sentAt: Instant): Write =>
  settle(mailId, "sesMessageId = :ses, sentAt = :at", { ":state": "sent", ":ses": sesMessageId, ":at": sentAt });

/** SES will never take this one: nobody tries again by itself, and staff can see it. */
export const markRefused = (mailId: string, reason: string, refusedAt: Instant): Write =>
  settle(mailId, "refusal = :reason, refusedAt = :at", { ":state": "refused", ":reason": reason, ":at": refusedAt });

/** Gives a claim back when SES surely took nothing, so that the next run may send. */
export const releaseClaim = (mailId: string): Write => ({
  Delete: {
    Key: mailKey(mailId),
    ConditionExpression: "#state = :claimed",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":claimed": "claimed" },
  },
});
