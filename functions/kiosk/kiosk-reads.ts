import type { AccountId, PairingId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { kioskPrefix, tableCodeKey, visitPartition } from "../platform/keys.ts";

/** A code that waits for its device, or was used; it lies where codes of tables lie, by what it is stored as. */
export type KioskCodeItem = Item & { visitId: VisitId; givenBy: AccountId; usableUntil: Instant; usedAt?: Instant };

/** A kiosk. Its token is stored as a hash. */
export type KioskItem = Item & {
  visitId: VisitId;
  kioskId: PairingId;
  givenBy: AccountId;
  /** Day of the visit when it was paired: of a visit that moves, the device does not move along. */
  date: LocalDate;
  tokenHash: string;
  pairedAt: Instant;
  endedAt?: Instant;
};

export const findKioskCode = async (db: Db, mac: string): Promise<KioskCodeItem | undefined> => {
  const item = await findItem<KioskCodeItem>(db, tableCodeKey(mac));
  return item?.type === "kiosk-code" ? item : undefined;
};

export const listKiosks = (db: Db, visitId: VisitId): Promise<KioskItem[]> =>
  queryPartition<KioskItem>(db, visitPartition(visitId), kioskPrefix);
