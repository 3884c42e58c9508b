import type { AccountId, DeskId, EmployerId, PairingId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { pairingPrefix, tableCodeKey, visitPartition } from "../platform/keys.ts";

/** Whom a device is paired for, and on whose word. */
export type PairedFor = { visitId: VisitId; employerId: EmployerId; deskId: DeskId; givenBy: AccountId };

/** A code that waits for its device, or was used. The code itself is stored nowhere. */
export type TableCodeItem = Item & PairedFor & { usableUntil: Instant; usedAt?: Instant };

/** A device at a table. Its token is stored as a hash. */
export type PairingItem = Item &
  PairedFor & {
    pairingId: PairingId;
    /** Day of the visit when it was paired: of a visit that moves, the device does not move along. */
    date: LocalDate;
    tokenHash: string;
    pairedAt: Instant;
    endedAt?: Instant;
  };

export const findTableCode = (db: Db, mac: string): Promise<TableCodeItem | undefined> => findItem<TableCodeItem>(db, tableCodeKey(mac));

/** Every device that was paired at a visit, newest first. */
export const listPairings = async (db: Db, visitId: VisitId): Promise<PairingItem[]> =>
  (await queryPartition<PairingItem>(db, visitPartition(visitId), pairingPrefix)).sort((a, b) => b.pairedAt.localeCompare(a.pairedAt));
