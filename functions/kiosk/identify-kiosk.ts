import { findPaired } from "../pairing/paired-device.ts";
import type { IdentifyKiosk } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { kioskKey } from "../platform/keys.ts";
import type { KioskItem } from "./kiosk-reads.ts";

/** The kiosk whose cookie this is, as it stands at this moment. */
export const identifyByKiosk =
  (deps: Pick<Deps, "db" | "clock">): IdentifyKiosk =>
  async (cookie) => {
    const paired = await findPaired<KioskItem>(deps, kioskKey, cookie);
    return paired && { kioskId: paired.pairingId, visitId: paired.visitId, givenBy: paired.givenBy };
  };
