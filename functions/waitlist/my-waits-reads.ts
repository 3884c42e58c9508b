import type { MyWait } from "../../shared/contract/waitlist.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { byApplication, placeInList, type WaitlistEntry } from "../../shared/domain/waitlist.ts";
import type { Db } from "../platform/db.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
import { findEntriesOf, listEntries } from "./waitlist-reads.ts";

/** The lists that a person stands in, with their place in each, by time of application. */
export const showWaits = async (db: Db, { visitId, waits }: Pick<AgendaItem, "visitId" | "waits">): Promise<MyWait[]> => {
  const mine = (await findEntriesOf(db, visitId, waits)).map(({ entry }) => entry).sort(byApplication);
  const lists = new Map(
    await Promise.all(
      [...new Set(mine.map(({ list }) => list))].map(
        async (list) => [list, (await listEntries(db, visitId, list)).map(({ entry }) => entry)] as const,
      ),
    ),
  );
  return mine.map((entry) => ({ entry, place: placeInList(lists.get(entry.list) ?? [], entry) }));
};

/** One entry with its place. */
export const myWaitOf = async (db: Db, visitId: VisitId, entry: WaitlistEntry): Promise<MyWait> => ({
  entry,
  place: placeInList(
    (await listEntries(db, visitId, entry.list)).map((item) => item.entry),
    entry,
  ),
});
