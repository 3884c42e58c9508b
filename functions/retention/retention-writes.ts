import type { VisitId } from "../../shared/domain/ids.ts";
import type { ReportCounts, ReportPeople } from "../../shared/domain/report.ts";
import type { TraitTable } from "../../shared/domain/report-traits.ts";
import type { RetentionCategory } from "../../shared/domain/retention.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import { type Key, purgeCursorKey, visitTotalsKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

/** How far a category has been purged: up to and with the visits of this date. */
type PurgeCursor = Item & { doneUntil: LocalDate };

export const findPurgeCursor = async (db: Db, category: RetentionCategory): Promise<LocalDate | undefined> =>
  (await findItem<PurgeCursor>(db, purgeCursorKey(category)))?.doneUntil;

/** Never goes back, whichever of two runs is the later. */
export const movePurgeCursor = (category: RetentionCategory, doneUntil: LocalDate): Write =>
  upsert(
    purgeCursorKey(category),
    "purge-cursor",
    { doneUntil },
    { expression: "attribute_not_exists(doneUntil) OR doneUntil < :until", values: { ":until": doneUntil } },
  );

/** What is left of a visit once nobody's queue and check-ins are kept: how many there were. */
export type VisitTotals = { visitId: VisitId; counts: ReportCounts; people: ReportPeople; traits: TraitTable };

/** Put once, before anything of it goes. */
export const putTotals = (totals: VisitTotals): Write => ({
  Put: {
    Item: { ...visitTotalsKey(totals.visitId), type: "visit-totals", version: 1, ...totals },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const drop = ({ pk, sk }: Key): Write => ({ Delete: { Key: { pk, sk } } });
