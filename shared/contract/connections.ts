import * as z from "zod/mini";
import { DeliveryState, DeliveryTrouble, FeedChoice, FeedEventType, FeedScope, PausedBecause } from "../domain/feed.ts";
import { ApiKeyId, FeedEventId, WebhookId } from "../domain/ids.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { managers, operations } from "./operation.ts";

const onWebhook = z.strictObject({ webhookId: WebhookId });
const onKey = z.strictObject({ keyId: ApiKeyId });

const some = <Choice extends z.ZodMiniType>(choice: Choice) =>
  z.array(choice).check(
    z.minLength(1, { error: "required" }),
    z.maxLength(10),
    z.refine((all) => new Set(all).size === all.length, { error: "twice" }),
  );

/** Where a receiver is, what it wants to hear of and what became of that lately. Its secret is shown when it is made, and never again. */
export const Webhook = z.strictObject({
  webhookId: WebhookId,
  name: z.string(),
  url: z.string(),
  events: z.array(FeedChoice),
  /** Null while it runs. */
  paused: z.nullable(z.strictObject({ because: PausedBecause, at: Instant })),
  /** Since when it takes nothing; null when the last try arrived. */
  failingSince: z.nullable(Instant),
  /** What it answered last while it fails; null when it answers nothing, or does not fail. */
  failingStatus: z.nullable(z.int()),
  addedAt: Instant,
  addedBy: z.nullable(z.string()),
  secretSince: Instant,
  /** Until when the secret before it signs as well; null when it does no more. */
  formerSecretUntil: z.nullable(Instant),
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookWish = z.strictObject({ name: oneLine(60), url: oneLine(300), events: some(FeedChoice) });
export type WebhookWish = z.infer<typeof WebhookWish>;

export const Delivery = z.strictObject({
  eventId: FeedEventId,
  type: FeedEventType,
  /** When what it tells of happened. */
  at: Instant,
  state: DeliveryState,
  tries: z.int(),
  lastTriedAt: z.nullable(Instant),
  /** What the receiver answered last; null when it answered nothing. */
  status: z.nullable(z.int()),
  trouble: z.nullable(DeliveryTrouble),
  nextTryAt: z.nullable(Instant),
});
export type Delivery = z.infer<typeof Delivery>;

export const ApiKey = z.strictObject({
  keyId: ApiKeyId,
  name: z.string(),
  scopes: z.array(FeedScope),
  /** The last day on which it opens anything, in Seoul. */
  endsOn: LocalDate,
  madeAt: Instant,
  madeBy: z.nullable(z.string()),
  lastUsedOn: z.nullable(LocalDate),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const ApiKeyWish = z.strictObject({ name: oneLine(60), scopes: some(FeedScope), endsOn: LocalDate });
export type ApiKeyWish = z.infer<typeof ApiKeyWish>;

/** `secret`: shown this once; null when the subscription was there already. */
const WebhookWithSecret = z.strictObject({ webhook: Webhook, secret: z.nullable(z.string()) });

/** The same of a key. */
const KeyWithToken = z.strictObject({ key: ApiKey, token: z.nullable(z.string()) });

/** Systems of the city: who is told of what, and who may ask (`docs/FEEDS.md`). */
export const connectionOperations = operations({
  "GET /api/office/webhooks": {
    summary: "Subscriptions of other systems, by name.",
    who: managers,
    answers: { 200: z.strictObject({ webhooks: z.array(Webhook) }) },
    problems: [],
  },
  "PUT /api/office/webhooks/{webhookId}": {
    summary:
      "Add a subscription, or change one: its name, its address, what it is told of. The id is minted by whoever adds it. The secret is in the answer to the first request, and nowhere else. Is logged.",
    who: managers,
    params: onWebhook,
    body: WebhookWish,
    answers: { 200: WebhookWithSecret, 201: WebhookWithSecret },
    problems: ["too-many-connections"],
  },
  "DELETE /api/office/webhooks/{webhookId}": {
    summary: "Remove a subscription, and what it was still to be told. Is logged.",
    who: managers,
    params: onWebhook,
    answers: { 204: null },
    problems: [],
  },
  "PUT /api/office/webhooks/{webhookId}/pause": {
    summary: "Pause a subscription. What happens meanwhile it is not told later.",
    who: managers,
    params: onWebhook,
    answers: { 200: Webhook },
    problems: [],
  },
  "DELETE /api/office/webhooks/{webhookId}/pause": {
    summary: "Let a subscription go on.",
    who: managers,
    params: onWebhook,
    answers: { 200: Webhook },
    problems: [],
  },
  "POST /api/office/webhooks/{webhookId}/secret": {
    summary:
      "A new secret, shown once. The one before it signs as well for 24 hours; while three sign, no other is made (`Retry-After` says until when). Is logged.",
    who: managers,
    params: onWebhook,
    answers: { 200: z.strictObject({ webhook: Webhook, secret: z.string() }) },
    problems: ["too-many-secrets"],
  },
  "POST /api/office/webhooks/{webhookId}/trial": {
    summary: "Send a trial event. It goes out within two minutes, as everything else does.",
    who: managers,
    params: onWebhook,
    answers: { 202: z.strictObject({ eventId: FeedEventId }) },
    problems: ["too-many-requests", "webhook-paused"],
  },
  "GET /api/office/webhooks/{webhookId}/deliveries": {
    summary: "What a subscription was told and what became of it, the latest first, 25 at a time. `before` is `next` of the page before.",
    who: managers,
    params: onWebhook,
    query: z.strictObject({ before: z.optional(FeedEventId) }),
    answers: { 200: z.strictObject({ webhook: Webhook, deliveries: z.array(Delivery), next: z.nullable(FeedEventId) }) },
    problems: [],
  },
  "GET /api/office/api-keys": {
    summary: "Keys of other systems, by name; those that have ended as well.",
    who: managers,
    answers: { 200: z.strictObject({ keys: z.array(ApiKey) }) },
    problems: [],
  },
  "PUT /api/office/api-keys/{keyId}": {
    summary:
      "Make a key. The id is minted by whoever makes it; sent again it makes nothing. The key is in the answer to the first request, and nowhere else. Is logged.",
    who: managers,
    params: onKey,
    body: ApiKeyWish,
    answers: { 200: KeyWithToken, 201: KeyWithToken },
    problems: ["too-many-connections"],
  },
  "DELETE /api/office/api-keys/{keyId}": {
    summary: "Revoke a key: from the next request on it opens nothing. Is logged.",
    who: managers,
    params: onKey,
    answers: { 204: null },
    problems: [],
  },
});
