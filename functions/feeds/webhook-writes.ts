import type { WebhookWish } from "../../shared/contract/connections.ts";
import type { PausedBecause } from "../../shared/domain/feed.ts";
import type { AccountId, WebhookId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { webhookKey } from "../platform/keys.ts";
import type { Update, Write } from "../platform/transact.ts";
import type { KeptSecret } from "./webhook-reads.ts";

/** What is written of a subscription, and the language of whoever does. */
type Kept = WebhookWish & { locale: Locale };

type New = { webhookId: WebhookId; addedAt: Instant; addedBy: AccountId; secrets: readonly KeptSecret[] } & Kept;

export const addWebhook = (webhook: New): Write => ({
  Put: {
    Item: { ...webhookKey(webhook.webhookId), type: "webhook", version: 1, ...webhook },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** The same while it is there; its secret stays. */
export const changeWebhook = (webhookId: WebhookId, { name, url, events, locale }: Kept): Write => ({
  Update: {
    Key: webhookKey(webhookId),
    UpdateExpression: "SET #name = :name, #url = :url, events = :events, locale = :locale ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeNames: { "#name": "name", "#url": "url" },
    ExpressionAttributeValues: { ":name": name, ":url": url, ":events": events, ":locale": locale, ":one": 1 },
  },
});

export const dropWebhook = (webhookId: WebhookId): Write => ({
  Delete: { Key: webhookKey(webhookId), ConditionExpression: "attribute_exists(pk)" },
});

/** Secrets in the place of those that were read. */
export const putSecrets = (webhookId: WebhookId, secrets: readonly KeptSecret[], seen: number): Write => ({
  Update: {
    Key: webhookKey(webhookId),
    UpdateExpression: "SET secrets = :secrets ADD version :one",
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":secrets": secrets, ":seen": seen, ":one": 1 },
  },
});

/** Nothing is sent any more; refused when it is paused already. */
export const pauseWebhook = (webhookId: WebhookId, because: PausedBecause, at: Instant): Update => ({
  Update: {
    Key: webhookKey(webhookId),
    UpdateExpression: "SET paused = :paused ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(paused)",
    ExpressionAttributeValues: { ":paused": { because, at }, ":one": 1 },
  },
});

/** With a clean slate: what failed before does not count. */
export const resumeWebhook = (webhookId: WebhookId): Update => ({
  Update: {
    Key: webhookKey(webhookId),
    UpdateExpression: "REMOVE paused, failingSince, failingStatus, quietUntil ADD version :one",
    ConditionExpression: "attribute_exists(paused)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** A receiver asked to be left alone; the latest that it asked for counts. */
export const leaveAlone = (webhookId: WebhookId, until: Instant): Update => ({
  Update: {
    Key: webhookKey(webhookId),
    UpdateExpression: "SET quietUntil = :until ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(quietUntil) OR quietUntil < :until)",
    ExpressionAttributeValues: { ":until": until, ":one": 1 },
  },
});

/** That a try failed, and with which answer: the first since one arrived says since when, the latest how. Written only where it says something new. */
export const noteFailing = (webhookId: WebhookId, since: Instant, status: number | undefined): Update => {
  const isAnswered = status !== undefined;
  return {
    Update: {
      Key: webhookKey(webhookId),
      UpdateExpression: `SET failingSince = if_not_exists(failingSince, :since)${
        isAnswered ? ", failingStatus = :status" : " REMOVE failingStatus"
      } ADD version :one`,
      ConditionExpression: `attribute_exists(pk) AND (attribute_not_exists(failingSince) OR ${
        isAnswered ? "attribute_not_exists(failingStatus) OR failingStatus <> :status" : "attribute_exists(failingStatus)"
      })`,
      ExpressionAttributeValues: { ":since": since, ":one": 1, ...(isAnswered && { ":status": status }) },
    },
  };
};

export const noteReached = (webhookId: WebhookId): Update => ({
  Update: {
    Key: webhookKey(webhookId),
    UpdateExpression: "REMOVE failingSince, failingStatus ADD version :one",
    ConditionExpression: "attribute_exists(failingSince)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});
