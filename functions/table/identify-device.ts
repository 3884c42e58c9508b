import { PairingId, VisitId } from "../../shared/domain/ids.ts";
import { isPaired } from "../../shared/domain/table-pairing.ts";
import type { IdentifyDevice } from "../platform/actor.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { pairingKey, visitKey } from "../platform/keys.ts";
import type { VisitItem } from "../visits/visit-reads.ts";
import type { PairingItem } from "./pairing-reads.ts";

/** Reads what a device is paired for, as it stands at this moment and with its visit as it is now: ended, it is over with the next request. */
export const identifyByPairing =
  ({ db, clock }: Pick<Deps, "db" | "clock">): IdentifyDevice =>
  async (cookie) => {
    const [visit, pairing, token] = (cookie ?? "").split(".");
    const [visitId, pairingId] = [VisitId.safeParse(visit), PairingId.safeParse(pairing)];
    if (!visitId.success || !pairingId.success || !token) return undefined;
    const [paired, planned] = (await findItems(db, [pairingKey(visitId.data, pairingId.data), visitKey(visitId.data)])) as [
      PairingItem | undefined,
      VisitItem | undefined,
    ];
    if (!paired || !planned || paired.tokenHash !== hashOf(token) || !isPaired(paired, planned.visit, clock.now())) return undefined;
    const { employerId, deskId, givenBy } = paired;
    return { pairingId: pairingId.data, visitId: visitId.data, employerId, deskId, givenBy };
  };
