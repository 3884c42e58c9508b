import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { defaultBookingRules, defaultDeadlines, endOfVisit, type Visit, type VisitPlan } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findPlace } from "../places/place-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { counterKey } from "../platform/keys.ts";
import { ContentionError, transact, updateIfHolds } from "../platform/transact.ts";
import { isBusElsewhere, moveBusDay } from "./bus-day-writes.ts";
import { findVisit, type VisitItem } from "./visit-reads.ts";
import { addVisit, changeVisit } from "./visit-writes.ts";

/** The next running number of a visit. A number may be skipped when planning fails after it was drawn; none is given twice. */
const drawVisitNo = async ({ db }: Deps): Promise<number> => {
  const counter = await updateIfHolds<{ drawn: number }>(db, {
    Update: {
      Key: counterKey("visit"),
      UpdateExpression: "SET #type = :type ADD drawn :one, version :one",
      ExpressionAttributeNames: { "#type": "type" },
      ExpressionAttributeValues: { ":type": "counter", ":one": 1 },
    },
  });
  return Number(counter?.drawn);
};

/**
 * Plans a visit, or changes it while it is planned and nothing stands on it. Deadlines and rules not given are the defaults of
 * `shared/domain/visit.ts`.
 */
export const planVisit = async (
  deps: Deps,
  { visitId, plan, plannedBy }: { visitId: VisitId; plan: VisitPlan; plannedBy: AccountId },
): Promise<Outcome<{ visit: Visit; isNew: boolean }>> => {
  const { db, clock } = deps;
  if (endOfVisit(plan) <= clock.now()) return refuse("visit-over");
  const [place, known] = await Promise.all([findPlace(db, plan.placeId), findVisit(db, visitId)]);
  if (!place) return refuse("invalid-fields", { fields: [{ pointer: "/placeId", code: "not-a-choice" }] });
  const facts = {
    visitId,
    state: "planned",
    date: plan.date,
    startTime: plan.startTime,
    endTime: plan.endTime,
    placeId: plan.placeId,
    ...(plan.bus !== undefined && { bus: plan.bus }),
    team: plan.team,
    services: plan.services,
    desks: plan.desks,
    noteKo: plan.noteKo ?? null,
    noteEn: plan.noteEn ?? null,
    deadlines: plan.deadlines ?? defaultDeadlines(plan.date),
    rules: plan.rules ?? defaultBookingRules,
  } as const;
  if (known) {
    const { visitNo, plannedBy: first, version, interviewSeats } = known.visit;
    const changed = { ...facts, visitNo, plannedBy: first };
    const result = await transact<string>(db, {
      visit: changeVisit(changed, place, { version, place: known.place }),
      ...moveBusDay(visitId, known.visit, changed),
    });
    if (!result.ok) {
      if (isBusElsewhere(result.refused)) return refuse("bus-elsewhere");
      const current = result.before.visit as VisitItem | undefined;
      if (current?.version !== version) throw new ContentionError("Two people changed the visit at once.");
      return refuse("visit-already-open");
    }
    return done({ visit: { ...changed, interviewSeats, version: version + 1 }, isNew: false });
  }
  const visit = { ...facts, visitNo: await drawVisitNo(deps), plannedBy };
  const result = await transact<string>(db, { visit: addVisit(visit, place), ...moveBusDay(visitId, undefined, visit) });
  if (!result.ok && isBusElsewhere(result.refused)) return refuse("bus-elsewhere");
  // Planned in this moment, for example with a second tap: change it then.
  if (!result.ok) return planVisit(deps, { visitId, plan, plannedBy });
  return done({ visit: { ...visit, interviewSeats: 0, version: 1 }, isNew: true });
};
