import type { ApiKey, ApiKeyWish } from "../../shared/contract/connections.ts";
import { mostApiKeys } from "../../shared/domain/feed.ts";
import type { AccountId, ApiKeyId } from "../../shared/domain/ids.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { type ApiKeyItem, describeApiKeys, findApiKey, listApiKeys } from "./api-key-reads.ts";
import { makeToken } from "./api-key-token.ts";
import { addApiKey, dropApiKey } from "./api-key-writes.ts";
import { giveRoom, takeRoom } from "./connection-room.ts";

/** No key outlives the person who has to renew it by more than two years. */
const longestDays = 2 * 366;

type Acting = { keyId: ApiKeyId; by: Doer };

const entryOf = ({ ledger, clock, ids }: LedgerDeps, kind: "key-made" | "key-revoked", { keyId, by }: Acting, name: string) =>
  entryInLedger(ledger, { at: clock.now(), kind, ...by, records: [keyId], reason: name }, ids.mint("log"));

/** Makes a key, once; which is answered to whoever made it, and kept nowhere. */
export const makeApiKey = async (
  deps: LedgerDeps,
  { byId, ...acting }: Acting & { byId: AccountId },
  wish: ApiKeyWish,
): Promise<Outcome<{ key: ApiKey; token: string | null }>> => {
  const { db, clock, ids } = deps;
  const { keyId } = acting;
  const today = seoulDateOf(clock.now());
  const bad = wish.endsOn < today ? "day-over" : wish.endsOn > addDays(today, longestDays) ? "day-too-far" : undefined;
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/endsOn", code: bad }] });
  const shown = async (item: ApiKeyItem | undefined, token: string | null) => {
    const [key] = item ? await describeApiKeys(db, [item]) : [];
    return key ? done({ key, token }) : refuse("not-found");
  };
  const all = await listApiKeys(db);
  const known = all.find((one) => one.keyId === keyId);
  if (known) return shown(known, null);
  const { token, secretHash } = makeToken(ids, keyId);
  const made = await transact(db, {
    key: addApiKey({ keyId, ...wish, madeAt: clock.now(), madeBy: byId, secretHash }),
    room: takeRoom("api-keys", all.length, mostApiKeys),
    log: entryOf(deps, "key-made", acting, wish.name),
  });
  if (!made.ok && !made.refused.includes("key")) return refuse("too-many-connections");
  return shown(await findApiKey(db, keyId), made.ok ? token : null);
};

export const revokeApiKey = async (deps: LedgerDeps, acting: Acting): Promise<Outcome<undefined>> => {
  const item = await findApiKey(deps.db, acting.keyId);
  if (!item) return refuse("not-found");
  const room = giveRoom("api-keys", (await listApiKeys(deps.db)).length);
  const revoked = await transact(deps.db, { key: dropApiKey(acting.keyId), room, log: entryOf(deps, "key-revoked", acting, item.name) });
  return revoked.ok ? done(undefined) : refuse("not-found");
};
