import type { InterviewChange } from "../../shared/copy/messages/employer-interviews.ts";
import type { BookingId, DeskId, EmployerId, PlaceId, SlotId } from "../../shared/domain/ids.ts";
import { type Instant, type LocalDate, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import type { SlotItem } from "../slots/slot-reads.ts";

/** One booked interview, by ids and times alone: whoever it is with stays out of it. */
export type ListedInterview = { slotId: SlotId; startsAt: Instant; deskId: DeskId };
export type InterviewList = Record<BookingId, ListedInterview>;

/** What of a visit an employer must know: where it is, and whether it takes place. */
export type SeenVisit = { date: LocalDate; placeId: PlaceId; cancelled: boolean };
export const seenVisitOf = ({ date, placeId, state }: Pick<Visit, "date" | "placeId" | "state">): SeenVisit => ({
  date,
  placeId,
  cancelled: state === "cancelled",
});
export const isSameVisit = (a: SeenVisit, b: SeenVisit): boolean =>
  a.date === b.date && a.placeId === b.placeId && a.cancelled === b.cancelled;

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
  if (hasVisitMoved) return { kind: "visit-moved", time, toTime };
  if (from.slotId !== to.slotId && toTime) return { kind: "moved", time, toTime };
  return toTime || from.deskId !== to.deskId ? { kind: "desk-shifted", time, toTime } : undefined;
};

/**
 * Pure: what happened to an employer's interviews between two looks at its list, by time. Whatever came and went between them is nothing that anybody
 * needs to be told.
 *
 * @param isGone whether a time is no longer held
 */
export const listChanges = (
  before: { list: InterviewList; visit: SeenVisit },
  after: { list: InterviewList; visit: SeenVisit },
  isGone: (slotId: SlotId) => boolean,
): InterviewChange[] => {
  const hasVisitMoved = before.visit.date !== after.visit.date || before.visit.placeId !== after.visit.placeId;
  const ids = [...new Set([...Object.keys(before.list), ...Object.keys(after.list)])] as BookingId[];
  return ids
    .map((id): InterviewChange | undefined => {
      const [from, to] = [before.list[id], after.list[id]];
      if (from && to) return kept(from, to, hasVisitMoved);
      if (to) return { kind: "booked", time: seoulTimeOf(to.startsAt) };
      if (!from) return undefined;
      const kind = after.visit.cancelled ? "visit-cancelled" : isGone(from.slotId) ? "released" : "cancelled";
      return { kind, time: seoulTimeOf(from.startsAt) };
    })
    .filter((change) => change !== undefined)
    .sort((a, b) => a.time.localeCompare(b.time));
};
