import { PairingId, VisitId } from "../../shared/domain/ids.ts";
import { isPaired } from "../../shared/domain/table-pairing.ts";
import type { IdentifyKiosk } from "../platform/actor.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { kioskKey, visitKey } from "../platform/keys.ts";
import type { VisitItem } from "../visits/visit-reads.ts";
import type { KioskItem } from "./kiosk-reads.ts";

/** Reads what a kiosk is for, as it stands at this moment and with its visit as it is now: ended, it is over with the next request. */
export const identifyByKiosk =
  ({ db, clock }: Pick<Deps, "db" | "clock">): IdentifyKiosk =>
  async (cookie) => {
    const [visit, kiosk, token] = (cookie ?? "").split(".");
    const [visitId, kioskId] = [VisitId.safeParse(visit), PairingId.safeParse(kiosk)];
    if (!visitId.success || !kioskId.success || !token) return undefined;
    const [paired, planned] = (await findItems(db, [kioskKey(visitId.data, kioskId.data), visitKey(visitId.data)])) as [
      KioskItem | undefined,
      VisitItem | undefined,
    ];
    if (!paired || !planned || paired.tokenHash !== hashOf(token) || !isPaired(paired, planned.visit, clock.now())) return undefined;
    return { kioskId: kioskId.data, visitId: visitId.data, givenBy: paired.givenBy };
  };
