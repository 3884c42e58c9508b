import { firstDayOf, monthOf, monthsBetween } from "../../shared/domain/months.ts";
import { dueUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { transact } from "../platform/transact.ts";
import { listLockedForms } from "../registrations/erasure-reads.ts";
import { destroyItems, type Run } from "./destroy-items.ts";
import { findPurgeCursor, movePurgeCursor } from "./retention-writes.ts";

/** The first month in which anybody could be erased. */
const firstMonth = "2026-11";

/** Application forms that were locked apart for as long as the law demands. */
export const purgeLockedForms = async (run: Run): Promise<number> => {
  const { db, clock } = run;
  const today = seoulDateOf(clock.now());
  const last = dueUntil("locked-form", today);
  const doneUntil = await findPurgeCursor(db, "locked-form");
  let destroyed = 0;
  for (const month of monthsBetween(doneUntil ? monthOf(doneUntil) : firstMonth, monthOf(last))) {
    const forms = (await listLockedForms(db, month)).filter(({ keptUntil }) => keptUntil < today);
    destroyed += await destroyItems(run, forms, { category: "locked-form" });
  }
  await transact(db, { cursor: movePurgeCursor("locked-form", firstDayOf(monthOf(last))) });
  return destroyed;
};
