import type { PersonId, VisitId } from "../../shared/domain/ids.ts";
import { keptUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { destroyedIdOf, noteDestroyed } from "../ledger/destroyed-writes.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { lastVisitOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import type { Run } from "./destroy-items.ts";

/**
 * Whoever was last registered for this visit: who they were goes, what is counted stays. Whoever came again since goes with their last visit, under whichever of
 * their records.
 */
export const purgePeople = async (run: Run, visitId: VisitId): Promise<number> => {
  const { db, ledger, clock } = run;
  const now = clock.now();
  const people = (await listPeopleOfVisit(db, visitId)).filter(({ agenda }) => !agenda.erasedAt);
  let destroyed = 0;
  for (const personId of new Set<PersonId>(people.map(({ agenda }) => agenda.personId))) {
    const lasts = await Promise.all((await idsOfSame(db, personId)).map((id) => lastVisitOf(db, id)));
    const last = lasts
      .filter((one) => one !== undefined)
      .sort()
      .at(-1);
    if (!last || keptUntil("seeker-record", last) >= seoulDateOf(now)) continue;
    const entry = { at: now, run: run.run, category: "seeker-record", what: "person", count: 1, visitId } as const;
    await noteDestroyed(ledger, entry, destroyedIdOf(["person", personId]));
    await run.erase(run, { personId, wantedBy: "retention" });
    destroyed += 1;
  }
  return destroyed;
};
