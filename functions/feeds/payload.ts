import { createHmac } from "node:crypto";
import { type FeedEventType, seoulIsoOf } from "../../shared/domain/feed.ts";
import type { FeedEventId, WebhookId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { idFrom } from "../platform/ids.ts";
import { keyFor } from "../platform/seal-text.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";
import type { FeedEvent } from "./feed-events.ts";

const macOf = (key: Uint8Array, parts: readonly string[]): Buffer => createHmac("sha256", key).update(parts.join("\0")).digest();

/**
 * Stands for a booking or a visitor with one subscription: the same each time, so that a receiver can tell that a booking was made, moved and kept. It leads
 * to nobody without our key, and two receivers cannot compare theirs.
 */
const pseudonymOf = (feedKey: Uint8Array, webhookId: WebhookId, { kind, id }: FeedEvent["subject"]): string =>
  `${kind}_${macOf(keyFor(feedKey, "jobstop/feed-pseudonym/v1"), [webhookId, kind, id]).toString("base64url").slice(0, 22)}`;

/**
 * The id of an event, from its change alone: told again, whoever tells it, it is the same. It sorts by when it happened.
 *
 * @param change the item that changed and the version that it came to.
 */
export const eventIdOf = (feedKey: Uint8Array, change: readonly string[], { type, subject, at }: FeedEvent): FeedEventId => {
  const mac = macOf(keyFor(feedKey, "jobstop/feed-event/v1"), [...change, type, subject.kind, subject.id, at]);
  return idFrom("evt", at, mac) as FeedEventId;
};

const text = (type: FeedEventType, at: Instant, data: object): string =>
  JSON.stringify({ type, timestamp: seoulIsoOf(at), timeZone: "Asia/Seoul", data });

const visitFacts = ({ visit, place }: PlannedVisit) => ({
  ...{ visitId: visit.visitId, date: visit.date, placeId: visit.placeId, zone: place.zone, districtCode: place.districtCode },
});

const factsOf = (event: FeedEvent): object => {
  switch (event.type) {
    case "arrival.made":
    case "arrival.undone":
      return { registered: event.isRegistered };
    case "result.noted":
    case "result.undone":
      return { result: event.result };
    default: {
      const { kind, employerId, postingId, service, startsAt, endsAt } = event.time;
      return {
        ...{ kind, employerId, postingId, service, startsAt: seoulIsoOf(startsAt), endsAt: seoulIsoOf(endsAt) },
        ...(event.type === "booking.cancelled" && { by: event.by }),
      };
    }
  }
};

/** The body of a request to one receiver: ids, codes and times. No field of it holds what a person wrote or is called (`PRIVACY-SECURITY.md`). */
export const payloadOf = (feedKey: Uint8Array, webhookId: WebhookId, event: FeedEvent, planned: PlannedVisit): string => {
  const { subject, sequence } = event;
  const data = { [subject.kind]: pseudonymOf(feedKey, webhookId, subject), sequence, ...factsOf(event), visit: visitFacts(planned) };
  return text(event.type, event.at, data);
};

export const trialPayload = (at: Instant): string => text("feed.trial", at, {});
