import type { TablePairing } from "../../shared/contract/table.ts";
import type { AccountId, PairingId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { endPaired } from "../pairing/paired-device.ts";
import type { PairedDevice } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { pairingKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { showTables } from "./show-tables.ts";

/** Staff end a pairing at once. */
export const endTablePairing = async (
  deps: Deps,
  { visitId, pairingId, staffId }: { visitId: VisitId; pairingId: PairingId; staffId: AccountId },
): Promise<Outcome<TablePairing>> => {
  const { db, clock, ids } = deps;
  const now = clock.now();
  await transact(db, {
    // Refused when it has ended, or never was: the answer tells.
    pairing: endPaired(pairingKey, visitId, pairingId, now),
    log: addToVisitLog({ visitId, at: now, staffId, did: "ended-table-pairing", pairingId }, ids.mint("log")),
  });
  const tables = await showTables(deps, visitId);
  if (!tables.ok) return tables;
  const pairing = tables.value.pairings.find((one) => one.pairingId === pairingId);
  return pairing ? done(pairing) : refuse("not-found");
};

/** A device leaves by itself. */
export const leaveTable = async ({ db, clock }: Pick<Deps, "db" | "clock">, { visitId, pairingId }: PairedDevice): Promise<void> => {
  await transact(db, { pairing: endPaired(pairingKey, visitId, pairingId, clock.now()) });
};
