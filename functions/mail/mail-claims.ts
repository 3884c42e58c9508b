import type { MessageId } from "../../shared/copy/messages/messages.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { mailKey, mailsIndex } from "../platform/keys.ts";
import type { Update, Write } from "../platform/transact.ts";
import { isForSomebody, type MailAbout, type MailItem } from "./mail-reads.ts";

type Claim = { mailId: string; message: MessageId; about: MailAbout; toDigest?: string; repeats?: MailItem["repeats"] };

/**
 * One mail, one claim, put before the mail is sent: of several runs over the same change only the one that puts it sends. It holds ids only, no
 * address but what stands for it, and no words, and stays in the index of what is being sent until it is settled.
 */
export const claimMail = (claim: Claim, claimedAt: Instant): Write => ({
  Put: {
    Item: {
      ...mailKey(claim.mailId),
      ...mailsIndex("claimed", claimedAt, claim.mailId),
      type: "mail",
      version: 1,
      state: "claimed",
      claimedAt,
      ...claim,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/**
 * A mail to somebody who has no address: put in its place, once, as what is to be told by telephone. `isKnown` where they know already, since somebody of the
 * centre was speaking with them, or will be called about it anyway: then nobody is asked to.
 */
export const noteUnaddressed = (claim: Claim, at: Instant, isKnown: boolean): Write => ({
  Put: {
    Item: {
      ...mailKey(claim.mailId),
      ...(!isKnown && mailsIndex("undelivered", at, claim.mailId)),
      ...{ type: "mail", version: 1, state: "no-address", claimedAt: at, noticedAt: at, mayGoAgain: false },
      ...claim,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A mail that was not sent, put in its place, once: its address takes no mail, or a budget was used up. Staff see it, and call. */
export const noteUnsent = (claim: Claim, at: Instant, state: "stopped" | "held", refusal: string): Write => ({
  Put: {
    Item: {
      ...mailKey(claim.mailId),
      ...(isForSomebody(claim.about) && mailsIndex("undelivered", at, claim.mailId)),
      ...{ type: "mail", version: 1, state, claimedAt: at, noticedAt: at, mayGoAgain: state === "held", refusal },
      ...claim,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

const claimed = { names: { "#state": "state" }, values: { ":claimed": "claimed", ":one": 1 } } as const;

export const markSent = (mailId: string, sesMessageId: string, sentAt: Instant): Update => ({
  Update: {
    Key: mailKey(mailId),
    UpdateExpression: "SET #state = :state, sesMessageId = :ses, sentAt = :at REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "#state = :claimed",
    ExpressionAttributeNames: claimed.names,
    ExpressionAttributeValues: { ...claimed.values, ":state": "sent", ":ses": sesMessageId, ":at": sentAt },
  },
});

/** SES will never take this one: nobody tries again by itself, and staff can see it. */
export const markRefused = (mailId: string, reason: string, refusedAt: Instant): Write => {
  const { gsi1pk, gsi1sk } = mailsIndex("undelivered", refusedAt, mailId);
  return {
    Update: {
      Key: mailKey(mailId),
      UpdateExpression:
        "SET #state = :state, refusal = :reason, noticedAt = :at, mayGoAgain = :yes, gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: "#state = :claimed",
      ExpressionAttributeNames: claimed.names,
      ExpressionAttributeValues: {
        ...claimed.values,
        ...{ ":state": "refused", ":reason": reason, ":at": refusedAt, ":yes": true, ":pk": gsi1pk, ":sk": gsi1sk },
      },
    },
  };
};

/** Gives a claim back when SES surely took nothing, so that the next run may send. */
export const releaseClaim = (mailId: string): Write => ({
  Delete: {
    Key: mailKey(mailId),
    ConditionExpression: "#state = :claimed",
    ExpressionAttributeNames: claimed.names,
    ExpressionAttributeValues: { ":claimed": "claimed" },
  },
});
