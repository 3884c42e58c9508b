import type { Factor } from "../../shared/contract/second-step.ts";
import type { AccountId, FactorId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { accountPartition, factorPrefix, recoveryCodesKey } from "../platform/keys.ts";

type FactorFacts = { accountId: AccountId; factorId: FactorId; label: string; addedAt: Instant; lastUsedAt?: Instant };

/** What a passkey is recognised by. `counter`: as its device last counted, 0 for those that do not count. */
export type PasskeyFacts = { kind: "passkey"; credentialId: string; publicKey: string; counter: number; transports: string[] };
/** `lastStep`: the latest span of 30 seconds whose code was used up. */
export type TotpFacts = { kind: "totp"; sealedSecret: string; lastStep: number };

export type NewFactor = Omit<FactorFacts, "lastUsedAt"> & (PasskeyFacts | TotpFacts);
export type FactorItem = Item & FactorFacts & (PasskeyFacts | TotpFacts);
export type PasskeyItem = FactorItem & PasskeyFacts;

/** In the order in which they were added: ids grow with time. */
export const listFactors = (db: Db, accountId: AccountId): Promise<FactorItem[]> =>
  queryPartition<FactorItem>(db, accountPartition(accountId), factorPrefix);

export const factorOf = ({
  factorId,
  kind,
  label,
  addedAt,
  lastUsedAt,
}: Pick<FactorFacts, "factorId" | "label" | "addedAt" | "lastUsedAt"> & { kind: Factor["kind"] }): Factor => ({
  factorId,
  kind,
  label,
  addedAt,
  lastUsedAt: lastUsedAt ?? null,
});

export const countRecoveryCodes = async (db: Db, accountId: AccountId): Promise<number> =>
  (await findItem<Item & { codes?: Set<string> }>(db, recoveryCodesKey(accountId)))?.codes?.size ?? 0;
