import type { VisitId } from "../../shared/domain/ids.ts";
import type { RetentionCategory } from "../../shared/domain/retention.ts";
import { destroyedIdOf, noteDestroyed } from "../ledger/destroyed-writes.ts";
import type { Item } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import type { PersonWithMail } from "../registrations/person-items-reads.ts";
import { drop } from "./retention-writes.ts";

/** How somebody is erased (`registrations/erase-person.ts`). */
export type Erase = (deps: LedgerDeps, whom: PersonWithMail & { wantedBy: "retention" }) => Promise<unknown>;
/** One run of the task, by its own id. */
export type Run = LedgerDeps & { run: string; erase: Erase };

/** As many as one transaction deletes with room to spare. */
const pageLength = 50;

const nameOf = ({ pk, sk }: Item): string => `${pk}\n${sk}`;

/**
 * Destroys items page by page: each page is in the destruction log before it goes, and goes as a whole, so that it is counted once wherever a run breaks off.
 *
 * @returns how many there were.
 */
export const destroyItems = async (
  { db, ledger, clock, run }: Run,
  items: readonly Item[],
  { category, visitId }: { category: RetentionCategory; visitId?: VisitId },
): Promise<number> => {
  const byType = Map.groupBy(items, ({ type }) => type);
  for (const [what, ofType] of byType) {
    const inOrder = ofType.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    for (let i = 0; i < inOrder.length; i += pageLength) {
      const page = inOrder.slice(i, i + pageLength);
      const destroyed = { at: clock.now(), run, category, what, count: page.length, ...(visitId && { visitId }) };
      await noteDestroyed(ledger, destroyed, destroyedIdOf([category, ...page.map(nameOf)]));
      await transact(db, Object.fromEntries(page.map((item, n) => [`${n}`, drop(item)])));
    }
  }
  return items.length;
};
