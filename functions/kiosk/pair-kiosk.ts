import type { VisitId } from "../../shared/domain/ids.ts";
import type { Outcome } from "../../shared/problem/catalogue.ts";
import { entryInLedger } from "../ledger/ledger-writes.ts";
import { pairByCode } from "../pairing/pair-by-code.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { kioskKey } from "../platform/keys.ts";
import type { MeantKiosk } from "./kiosk-reads.ts";
import { isStillMeant } from "./kiosk-writes.ts";

/** Makes a device a kiosk, by the code that desk staff gave; see `pairByCode`. */
export const pairKiosk = (
  deps: LedgerDeps,
  pepper: string,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<{ cookie: string; visitId: VisitId }>> =>
  pairByCode<MeantKiosk>(
    deps,
    pepper,
    {
      ...{ as: "kiosk", type: "kiosk", keyOf: kioskKey },
      // Ending every kiosk ends the codes that wait, too, also where no kiosk was live.
      stillMeant: isStillMeant,
      pick: ({ visitId, givenBy }) => ({ visitId, givenBy }),
      log: ({ visitId, givenBy }, pairingId) => {
        const entry = { at: deps.clock.now(), kind: "kiosk-paired", by: { accountId: givenBy }, ip, visitId, pairingId } as const;
        return entryInLedger(deps.ledger, entry, deps.ids.mint("log"));
      },
    },
    { code, ip },
  );
