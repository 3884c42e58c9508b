import type { Booking } from "../../shared/domain/booking.ts";
import { dayRefusal } from "../../shared/domain/day-rules.ts";
import type { BookingId } from "../../shared/domain/ids.ts";
import { nearestTimes, timetableSlots } from "../../shared/domain/timetable.ts";
import { type ProblemCode, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { SlotFacts } from "../slots/slot-reads.ts";
import { recentTimetables } from "../slots/timetable-reads.ts";
import type { PlannedVisit } from "../visits/visit-reads.ts";

type Wanted = {
  planned: PlannedVisit;
  slot: SlotFacts;
  /** What the person has booked, so that nothing is offered that would be refused in turn. */
  bookings: readonly Booking[];
  /** The booking that would be given up. */
  except?: BookingId | undefined;
};

/** A refusal of a time, with what stands in the way and the nearest times that could be had. */
export const refuseTime = async (
  deps: Pick<Deps, "db" | "clock">,
  reason: ProblemCode,
  { planned, slot, bookings, except }: Wanted,
  clash?: Booking,
): Promise<Refusal> => {
  const { visit } = planned;
  const now = deps.clock.now();
  const day = { date: visit.date, rules: visit.rules, bookings };
  const isClosed = slot.kind === "interview" && now >= visit.deadlines.bookingClosesAt && except === undefined;
  const slots = isClosed || reason === "interview-limit" ? [] : timetableSlots(visit.date, await recentTimetables(deps, visit.visitId));
  const alternatives = nearestTimes(slots, slot, (other) => other.startsAt > now && dayRefusal(day, other, except) === undefined);
  return refuse(reason, {
    ...(clash && { clash: { bookingId: clash.bookingId, startsAt: clash.startsAt, endsAt: clash.endsAt } }),
    alternatives: alternatives.map(({ slotId, startsAt, endsAt, postingId, service }) => ({
      slotId,
      startsAt,
      endsAt,
      postingId,
      service,
    })),
  });
};
