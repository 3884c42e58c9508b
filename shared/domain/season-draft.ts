/** A season while the manager works on it: proposals with the ids under which they will be stored. Pure; nothing here is stored by the API. */
import { knowsHolidaysOf } from "./holidays.ts";
import type { PlaceId, VisitId } from "./ids.ts";
import { closedOn, fitsSeason, type NoVisit, type PlanPlace, type SeasonRules, type TakenDay, takesBus } from "./season-plan.ts";
import type { LocalDate } from "./seoul-time.ts";

export type DraftVisit = { visitId: VisitId; date: LocalDate; placeId: PlaceId };
export type SeasonDraft = { rules: SeasonRules; visits: readonly DraftVisit[]; none: readonly NoVisit[] };

/** What speaks against a proposal. `twice` and `taken` cannot be stored; the rest is the manager's to decide. */
export type DraftDoubt = "twice" | "taken" | "place-taken" | "holiday" | "closed" | "outdoors" | "year-unknown";
export const stopsPublishing = (doubt: DraftDoubt): boolean => doubt === "twice" || doubt === "taken";

export const doubtsOf = (
  { visitId, date, placeId }: DraftVisit,
  { rules, visits }: SeasonDraft,
  places: readonly PlanPlace[],
  taken: readonly TakenDay[],
): DraftDoubt[] => {
  const place = places.find((one) => one.placeId === placeId);
  const today = taken.filter((one) => one.date === date);
  const closed = knowsHolidaysOf(date) ? closedOn(date, rules.closings)?.because : "year-unknown";
  const doubts: Record<DraftDoubt, boolean> = {
    twice: visits.some((other) => other.visitId !== visitId && other.date === date),
    taken: today.some((one) => takesBus(one, rules.bus)),
    "place-taken": today.some((one) => one.placeId === placeId),
    holiday: closed === "holiday",
    closed: closed === "closed",
    outdoors: place !== undefined && !fitsSeason(place, date, rules.indoorMonths),
    "year-unknown": closed === "year-unknown",
  };
  return (Object.keys(doubts) as DraftDoubt[]).filter((doubt) => doubts[doubt]);
};

const byDate = (visits: readonly DraftVisit[]): DraftVisit[] =>
  [...visits].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** Puts a visit on a date. Whichever stood there takes the date that it leaves: two change places, and none is lost. */
export const putOn = (draft: SeasonDraft, visitId: VisitId, date: LocalDate): SeasonDraft => {
  const moved = draft.visits.find((visit) => visit.visitId === visitId);
  if (!moved) return draft;
  const visits = draft.visits.map((visit) =>
    visit.visitId === visitId ? { ...visit, date } : visit.date === date ? { ...visit, date: moved.date } : visit,
  );
  return { ...draft, visits: byDate(visits) };
};

export const putAt = (draft: SeasonDraft, visitId: VisitId, placeId: PlaceId): SeasonDraft => ({
  ...draft,
  visits: draft.visits.map((visit) => (visit.visitId === visitId ? { ...visit, placeId } : visit)),
});

export const drop = (draft: SeasonDraft, visitId: VisitId): SeasonDraft => ({
  ...draft,
  visits: draft.visits.filter((visit) => visit.visitId !== visitId),
});
