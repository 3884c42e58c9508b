import type { Outcome } from "../../shared/problem/catalogue.ts";
import { entryInLedger } from "../ledger/ledger-writes.ts";
import { pairByCode } from "../pairing/pair-by-code.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { pairingKey } from "../platform/keys.ts";
import { digestOf } from "../platform/limits.ts";
import type { PairedFor } from "./pairing-reads.ts";

/** Makes a device an employer's at its table, by the code that desk staff gave; see `pairByCode`. */
export const pairDevice = (
  deps: LedgerDeps,
  pepper: string,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<{ cookie: string }>> =>
  pairByCode<PairedFor>(
    deps,
    pepper,
    {
      ...{ as: "table", type: "table-pairing", keyOf: pairingKey },
      pick: ({ visitId, employerId, deskId, givenBy }) => ({ visitId, employerId, deskId, givenBy }),
      log: ({ visitId, employerId }, pairingId) => {
        const doer = { by: { pairingId, employerId }, session: digestOf(pairingId), ip };
        const entry = { at: deps.clock.now(), kind: "table-paired", ...doer, visitId, employerId, pairingId } as const;
        return entryInLedger(deps.ledger, entry, deps.ids.mint("log"));
      },
    },
    { code, ip },
  );
