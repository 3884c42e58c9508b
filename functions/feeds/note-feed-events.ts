import { isAskedFor } from "../../shared/domain/feed.ts";
import { putIfAbsent } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import type { Change } from "../platform/stream-record.ts";
import { recentVisit } from "../visits/visit-reads.ts";
import { newDelivery } from "./delivery-writes.ts";
import { feedEventsOf } from "./feed-events.ts";
import { eventIdOf, payloadOf } from "./payload.ts";
import { listWebhooks } from "./webhook-reads.ts";

/**
 * Writes down what other systems are to be told of a change: once for each, however often the stream repeats it. It is sent by a function of its own
 * (`deliver-feeds.ts`), so that no mail waits for a receiver.
 */
export const noteFeedEvents = async ({ db, clock }: Deps, feedKey: Uint8Array, change: Change): Promise<void> => {
  const { after } = change;
  const events = feedEventsOf(change);
  if (!after || events.length === 0) return;
  const webhooks = (await listWebhooks(db)).filter(({ paused }) => !paused);
  const now = clock.now();
  for (const event of events) {
    const asking = webhooks.filter((webhook) => isAskedFor(webhook.events, event.type));
    const planned = asking.length > 0 ? await recentVisit({ db, clock }, event.visitId) : undefined;
    if (!planned) continue;
    const eventId = eventIdOf(feedKey, [after.pk, after.sk, String(after.version)], event);
    for (const { webhookId } of asking) {
      const payload = payloadOf(feedKey, webhookId, event, planned);
      await putIfAbsent(db, newDelivery({ webhookId, eventId, eventType: event.type, at: event.at, payload }, now));
    }
  }
};
