import { findPaired } from "../pairing/paired-device.ts";
import type { IdentifyDevice } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { pairingKey } from "../platform/keys.ts";
import type { PairingItem } from "./pairing-reads.ts";

/** The employer's device whose cookie this is, as it stands at this moment. */
export const identifyByPairing =
  (deps: Pick<Deps, "db" | "clock">): IdentifyDevice =>
  async (cookie) => {
    const paired = await findPaired<PairingItem>(deps, pairingKey, cookie);
    if (!paired) return undefined;
    const { pairingId, visitId, employerId, deskId, givenBy } = paired;
    return { pairingId, visitId, employerId, deskId, givenBy };
  };
