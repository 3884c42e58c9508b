import type { Webhook } from "../../shared/contract/connections.ts";
import type { FeedChoice, PausedBecause } from "../../shared/domain/feed.ts";
import type { AccountId, WebhookId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { webhookKey, webhookPrefix, webhooksPartition } from "../platform/keys.ts";

/** A secret as it is kept; `until`: it was replaced, and signs no more from then on. */
export type KeptSecret = { sealed: string; madeAt: Instant; until?: Instant };

export type WebhookItem = Item & {
  webhookId: WebhookId;
  name: string;
  url: string;
  events: FeedChoice[];
  addedAt: Instant;
  addedBy: AccountId;
  /** The newest first: `mostSecrets` of them sign at once. */
  secrets: KeptSecret[];
  paused?: { because: PausedBecause; at: Instant };
  failingSince?: Instant;
  /** What it answered last while it fails; none where nothing reached it. */
  failingStatus?: number;
  /** Its receiver asked to be left alone until then. */
  quietUntil?: Instant;
  /** In which language whoever wrote it last reads the console; Korean where that was before it was kept. */
  locale?: Locale;
};

export const findWebhook = (db: Db, webhookId: WebhookId): Promise<WebhookItem | undefined> =>
  findItem<WebhookItem>(db, webhookKey(webhookId));

export const listWebhooks = (db: Db): Promise<WebhookItem[]> => queryPartition<WebhookItem>(db, webhooksPartition, webhookPrefix);

/** Secrets that sign at a moment, the newest first. */
export const secretsAt = ({ secrets }: Pick<WebhookItem, "secrets">, now: Instant): KeptSecret[] =>
  secrets.filter(({ until }) => until === undefined || now < until);

const shownAs = (item: WebhookItem, names: ReadonlyMap<AccountId, string>, now: Instant): Webhook => {
  const { webhookId, name, url, events, paused = null, failingSince = null, failingStatus = null, addedAt, addedBy, secrets } = item;
  const [newest, ...former] = secretsAt(item, now);
  return {
    ...{ webhookId, name, url, events, paused, failingSince, failingStatus, addedAt, addedBy: names.get(addedBy) ?? null },
    secretSince: newest?.madeAt ?? secrets[0]?.madeAt ?? addedAt,
    formerSecretUntil: former.at(-1)?.until ?? null,
  };
};

/** Subscriptions as managers see them, by name. */
export const describeWebhooks = async (db: Db, items: readonly WebhookItem[], now: Instant): Promise<Webhook[]> => {
  const names = await findStaffNames(db, [...new Set(items.map(({ addedBy }) => addedBy))]);
  return items.map((item) => shownAs(item, names, now)).sort((a, b) => a.name.localeCompare(b.name, "ko"));
};
