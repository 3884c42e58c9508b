import type { InterviewChange } from "../../shared/copy/messages/employer-interviews.ts";
import type { BookingId, DeskId, EmployerId, PlaceId, SlotId } from "../../shared/domain/ids.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { type Instant, type LocalDate, type LocalTime, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";

/** One booked interview, by ids and times alone: whoever it is with stays out of it. */
export type ListedInterview = { slotId: SlotId; startsAt: Instant; deskId: DeskId };
export type InterviewList = Record<BookingId, ListedInterview>;

/** What of a visit an employer must know: when and where it is, and whether it takes place. The words for the place go along: it may be renamed. */
export type SeenVisit = {
  date: LocalDate;
  startTime: LocalTime;
  endTime: LocalTime;
  placeId: PlaceId;
  placeName: string;
  cancelled: boolean;
};
export const seenVisitOf = ({ visit: { date, startTime, endTime, placeId, state }, place }: PlannedVisit): SeenVisit => ({
  date,
  startTime,
  endTime,
  placeId,
  placeName: placeTextOf(place, "ko"),
  cancelled: state === "cancelled",
});
const hasMoved = (a: SeenVisit, b: SeenVisit): boolean =>
  a.date !== b.date || a.placeId !== b.placeId || a.startTime !== b.startTime || a.endTime !== b.endTime;
export const isSameVisit = (a: SeenVisit, b: SeenVisit): boolean => !hasMoved(a, b) && a.cancelled === b.cancelled;

/** The interviews that people have booked with an employer; offers and seats held for a list are not among them. */
export const interviewListOf = (slots: readonly SlotItem[], employerId: EmployerId): InterviewList =>
  Object.fromEntries(
    slots
      .filter(({ facts }) => facts.employerId === employerId)
      .flatMap(({ facts: { slotId, startsAt, deskId }, takers }) =>
        Object.keys(takers)
          .filter((holder) => holder.startsWith("bkg_"))
          .map((bookingId) => [bookingId, { slotId, startsAt, deskId }]),
      ),
  );

const kept = (from: ListedInterview, to: ListedInterview, hasVisitMoved: boolean): InterviewChange | undefined => {
  const [time, now] = [seoulTimeOf(from.startsAt), seoulTimeOf(to.startsAt)];
  const toTime = now === time ? undefined : now;
  // That the visit moved is told once for all of them.
  if (hasVisitMoved) return toTime && { kind: "visit-moved", time, toTime };
  if (from.slotId !== to.slotId && toTime) return { kind: "moved", time, toTime };
  return toTime || from.deskId !== to.deskId ? { kind: "desk-shifted", time, toTime } : undefined;
};

/**
 * Pure: what happened to an employer's interviews between two looks at its list, by time. Whatever came and went between them is nothing that anybody
 * needs to be told; of a visit that is cancelled it is enough to know that.
 *
 * @param isGone whether a time is no longer held
 */
export const listChanges = (
  before: { list: InterviewList; visit: SeenVisit },
  after: { list: InterviewList; visit: SeenVisit },
  isGone: (slotId: SlotId) => boolean,
): InterviewChange[] => {
  if (after.visit.cancelled) return [];
  const hasVisitMoved = hasMoved(before.visit, after.visit);
  const ids = [...new Set([...Object.keys(before.list), ...Object.keys(after.list)])] as BookingId[];
  return ids
    .map((id): InterviewChange | undefined => {
      const [from, to] = [before.list[id], after.list[id]];
      if (from && to) return kept(from, to, hasVisitMoved);
      if (to) return { kind: "booked", time: seoulTimeOf(to.startsAt) };
      if (!from) return undefined;
      return { kind: isGone(from.slotId) ? "released" : "cancelled", time: seoulTimeOf(from.startsAt) };
    })
    .filter((change) => change !== undefined)
    .sort((a, b) => a.time.localeCompare(b.time));
};
