import type { VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Paired } from "../pairing/paired-device.ts";
import type { Meant } from "../pairing/pairing-code.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { kioskCodesKey, kioskPrefix, visitPartition } from "../platform/keys.ts";

/** A device at the bus on which people register by themselves. */
export type KioskItem = Item & Paired;

export const listKiosks = (db: Db, visitId: VisitId): Promise<KioskItem[]> =>
  queryPartition<KioskItem>(db, visitPartition(visitId), kioskPrefix);

/** What a code for a kiosk says of itself: how often every kiosk of the visit had been ended when it was given; 0 when absent. */
export type MeantKiosk = Meant & { endings?: number };

export type KioskCodesItem = Item & {
  /** How often every kiosk was ended; 0 when absent. A code of before is dead. */
  endings?: number;
  /** Until when the last code that was given since then can be used. */
  codeUntil?: Instant;
};

export const findKioskCodes = (db: Db, visitId: VisitId): Promise<KioskCodesItem | undefined> =>
  findItem<KioskCodesItem>(db, kioskCodesKey(visitId));
