import { isHopeless, nextTryAt, type PausedBecause, quietUntil } from "../../shared/domain/feed.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, writeIfHolds } from "../platform/transact.ts";
import { type DeliveryItem, listDue } from "./delivery-reads.ts";
import { claimTry, settleTry } from "./delivery-writes.ts";
import { type Answered, type Courier, postDelivery } from "./post-delivery.ts";
import { findWebhook, listWebhooks, secretsAt, type WebhookItem } from "./webhook-reads.ts";
import { signedHeaders } from "./webhook-secrets.ts";
import { leaveAlone, noteFailing, noteReached, pauseWebhook } from "./webhook-writes.ts";

/** What sending needs beside the table. */
export type Sending = { feedKey: Uint8Array; courier: Courier };

/** Of one receiver: so many are fetched at once, and so many are on their way at once. */
const [fetched, atOnce] = [400, 4];
/** A run begins no further try after so long; the function has a minute. */
const runMs = 40_000;

/** What of an answer is kept: its status, and that a redirect is none. */
const troubleIn = ({ status, trouble }: Answered): DeliveryItem["trouble"] =>
  trouble ?? (status >= 300 && status < 400 ? "redirected" : undefined);
const hasArrived = ({ status }: Answered): boolean => status !== undefined && status >= 200 && status < 300;

const pause = async ({ db, log }: Deps, { webhookId }: WebhookItem, because: PausedBecause, now: Instant): Promise<void> => {
  // Its managers are mailed by the table's stream.
  if (await writeIfHolds(db, pauseWebhook(webhookId, because, now))) log.error("webhook.paused", { webhookId, because });
};

/** Writes down what became of a try, and what follows from it for its receiver. Answers whether to go on with it in this run. */
const settle = async (deps: Deps, webhook: WebhookItem, tried: DeliveryItem, answered: Answered): Promise<boolean> => {
  const { db, clock, log } = deps;
  const { webhookId } = webhook;
  const now = clock.now();
  const { status } = answered;
  const trouble = troubleIn(answered);
  const { eventId, tries } = tried;
  log.info("webhook.tried", { webhookId, eventId, tries, status, trouble });
  if (hasArrived(answered)) {
    await transact(db, { settled: settleTry(tried, { state: "delivered", status }) });
    if (webhook.failingSince) await writeIfHolds(db, noteReached(webhookId));
    return true;
  }
  const usual = status === 410 ? undefined : nextTryAt(tries, now);
  // Asked to wait, nothing goes to it before; our own pause holds where it is longer.
  const asked = quietUntil(answered.retryAfter, now);
  const next = usual && asked && asked > usual ? asked : usual;
  if (asked && usual) await writeIfHolds(db, leaveAlone(webhookId, asked));
  await transact(db, { settled: settleTry(tried, { state: next ? "waiting" : "given-up", status, trouble, nextTryAt: next }) });
  await writeIfHolds(db, noteFailing(webhookId, now, status));
  if (status === 410) await pause(deps, webhook, "gone", now);
  else if (!next && webhook.failingSince && isHopeless(webhook.failingSince, now)) await pause(deps, webhook, "unreachable", now);
  return false;
};

/** One try: claimed before it is made, so that of two runs one makes it. The payload and the secrets are in no line of the log. */
const tryOnce = async (deps: Deps, { feedKey, courier }: Sending, webhook: WebhookItem, due: DeliveryItem): Promise<boolean> => {
  const { webhookId, url } = webhook;
  const { eventId, payload } = due;
  const now = deps.clock.now();
  if (!(await writeIfHolds(deps.db, claimTry(due, now)))) return true;
  const headers = signedHeaders(feedKey, { webhookId, eventId, payload, secrets: secretsAt(webhook, now) }, now);
  const answered = await postDelivery(courier, url, headers, payload);
  return settle(deps, webhook, { ...due, tries: due.tries + 1 }, answered);
};

/** What is due for one receiver. After a try that failed the rest waits for the next run: it would most likely fail, too, and take its time. */
const deliverTo = async (deps: Deps, sending: Sending, known: WebhookItem, run: AbortSignal): Promise<void> => {
  const due = await listDue(deps.db, known.webhookId, deps.clock.now(), fetched);
  for (let i = 0; i < due.length && !run.aborted; i += atOnce) {
    const webhook = await findWebhook(deps.db, known.webhookId);
    if (!webhook) return;
    const some = due.slice(i, i + atOnce);
    if (webhook.paused) {
      for (const one of some) await transact(deps.db, { settled: settleTry(one, { state: "skipped" }) });
      continue;
    }
    if (webhook.quietUntil && deps.clock.now() < webhook.quietUntil) return;
    const reached = await Promise.all(some.map((one) => tryOnce(deps, sending, webhook, one)));
    if (reached.includes(false)) return;
  }
};

/** Sends what other systems are to be told and what failed before and is due again; each receiver by itself, so that a slow one delays no other. */
export const deliverFeeds = async (deps: Deps, sending: Sending): Promise<void> => {
  const run = AbortSignal.timeout(runMs);
  const settled = await Promise.allSettled((await listWebhooks(deps.db)).map((webhook) => deliverTo(deps, sending, webhook, run)));
  const failures = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, "Some receivers could not be served.");
};
