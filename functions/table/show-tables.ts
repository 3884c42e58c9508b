import type { TablePairing, VisitTables } from "../../shared/contract/table.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { isPaired } from "../../shared/domain/table-pairing.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { listSlots } from "../slots/slot-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { listPairings } from "./pairing-reads.ts";

/** Who interviews at which desk, in order of desks, and the devices of the visit. */
export const showTables = async ({ db, clock }: Pick<Deps, "db" | "clock">, visitId: VisitId): Promise<Outcome<VisitTables>> => {
  const [planned, slots, postings, pairings] = await Promise.all([
    findVisit(db, visitId),
    listSlots(db, visitId),
    listVisitPostings(db, visitId),
    listPairings(db, visitId),
  ]);
  if (!planned) return refuse("not-found");
  const nameOf = (id: string | null): string => postings.find(({ employerId }) => employerId === id)?.employer.nameKo ?? "";
  const labelOf = (id: string): string => planned.visit.desks.find(({ deskId }) => deskId === id)?.label ?? id;
  const now = clock.now();
  const tables = new Map<string, VisitTables["tables"][number]>();
  for (const { facts, state } of slots) {
    const { deskId, employerId } = facts;
    if (state === "open" && employerId)
      tables.set(`${deskId} ${employerId}`, { deskId, deskLabel: labelOf(deskId), employerId, employerNameKo: nameOf(employerId) });
  }
  return done({
    tables: [...tables.values()].sort((a, b) => a.deskId.localeCompare(b.deskId, "en", { numeric: true })),
    pairings: pairings.map(
      (pairing): TablePairing => ({
        pairingId: pairing.pairingId,
        employerNameKo: nameOf(pairing.employerId),
        deskId: pairing.deskId,
        deskLabel: labelOf(pairing.deskId),
        pairedAt: pairing.pairedAt,
        givenBy: pairing.givenBy,
        endedAt: pairing.endedAt ?? null,
        isLive: isPaired(pairing, planned.visit, now),
      }),
    ),
  });
};
