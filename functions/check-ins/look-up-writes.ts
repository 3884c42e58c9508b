import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import { lookUpKeyKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

type LookUpKey = {
  visitId: VisitId;
  /** Base64url, as the phone that set it made it. */
  salt: string;
  iterations: number;
  /** The key, sealed to the API's own: a copy of the table alone neither opens the list nor tells the PIN. */
  sealedKey: string;
  setAt: Instant;
  staffId: AccountId;
};
/** What the list for looking people up without a network is sealed under. */
export type LookUpKeyItem = Item & LookUpKey;

export const findLookUpKey = (db: Db, visitId: VisitId): Promise<LookUpKeyItem | undefined> =>
  findItem<LookUpKeyItem>(db, lookUpKeyKey(visitId));

/** A PIN that is set takes the place of the one before. */
export const putLookUpKey = ({ visitId, ...key }: LookUpKey): Write => upsert(lookUpKeyKey(visitId), "look-up-key", { visitId, ...key });

export const dropLookUpKey = (visitId: VisitId): Write => ({ Delete: { Key: lookUpKeyKey(visitId) } });
