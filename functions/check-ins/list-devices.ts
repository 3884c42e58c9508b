import type { Device } from "../../shared/contract/reconcile.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { listStaff } from "../accounts/account-reads.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { type DeviceItem, lastSeenAt, listDevices } from "./device-writes.ts";

/** Phones as the lead knows them: by their letter and by who had them. */
export const describeDevices = async (db: Db, devices: readonly DeviceItem[]): Promise<Device[]> => {
  const names = new Map((await listStaff(db)).map(({ accountId, staffName }) => [accountId, staffName ?? null]));
  return devices.map((device) => ({
    ...{ deviceId: device.deviceId, letter: device.letter, leasedAt: device.leasedAt, until: device.until },
    seenAt: lastSeenAt(device),
    heldBy: names.get(device.staffId) ?? null,
    revokedAt: device.revokedAt ?? null,
  }));
};

/** The phones of a visit in the order in which they came to it, which is that of their letters. */
export const showDevices = async ({ db }: Deps, visitId: VisitId): Promise<Outcome<Device[]>> => {
  const [planned, devices] = await Promise.all([findVisit(db, visitId), listDevices(db, visitId)]);
  if (!planned) return refuse("not-found");
  const described = await describeDevices(db, devices);
  return done(described.sort((a, b) => a.letter.length - b.letter.length || a.letter.localeCompare(b.letter)));
};
