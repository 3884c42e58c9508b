import type { DestroyedRow } from "../../shared/contract/access-log.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { listDestroyed } from "./destroyed-reads.ts";

/** Rows of one page. */
const pageLength = 50;

/** A page of what was destroyed because its time was over or somebody wished it, newest first, and where the next one begins. */
export const readDestroyed = async (
  { db, ledger }: Pick<LedgerDeps, "db" | "ledger">,
  before: string | undefined,
): Promise<{ rows: DestroyedRow[]; next: string | null }> => {
  const found = await listDestroyed(ledger, { before, limit: pageLength });
  const visits = await findVisits(db, [...new Set(found.flatMap(({ visitId }) => visitId ?? []))]);
  const rows = found.map(({ atAndId, at, run, category, what, count, visitId }): DestroyedRow => {
    const planned = visitId && visits.get(visitId);
    const visit = planned ? { visitId: planned.visit.visitId, date: planned.visit.date, placeNameKo: planned.place.nameKo } : null;
    return { id: atAndId, at, run: run ?? null, category, what, count, visit };
  });
  return { rows, next: found.length === pageLength ? (found.at(-1)?.atAndId ?? null) : null };
};
