import type { VisitId } from "../../shared/domain/ids.ts";
import type { NearTime } from "../../shared/domain/plan-person.ts";
import { addDays, daysBetween, type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { listTimetables } from "../slots/timetable-reads.ts";
import { listVisits, type PlannedVisit } from "../visits/visit-reads.ts";

/** How far from a visit another is near, days. */
const nearDays = 21;
/** Visits whose times are asked for at the same time; once so many have a time of the kind, those further off are not asked. */
const visitsTogether = 10;
const enoughVisits = 12;
/** Most visits of all zones in that time. */
const mostListed = 500;

const isOpenNear = ({ visit }: PlannedVisit, from: PlannedVisit["visit"], now: Instant): boolean =>
  visit.visitId !== from.visitId &&
  visit.state === "open" &&
  endOfVisit(visit) > now &&
  // Whoever comes to it newly still gets its QR mail.
  visit.deadlines.ticketMailAt > now &&
  Math.abs(daysBetween(from.date, visit.date)) <= nearDays;

/** Visits to which a booking could be taken: in the same zone first, then by how near their day is. */
const nearVisits = async ({ db, clock }: Deps, { visit: from, place }: PlannedVisit): Promise<PlannedVisit[]> => {
  const now = clock.now();
  const isElsewhere = ({ place: { zone } }: PlannedVisit): number => Number(zone !== place.zone);
  const distance = ({ visit }: PlannedVisit): number => Math.abs(daysBetween(from.date, visit.date));
  // Nobody is expected to come sooner than they planned while there is a later day.
  const isSooner = ({ visit }: PlannedVisit): number => Number(visit.date < from.date);
  const [first = from.date] = [seoulDateOf(now), addDays(from.date, -nearDays)].sort().reverse();
  return (await listVisits(db, first, mostListed))
    .filter((planned) => isOpenNear(planned, from, now))
    .sort(
      (a, b) =>
        isElsewhere(a) - isElsewhere(b) ||
        isSooner(a) - isSooner(b) ||
        distance(a) - distance(b) ||
        a.visit.visitId.localeCompare(b.visit.visitId),
    );
};

const timeAtVisit = ({ facts, seats, takers, state }: SlotItem, placeNameKo: string): NearTime & { state: SlotItem["state"] } => {
  const { slotId, kind, mode, postingId, service, startsAt, endsAt, visitId } = facts;
  return {
    visitId,
    slotId,
    kind,
    mode,
    postingId,
    service,
    startsAt,
    endsAt,
    seats,
    free: seats - Object.keys(takers).length,
    placeNameKo,
    state,
  };
};

export type Near = { times: NearTime[]; visits: Map<VisitId, PlannedVisit> };

/**
 * Times that bookings of a visit could be taken to, of the jobs and services that it has: its own that are open, then those of near visits, the nearest visit
 * first. `from` is the visit as people know it, before the plan.
 */
export const findNearTimes = async (deps: Deps, from: PlannedVisit, own: readonly SlotItem[]): Promise<Near> => {
  const subjects = new Set<string>(own.map(({ facts }) => listNameOf(facts)));
  const visits = await nearVisits(deps, from);
  const elsewhere: NearTime[] = [];
  const isEnough = (): boolean => new Set(elsewhere.filter(({ free }) => free > 0).map(({ visitId }) => visitId)).size >= enoughVisits;
  for (let i = 0; i < visits.length && !isEnough(); i += visitsTogether) {
    const some = visits.slice(i, i + visitsTogether);
    const timetables = await Promise.all(some.map(({ visit }) => listTimetables(deps.db, visit.visitId)));
    for (const [n, { visit, place }] of some.entries()) {
      const like = (timetables[n] ?? []).filter((timetable) => subjects.has(listNameOf(timetable)));
      for (const { slotRequestId: _, ...time } of timetableSlots(visit.date, like))
        elsewhere.push({ ...time, visitId: visit.visitId, placeNameKo: place.nameKo });
    }
  }
  const here = own.map((slot) => timeAtVisit(slot, from.place.nameKo)).filter(({ state }) => state === "open");
  return {
    times: [...here.map(({ state: _, ...time }) => time), ...elsewhere],
    visits: new Map(visits.map((planned) => [planned.visit.visitId, planned])),
  };
};
