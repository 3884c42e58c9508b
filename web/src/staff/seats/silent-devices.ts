import type { Device } from "../../../../shared/contract/reconcile.ts";
import { addMinutes, type Instant } from "../../../../shared/domain/seoul-time.ts";

/** A device in use loads what is new every two minutes; after so many without a word it may be out of the network, with people checked in on it. */
const silentAfterMinutes = 5;

type Known = Pick<Device, "deviceId" | "letter" | "seenAt" | "until" | "heldBy" | "revokedAt">;

/**
 * Devices of the visit that may have checked somebody in without the centre knowing, longest silent first: what is on them has to be asked of whoever holds
 * them. Not `mine`, which is being looked at; not one that was lost, which nobody can ask; and not one whose right to check in ended before the visit opened.
 */
export const silentDevices = <One extends Known>(
  devices: readonly One[],
  { mine, opensAt, now }: { mine: string; opensAt: Instant; now: Instant },
): One[] =>
  devices
    .filter(({ deviceId, revokedAt, until }) => deviceId !== mine && revokedAt === null && until > opensAt)
    .filter(({ seenAt }) => addMinutes(seenAt, silentAfterMinutes) <= now)
    .sort((a, b) => a.seenAt.localeCompare(b.seenAt));
