import type { DeskId, EmployerId, VisitId } from "../../shared/domain/ids.ts";
import type { Paired } from "../pairing/paired-device.ts";
import type { Meant } from "../pairing/pairing-code.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { pairingPrefix, visitPartition } from "../platform/keys.ts";

/** Whom a device is paired for, and on whose word. */
export type PairedFor = Meant & { employerId: EmployerId; deskId: DeskId };

/** A device at a table. */
export type PairingItem = Item & PairedFor & Paired;

/** Every device that was paired at a visit, newest first. */
export const listPairings = async (db: Db, visitId: VisitId): Promise<PairingItem[]> =>
  (await queryPartition<PairingItem>(db, visitPartition(visitId), pairingPrefix)).sort((a, b) => b.pairedAt.localeCompare(a.pairedAt));
