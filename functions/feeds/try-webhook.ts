import type { FeedEventId, WebhookId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { putIfAbsent } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, secondsLeftOf } from "../platform/limits.ts";
import { writeIfHolds } from "../platform/transact.ts";
import { newDelivery } from "./delivery-writes.ts";
import { trialPayload } from "./payload.ts";
import { findWebhook } from "./webhook-reads.ts";

/** Trial events of one subscription: enough to try around, too few to trouble whoever is at the address. */
const trials = { minutes: 60, max: 20 };

/** Puts a trial event among what a receiver is to be told; it goes the way of all others. */
export const tryWebhook = async ({ db, clock, ids }: Deps, webhookId: WebhookId): Promise<Outcome<{ eventId: FeedEventId }>> => {
  const webhook = await findWebhook(db, webhookId);
  if (!webhook) return refuse("not-found");
  if (webhook.paused) return refuse("webhook-paused");
  const at = clock.now();
  if (!(await writeIfHolds(db, countWithin("webhook-trial", trials, webhookId, at))))
    return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(trials, at) });
  const eventId = ids.mint("evt") as FeedEventId;
  await putIfAbsent(db, newDelivery({ webhookId, eventId, eventType: "feed.trial", at, payload: trialPayload(at) }, at));
  return done({ eventId });
};
