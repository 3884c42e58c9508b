import type { Delivery } from "../../shared/contract/connections.ts";
import type { DeliveryState, DeliveryTrouble, FeedEventType } from "../../shared/domain/feed.ts";
import type { FeedEventId, WebhookId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, type Item, queryItems } from "../platform/db.ts";
import { deliveriesIndexPartition, deliveryKey, deliveryPartition, deliveryPrefix } from "../platform/keys.ts";

/** What one receiver is to be told of one change, and what became of that. */
export type DeliveryItem = Item & {
  webhookId: WebhookId;
  eventId: FeedEventId;
  eventType: FeedEventType;
  /** When what it tells of happened. */
  at: Instant;
  /** The body, as it is signed and sent each time. */
  payload: string;
  state: DeliveryState;
  tries: number;
  lastTriedAt?: Instant;
  status?: number;
  trouble?: DeliveryTrouble;
  nextTryAt?: Instant;
};

/** What is due for one receiver, the longest due first; a moment old. */
export const listDue = (db: Db, webhookId: WebhookId, now: Instant, most: number): Promise<DeliveryItem[]> =>
  queryItems<DeliveryItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :of AND gsi1sk < :now",
      // An id follows the time: the sign after it takes in what is due now.
      ExpressionAttributeValues: { ":of": deliveriesIndexPartition(webhookId), ":now": `${now}$` },
    },
    most,
  );

const pageLength = 25;

/** A page of what a receiver was told, the latest first, and where the next one begins. */
export const listDeliveries = async (
  db: Db,
  webhookId: WebhookId,
  before: FeedEventId | undefined,
): Promise<{ deliveries: DeliveryItem[]; next: FeedEventId | null }> => {
  const upTo = before ? deliveryKey(webhookId, before).sk : `${deliveryPrefix}~`;
  const found = await queryItems<DeliveryItem>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :upTo",
      ExpressionAttributeValues: { ":pk": deliveryPartition(webhookId), ":first": deliveryPrefix, ":upTo": upTo },
      ScanIndexForward: false,
    },
    // Both ends of BETWEEN count: the one that the page before ended with comes again.
    pageLength + 2,
  );
  const page = found.filter(({ eventId }) => eventId !== before);
  const deliveries = page.slice(0, pageLength);
  return { deliveries, next: page.length > pageLength ? (deliveries.at(-1)?.eventId ?? null) : null };
};

export const deliveryOf = (item: DeliveryItem): Delivery => {
  const { eventId, eventType: type, at, state, tries, lastTriedAt = null, status = null, trouble = null, nextTryAt = null } = item;
  return { ...{ eventId, type, at, state, tries, lastTriedAt, status, trouble }, nextTryAt: state === "waiting" ? nextTryAt : null };
};
