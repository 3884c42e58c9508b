import { createHmac } from "node:crypto";
import { secretOverlapHours } from "../../shared/domain/feed.ts";
import type { WebhookId } from "../../shared/domain/ids.ts";
import { addMinutes, epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";
import type { Ids } from "../platform/ids.ts";
import { keyFor, openText, sealText } from "../platform/seal-text.ts";
import type { KeptSecret } from "./webhook-reads.ts";

/** Standard Webhooks: at least 24 bytes, at most 64. */
const secretBytes = 32;
const prefix = "whsec_";

const sealKeyOf = (feedKey: Uint8Array): Uint8Array => keyFor(feedKey, "jobstop/webhook-secret/v1");

/** A new secret: as its receiver is shown it, once, and as it is kept. */
export const makeSecret = (
  feedKey: Uint8Array,
  ids: Pick<Ids, "bytes">,
  webhookId: WebhookId,
  madeAt: Instant,
): { secret: string; kept: KeptSecret } => {
  const secret = `${prefix}${Buffer.from(ids.bytes(secretBytes)).toString("base64")}`;
  return { secret, kept: { sealed: sealText(sealKeyOf(feedKey), ids, webhookId, secret), madeAt } };
};

/** The new one before those that still sign: whichever a receiver has goes on for as long as it was promised. */
export const replaceSecret = ([newest, ...former]: readonly KeptSecret[], kept: KeptSecret): KeptSecret[] => [
  kept,
  ...(newest ? [{ ...newest, until: addMinutes(kept.madeAt, secretOverlapHours * 60) }] : []),
  ...former,
];

type Signed = { webhookId: WebhookId; eventId: string; payload: string; secrets: readonly KeptSecret[] };

/** Headers by which a receiver knows that it was us, which event it is, and that this is no old request sent again (Standard Webhooks 1.0.0). One signature for each secret. */
export const signedHeaders = (
  feedKey: Uint8Array,
  { webhookId, eventId, payload, secrets }: Signed,
  now: Instant,
): Record<string, string> => {
  const timestamp = String(Math.floor(epochMsOf(now) / 1000));
  const signatures = secrets.map(({ sealed }) => {
    const key = Buffer.from(openText(sealKeyOf(feedKey), webhookId, sealed).slice(prefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${eventId}.${timestamp}.${payload}`).digest("base64")}`;
  });
  return {
    ...{ "content-type": "application/json", "user-agent": "Jobstop-Webhooks/1" },
    ...{ "webhook-id": eventId, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") },
  };
};
