import type { VisitId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { pairingCodeMinutes } from "../../shared/domain/table-pairing.ts";
import type { Outcome } from "../../shared/problem/catalogue.ts";
import { entryInLedger } from "../ledger/ledger-writes.ts";
import { pairByCode } from "../pairing/pair-by-code.ts";
import type { Meant } from "../pairing/pairing-code.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { kioskKey } from "../platform/keys.ts";
import { listKiosks } from "./kiosk-reads.ts";

/** Makes a device a kiosk, by the code that desk staff gave; see `pairByCode`. */
export const pairKiosk = (
  deps: LedgerDeps,
  pepper: string,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<{ cookie: string; visitId: VisitId }>> =>
  pairByCode<Meant>(
    deps,
    pepper,
    {
      ...{ as: "kiosk", type: "kiosk", keyOf: kioskKey },
      // Ending every kiosk ends the codes that wait, too.
      isTakenBack: async ({ visitId, usableUntil }) => {
        const givenAt = addMinutes(usableUntil, -pairingCodeMinutes);
        return (await listKiosks(deps.db, visitId)).some(({ endedAt }) => endedAt !== undefined && endedAt > givenAt);
      },
      pick: ({ visitId, givenBy }) => ({ visitId, givenBy }),
      log: ({ visitId, givenBy }, pairingId) => {
        const entry = { at: deps.clock.now(), kind: "kiosk-paired", by: { accountId: givenBy }, ip, visitId, pairingId } as const;
        return entryInLedger(deps.ledger, entry, deps.ids.mint("log"));
      },
    },
    { code, ip },
  );
