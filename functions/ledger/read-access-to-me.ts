import type { MyAccessRow } from "../../shared/contract/access-log.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { listAccessTo } from "./access-to-person.ts";

/** Rows of one page. */
const pageLength = 20;

/** Who saw somebody's data, for themselves: the role of staff and the name of an employer, and nothing more of either. */
export const readAccessToMe = async (
  deps: Pick<LedgerDeps, "db" | "ledger">,
  { personId, before }: { personId: PersonId; before?: string | undefined },
): Promise<{ rows: MyAccessRow[]; next: string | null }> => {
  const { db } = deps;
  const entries = await listAccessTo(deps, personId, { before, limit: pageLength });
  const employerIds = entries.flatMap(({ by }) => ("employerId" in by && by.employerId ? [by.employerId] : []));
  const [employers, visits] = await Promise.all([
    listEmployersOf(db, [...new Set(employerIds)]),
    findVisits(db, [...new Set(entries.flatMap(({ visitId }) => visitId ?? []))]),
  ]);
  const rows = entries.map(({ entryId, at, shownSince, until, kind, by, visitId, registrationId, people }): MyAccessRow => {
    const employer = employers.find(({ employerId }) => "employerId" in by && by.employerId === employerId);
    const planned = visitId && visits.get(visitId);
    return {
      ...{ entryId, at: shownSince ?? at, isBetween: shownSince !== undefined, until: until ?? null, kind },
      by: employer
        ? { as: "employer", nameKo: employer.profile.nameKo, nameEn: employer.profile.nameEn ?? null }
        : { as: "staff", role: "role" in by ? (by.role ?? null) : null },
      visit: planned
        ? { visitId: planned.visit.visitId, date: planned.visit.date, placeNameKo: planned.place.nameKo, placeNameEn: planned.place.nameEn }
        : null,
      people: registrationId ? null : (people ?? null),
    };
  });
  return { rows, next: entries.length === pageLength ? (entries.at(-1)?.atAndId ?? null) : null };
};
