import type { VisitId } from "../../shared/domain/ids.ts";
import type { Paired } from "../pairing/paired-device.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { kioskPrefix, visitPartition } from "../platform/keys.ts";

/** A device at the bus on which people register by themselves. */
export type KioskItem = Item & Paired;

export const listKiosks = (db: Db, visitId: VisitId): Promise<KioskItem[]> =>
  queryPartition<KioskItem>(db, visitPartition(visitId), kioskPrefix);
