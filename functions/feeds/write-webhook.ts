import type { Webhook, WebhookWish } from "../../shared/contract/connections.ts";
import { mostSecrets, mostWebhooks, type PausedBecause } from "../../shared/domain/feed.ts";
import type { AccountId, WebhookId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { minutesBetween } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact, writeIfHolds } from "../platform/transact.ts";
import { giveRoom, takeRoom } from "./connection-room.ts";
import { feedAddressOf, type Reach } from "./feed-address.ts";
import { describeWebhooks, findWebhook, listWebhooks, secretsAt } from "./webhook-reads.ts";
import { makeSecret, replaceSecret } from "./webhook-secrets.ts";
import { addWebhook, changeWebhook, dropWebhook, pauseWebhook, putSecrets, resumeWebhook } from "./webhook-writes.ts";

type Acting = { webhookId: WebhookId; by: Doer };

/** A subscription as it stands now. */
export const showWebhook = async ({ db, clock }: LedgerDeps, webhookId: WebhookId): Promise<Outcome<Webhook>> => {
  const item = await findWebhook(db, webhookId);
  const [webhook] = item ? await describeWebhooks(db, [item], clock.now()) : [];
  return webhook ? done(webhook) : refuse("not-found");
};

/** What the ledger says of it: which, and what its people call it. */
const entryOf = (
  { ledger, clock, ids }: LedgerDeps,
  kind: "webhook-added" | "webhook-changed" | "webhook-secret-made" | "webhook-removed",
  { webhookId, by }: Acting,
  name: string,
) => entryInLedger(ledger, { at: clock.now(), kind, ...by, records: [webhookId], reason: name }, ids.mint("log"));

/** Adds a subscription, or changes the one of this id. Its secret is answered once. */
export const writeWebhook = async (
  deps: LedgerDeps,
  { feedKey, reach, byId, locale, ...acting }: Acting & { feedKey: Uint8Array; reach: Reach; byId: AccountId; locale: Locale },
  wish: WebhookWish,
): Promise<Outcome<{ webhook: Webhook; secret: string | null }>> => {
  const { db, clock, ids } = deps;
  const { webhookId } = acting;
  const url = feedAddressOf(wish.url, reach)?.href;
  if (!url) {
    const code = reach.mayLoopback ? "feed-address-or-loopback" : "feed-address";
    return refuse("invalid-fields", { fields: [{ pointer: "/url", code }] });
  }
  const wanted = { ...wish, url, locale };
  const all = await listWebhooks(db);
  const known = all.find((one) => one.webhookId === webhookId);
  if (known) {
    const isSame = known.name === wanted.name && known.url === url && known.events.join() === wanted.events.join();
    if (!isSame) {
      const log = entryOf(deps, "webhook-changed", acting, wanted.name);
      if (!(await transact(db, { webhook: changeWebhook(webhookId, wanted), log })).ok) return refuse("not-found");
    }
    const shown = await showWebhook(deps, webhookId);
    return shown.ok ? done({ webhook: shown.value, secret: null }) : shown;
  }
  const addedAt = clock.now();
  const { secret, kept } = makeSecret(feedKey, ids, webhookId, addedAt);
  const added = await transact(db, {
    webhook: addWebhook({ webhookId, ...wanted, addedAt, addedBy: byId, secrets: [kept] }),
    room: takeRoom("webhooks", all.length, mostWebhooks),
    log: entryOf(deps, "webhook-added", acting, wanted.name),
  });
  if (!added.ok && !added.refused.includes("webhook")) return refuse("too-many-connections");
  const shown = await showWebhook(deps, webhookId);
  // Of the same request sent twice at once, one made it and shows its secret.
  return shown.ok ? done({ webhook: shown.value, secret: added.ok ? secret : null }) : shown;
};

/** A new secret; the one before it signs beside it for a day, and none of those that were promised a day is cut short. */
export const renewSecret = async (
  deps: LedgerDeps,
  { feedKey, ...acting }: Acting & { feedKey: Uint8Array },
): Promise<Outcome<{ webhook: Webhook; secret: string }>> => {
  const { db, clock, ids } = deps;
  const { webhookId } = acting;
  const item = await findWebhook(db, webhookId);
  if (!item) return refuse("not-found");
  const now = clock.now();
  const signing = secretsAt(item, now);
  const firstEnd = signing.at(-1)?.until;
  if (signing.length >= mostSecrets && firstEnd)
    return refuse("too-many-secrets", { retryAfterSeconds: Math.ceil(minutesBetween(now, firstEnd) * 60) });
  const { secret, kept } = makeSecret(feedKey, ids, webhookId, now);
  const made = await transact(db, {
    // Of the secrets that were counted: the version holds that no other was made meanwhile.
    webhook: putSecrets(webhookId, replaceSecret(signing, kept), item.version),
    log: entryOf(deps, "webhook-secret-made", acting, item.name),
  });
  if (!made.ok) throw new ContentionError("The subscription was being changed.");
  const shown = await showWebhook(deps, webhookId);
  return shown.ok ? done({ webhook: shown.value, secret }) : shown;
};

export const removeWebhook = async (deps: LedgerDeps, acting: Acting): Promise<Outcome<undefined>> => {
  const item = await findWebhook(deps.db, acting.webhookId);
  if (!item) return refuse("not-found");
  const log = entryOf(deps, "webhook-removed", acting, item.name);
  const room = giveRoom("webhooks", (await listWebhooks(deps.db)).length);
  const removed = await transact(deps.db, { webhook: dropWebhook(acting.webhookId), room, log });
  return removed.ok ? done(undefined) : refuse("not-found");
};

/** Pauses a subscription by hand, or lets it go on. Sent again it changes nothing. */
export const setPaused = async (deps: LedgerDeps, webhookId: WebhookId, isPaused: boolean): Promise<Outcome<Webhook>> => {
  const because: PausedBecause = "by-hand";
  await writeIfHolds(deps.db, isPaused ? pauseWebhook(webhookId, because, deps.clock.now()) : resumeWebhook(webhookId));
  return showWebhook(deps, webhookId);
};
