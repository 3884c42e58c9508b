import { fromBase64Url } from "../../../../shared/domain/base64url.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type LookUpRow, lookUpKey, mostWrongPins, openLookUpList } from "../../../../shared/domain/look-up-list.ts";
import type { KeptPack, OfflineDatabase } from "./database.ts";

export type LookUpAnswer =
  /** In the memory of the page that asked, as long as it is open. */
  | { state: "open"; rows: LookUpRow[] }
  /** `left`: how many more wrong ones this device takes. */
  | { state: "wrong"; left: number }
  /** That was the last: pack, list and keys have to go. */
  | { state: "wiped" }
  /** No PIN was set before the pack was loaded, or there is no pack. */
  | { state: "none" };

const tries = (visitId: VisitId): string => `pin ${visitId}`;

/**
 * Tries a PIN on the list of a pack. A try is counted on the disk before the PIN is looked at: neither a reload nor a page that is closed in the middle gives
 * another one. The right PIN ends the count; so does the wipe, since a new pack takes a network and somebody who signs in.
 */
export const tryPin = async (db: OfflineDatabase, pack: KeptPack | undefined, pin: string): Promise<LookUpAnswer> => {
  if (!pack?.lookUp) return { state: "none" };
  const { visitId, lookUp } = pack;
  const name = tries(visitId);
  const tx = db.transaction("counters", "readwrite", { durability: "strict" });
  const counted = ((await tx.store.get(name))?.counted ?? 0) + 1;
  await Promise.all([tx.store.put({ name, counted }), tx.done]);
  const key = await lookUpKey(pin, { visitId, salt: fromBase64Url(lookUp.salt), iterations: lookUp.iterations });
  const rows = counted > mostWrongPins ? undefined : await openLookUpList(lookUp.sealed, { key, visitId }).catch(() => undefined);
  if (!rows && counted < mostWrongPins) return { state: "wrong", left: mostWrongPins - counted };
  await db.delete("counters", name);
  return rows ? { state: "open", rows } : { state: "wiped" };
};
