import * as z from "zod/mini";
import { DeskId, SlotId } from "./ids.ts";
import type { PlanChange } from "./plan.ts";
import { addMinutes, Instant, instantOf, seoulTimeOf } from "./seoul-time.ts";
import type { Slot } from "./slot.ts";
import { endOfVisit, type Visit } from "./visit.ts";

const Spot = z.strictObject({ startsAt: Instant, endsAt: Instant, deskId: DeskId });

/** What a plan does to one time: where it is held from then on; null: it is given up. */
export const SlotMove = z.strictObject({ slotId: SlotId, from: Spot, to: z.nullable(Spot) });
export type SlotMove = z.infer<typeof SlotMove>;

type VisitHours = Pick<Visit, "date" | "startTime" | "endTime">;
type PlannedSlot = Pick<Slot, "slotId" | "startsAt" | "endsAt" | "deskId" | "state">;

/** Where a time goes by a change of its visit or desk; undefined where it is not touched. */
const spotAfter = (change: PlanChange, visit: VisitHours, slot: PlannedSlot): SlotMove["to"] | undefined => {
  const { startsAt, endsAt, deskId } = slot;
  const isThere = change.kind === "cancel-visit" || change.kind === "move-visit" || change.deskId === deskId;
  if (!isThere) return undefined;
  switch (change.kind) {
    case "cancel-visit":
    case "release-desk":
      return null;
    case "reassign-desk":
      return { startsAt, endsAt, deskId: change.toDeskId };
    case "shift-desk": {
      const later = { startsAt: addMinutes(startsAt, change.minutes), endsAt: addMinutes(endsAt, change.minutes), deskId };
      return later.endsAt <= endOfVisit(visit) ? later : null;
    }
    case "move-visit": {
      // The same time by the clock, where the new hours hold it.
      const starts = instantOf(change.date, seoulTimeOf(startsAt));
      const ends = addMinutes(starts, (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
      const isWithin = starts >= instantOf(change.date, change.startTime) && ends <= endOfVisit(change);
      return isWithin ? { startsAt: starts, endsAt: ends, deskId } : null;
    }
  }
};

const isDeskChange = ({ kind }: PlanChange): boolean => kind === "shift-desk" || kind === "release-desk" || kind === "reassign-desk";

/**
 * Every time that a change touches. A visit moves with what has not begun; at a desk also what has begun and is not over: when the employer is late or does
 * not come, the person of that time stands there and waits.
 */
export const movesOf = (change: PlanChange, visit: VisitHours, slots: readonly PlannedSlot[], now: Instant): SlotMove[] =>
  slots.flatMap((slot): SlotMove[] => {
    const isOver = isDeskChange(change) ? slot.endsAt <= now : slot.startsAt <= now;
    if (slot.state !== "open" || isOver) return [];
    const to = spotAfter(change, visit, slot);
    if (to === undefined) return [];
    const { slotId, startsAt, endsAt, deskId } = slot;
    return [{ slotId, from: { startsAt, endsAt, deskId }, to: to && (isDeskChange(change) ? to.endsAt : to.startsAt) > now ? to : null }];
  });

type MovedVisit = VisitHours & Pick<Visit, "placeId" | "desks" | "state">;

/** Why a change cannot be planned at all; whether hosts are free is for the table to say. */
export const changeRefusal = (
  change: PlanChange,
  visit: MovedVisit,
  moves: readonly SlotMove[],
  now: Instant,
): "visit-over" | "visit-not-open" | "desk-unknown" | "nothing-to-change" | "outside-visit" | undefined => {
  if (visit.state === "cancelled") return "visit-not-open";
  if (endOfVisit(visit) <= now) return "visit-over";
  const isDesk = (deskId: string): boolean => visit.desks.some((desk) => desk.deskId === deskId);
  if ("deskId" in change && !isDesk(change.deskId)) return "desk-unknown";
  if (change.kind === "reassign-desk" && !isDesk(change.toDeskId)) return "desk-unknown";
  if (change.kind === "reassign-desk" && change.toDeskId === change.deskId) return "nothing-to-change";
  if ("deskId" in change && moves.length === 0) return "nothing-to-change";
  if (change.kind === "move-visit") {
    if (endOfVisit(change) <= now) return "visit-over";
    const stays = (["date", "startTime", "endTime", "placeId"] as const).every((part) => change[part] === visit[part]);
    if (stays) return "nothing-to-change";
  }
  const isAllOutside = moves.length > 0 && moves.every(({ to }) => to === null);
  return isAllOutside && (change.kind === "shift-desk" || change.kind === "move-visit") ? "outside-visit" : undefined;
};
