import { type Booking, isLive } from "../../../../shared/domain/booking.ts";
import { type Day, dayRefusal } from "../../../../shared/domain/day-rules.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { freeSlots } from "../visit/free-times.ts";

/** Free times that a booking could move to: those of its own job or service, and of the others of its kind. */
export type TimesToMoveTo = { same: TimetableSlot[]; others: TimetableSlot[]; leftOut: boolean };

/** By what the page knows; the API decides. Times too close to other bookings of the person are left out. */
export function timesToMoveTo(slots: readonly TimetableSlot[], booking: Booking, day: Day, now: Instant): TimesToMoveTo {
  const free = freeSlots(slots, now).filter(
    (slot) => slot.slotId !== booking.slotId && (slot.kind === "interview") === (booking.kind === "interview"),
  );
  const fitting = free.filter((slot) => dayRefusal(day, slot, booking.bookingId) === undefined);
  const isSame = (slot: TimetableSlot) => slot.postingId === booking.postingId && slot.service === booking.service;
  return {
    same: fitting.filter(isSame),
    others: fitting.filter((slot) => !isSame(slot)),
    leftOut: fitting.length < free.length && day.bookings.filter(isLive).length > 1,
  };
}
