import type { DeliveryState, DeliveryTrouble, FeedEventType } from "../../shared/domain/feed.ts";
import type { FeedEventId, WebhookId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { deliveriesIndex, deliveryKey, expiresAt } from "../platform/keys.ts";
import type { Update, Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { DeliveryItem } from "./delivery-reads.ts";

/** Days for which it can be looked up what a receiver was told. */
const keptDays = 30;

/**
 * Minutes that a try may take at most, until its outcome is written down. When they are over and nothing is, whoever tried broke off, before or after the
 * receiver had it: then it is tried again, under the same id.
 */
const claimMinutes = 3;

type New = { webhookId: WebhookId; eventId: FeedEventId; eventType: FeedEventType; at: Instant; payload: string };

/** What is to be told, due at once. For `putIfAbsent`: the same event again changes nothing. */
export const newDelivery = (told: New, now: Instant) => ({
  ...deliveryKey(told.webhookId, told.eventId),
  ...deliveriesIndex(told.webhookId, now, told.eventId),
  ...{ type: "webhook-delivery", version: 1, state: "waiting", tries: 0, nextTryAt: now, ...told },
  expiresAt: expiresAt(addMinutes(now, keptDays * 24 * 60)),
});

/** A field that is undefined is taken away. */
type TryOutcome = {
  state: DeliveryState;
  status?: number | undefined;
  trouble?: DeliveryTrouble | undefined;
  nextTryAt?: Instant | undefined;
};

type Tried = Pick<DeliveryItem, "webhookId" | "eventId" | "tries">;

/** Whoever counts a try up makes it: refused when somebody else did, or it is settled. A try that breaks off counts as one. */
export const claimTry = ({ webhookId, eventId, tries }: Tried, now: Instant): Update => {
  const again = addMinutes(now, claimMinutes);
  return {
    Update: {
      Key: deliveryKey(webhookId, eventId),
      UpdateExpression:
        "SET tries = :next, lastTriedAt = :now, nextTryAt = :again, gsi1sk = :sk, trouble = :broken REMOVE #status ADD version :one",
      ConditionExpression: "#state = :waiting AND tries = :tries AND nextTryAt <= :now",
      ExpressionAttributeNames: { "#state": "state", "#status": "status" },
      ExpressionAttributeValues: {
        ...{ ":next": tries + 1, ":tries": tries, ":now": now, ":again": again, ":waiting": "waiting", ":one": 1 },
        ":sk": deliveriesIndex(webhookId, again, eventId).gsi1sk,
        // Until its outcome is known.
        ":broken": "broken-off" satisfies DeliveryTrouble,
      },
    },
  };
};

/** What a try came to; whoever made it says so, and nobody else. `nextTryAt`: when to try again; without it nobody does. */
export const settleTry = ({ webhookId, eventId, tries }: Tried, { state, status, trouble, nextTryAt }: TryOutcome): Write => {
  const index = nextTryAt && deliveriesIndex(webhookId, nextTryAt, eventId);
  return upsert(
    deliveryKey(webhookId, eventId),
    "webhook-delivery",
    { state, status, trouble, nextTryAt, gsi1pk: index?.gsi1pk, gsi1sk: index?.gsi1sk },
    { expression: "tries = :tries", values: { ":tries": tries } },
  );
};
