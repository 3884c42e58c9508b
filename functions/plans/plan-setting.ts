import type { VisitId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { PlanChange } from "../../shared/domain/plan.ts";
import { changeRefusal, movesOf, type SlotMove } from "../../shared/domain/plan-moves.ts";
import { addMinutes, daysBetween, type Instant, type LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Deadlines } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findPlace } from "../places/place-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { findVisit, type PlannedVisit } from "../visits/visit-reads.ts";
import type { VisitChange } from "../visits/visit-writes.ts";

/** A visit as it stands, with what a change would do to its times. */
export type Setting = { planned: PlannedVisit; slots: SlotItem[]; moves: SlotMove[]; visitChange: VisitChange };

/** Deadlines keep their distance to the day of the visit, set by hand or not. */
const shiftDeadlines = (deadlines: Deadlines, from: LocalDate, to: LocalDate): Deadlines => {
  const minutes = daysBetween(from, to) * 24 * 60;
  const shift = (at: Instant): Instant => addMinutes(at, minutes);
  const { bookingClosesAt, listAt, reminderAt, ticketMailAt } = deadlines;
  return {
    bookingClosesAt: shift(bookingClosesAt),
    listAt: shift(listAt),
    reminderAt: shift(reminderAt),
    ticketMailAt: shift(ticketMailAt),
  };
};

const visitAfter = (
  change: PlanChange,
  { visit, place: placeBefore }: PlannedVisit,
  place: Place | undefined,
): Omit<VisitChange, "interviewSeatsLost"> => {
  if (change.kind === "cancel-visit") return { visit: { state: "cancelled" } };
  if (change.kind !== "move-visit") return { visit: {} };
  const { date, startTime, endTime, placeId } = change;
  const deadlines = shiftDeadlines(visit.deadlines, visit.date, date);
  return { visit: { date, startTime, endTime, placeId, deadlines }, ...(place && { place, placeBefore }) };
};

/** Looks whether a change can be made at all, and what it would move; who else is at a desk then is asked when it is written. */
export const settingOf = async ({ db, clock }: Deps, visitId: VisitId, change: PlanChange): Promise<Outcome<Setting>> => {
  const now = clock.now();
  // The visit first: what is published after that raises its version, which the start of the plan is conditional on.
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const [slots, place] = await Promise.all([
    listSlots(db, visitId),
    change.kind === "move-visit" ? findPlace(db, change.placeId) : undefined,
  ]);
  if (change.kind === "move-visit" && !place)
    return refuse("invalid-fields", { fields: [{ pointer: "/change/placeId", code: "not-a-choice" }] });
  const moves = movesOf(
    change,
    planned.visit,
    slots.map(({ facts, state }) => ({ ...facts, state })),
    now,
  );
  const refused = changeRefusal(change, planned.visit, moves, now);
  if (refused) return refuse(refused);
  const givenUp = new Set(moves.filter(({ to }) => to === null).map(({ slotId }) => slotId));
  const interviewSeatsLost = slots
    .filter(({ facts }) => facts.kind === "interview" && givenUp.has(facts.slotId))
    .reduce((sum, { seats }) => sum + seats, 0);
  return done({ planned, slots, moves, visitChange: { ...visitAfter(change, planned, place), interviewSeatsLost } });
};
