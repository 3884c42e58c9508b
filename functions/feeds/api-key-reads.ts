import type { ApiKey } from "../../shared/contract/connections.ts";
import type { FeedScope } from "../../shared/domain/feed.ts";
import type { AccountId, ApiKeyId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { apiKeyKey, apiKeyPrefix, apiKeysPartition } from "../platform/keys.ts";

/** What another system may read. Of the key itself only a hash is kept. */
export type ApiKeyItem = Item & {
  keyId: ApiKeyId;
  name: string;
  scopes: FeedScope[];
  endsOn: LocalDate;
  madeAt: Instant;
  madeBy: AccountId;
  secretHash: string;
  lastUsedOn?: LocalDate;
};

export const findApiKey = (db: Db, keyId: ApiKeyId): Promise<ApiKeyItem | undefined> => findItem<ApiKeyItem>(db, apiKeyKey(keyId));

export const listApiKeys = (db: Db): Promise<ApiKeyItem[]> => queryPartition<ApiKeyItem>(db, apiKeysPartition, apiKeyPrefix);

/** Keys as managers see them, by name. */
export const describeApiKeys = async (db: Db, items: readonly ApiKeyItem[]): Promise<ApiKey[]> => {
  const names = await findStaffNames(db, [...new Set(items.map(({ madeBy }) => madeBy))]);
  return items
    .map(({ keyId, name, scopes, endsOn, madeAt, madeBy, lastUsedOn = null }) => ({
      ...{ keyId, name, scopes, endsOn, madeAt, madeBy: names.get(madeBy) ?? null, lastUsedOn },
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "ko"));
};
