import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import { listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listSlots } from "../slots/slot-reads.ts";
import { listVisitsBetween } from "../visits/visit-reads.ts";
import { listEntriesOfVisit } from "../waitlist/waitlist-reads.ts";
import { adriftFaults, oversoldFaults, type Seats } from "./seat-faults.ts";

/** So many days ahead visits are open for booking at most, with room to spare. */
const daysAhead = 120;

const seatsOf = async ({ db }: Deps, { visitId, date }: Visit): Promise<Seats> => {
  const [slots, people, entries] = await Promise.all([
    listSlots(db, visitId),
    listPeopleOfVisit(db, visitId),
    listEntriesOfVisit(db, visitId, date),
  ]);
  return { slots, agendas: people.map(({ agenda }) => agenda), entries };
};

/** Both sides are read one after the other, and people book meanwhile: only what stands in a second look, too, is wrong. */
const adriftAt = async (deps: Deps, visit: Visit, seats: Seats): Promise<string[]> => {
  const first = adriftFaults(seats);
  if (first.length === 0) return [];
  const again = new Set(adriftFaults(await seatsOf(deps, visit)));
  return first.filter((fault) => again.has(fault));
};

/**
 * Looks at every open visit to come whether the promises about seats hold in what is kept: none oversold, none held by nobody, nobody without the seat that they believe
 * in. The conditions of each write keep them; this says so, by a count that an alarm follows (`infra/RUNBOOK.md`), and mends nothing.
 */
export const checkPromises = async (deps: Deps): Promise<void> => {
  const { db, clock, log } = deps;
  const today = seoulDateOf(clock.now());
  let [oversold, adrift] = [0, 0];
  const visits = (await listVisitsBetween(db, today, addDays(today, daysAhead))).filter(({ visit }) => visit.state === "open");
  for (const { visit } of visits) {
    const seats = await seatsOf(deps, visit);
    const [tooMany, stray] = [oversoldFaults(seats), await adriftAt(deps, visit, seats)];
    oversold += tooMany.length;
    adrift += stray.length;
    for (const fault of [...tooMany, ...stray]) log.error("promise.broken", { visitId: visit.visitId, fault });
  }
  log.info("promises.checked", { visits: visits.length, oversold, adrift });
};
