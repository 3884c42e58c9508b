import { type Booking, isLive } from "../../../../shared/domain/booking.ts";
import { type Day, dayRefusal } from "../../../../shared/domain/day-rules.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { defaultBookingRules } from "../../../../shared/domain/visit.ts";
import { freeSlots } from "../visit/free-times.ts";

const isSameList = (slot: TimetableSlot, booking: Booking): boolean =>
  slot.postingId === booking.postingId && slot.service === booking.service;

/**
 * Earlier times of the same job or service that are still to come: one to be had at once, or full ones to wait for. By what the page knows: the
 * rules of the visit, which it does not, are taken to be the usual ones.
 */
export function earlierTimes(
  slots: readonly TimetableSlot[],
  booking: Booking,
  day: Omit<Day, "rules">,
  now: Instant,
): "free" | "full" | "none" {
  const earlier = slots.filter(
    (slot) => isSameList(slot, booking) && slot.mode === "open" && now < slot.startsAt && slot.startsAt < booking.startsAt,
  );
  const fits = (slot: TimetableSlot) => dayRefusal({ ...day, rules: defaultBookingRules }, slot, booking.bookingId) === undefined;
  if (earlier.some((slot) => slot.free > 0 && fits(slot))) return "free";
  return earlier.some(({ free }) => free === 0) ? "full" : "none";
}

/** Free times that a booking could move to: those of its own job or service, and of the others of its kind. */
export type TimesToMoveTo = { same: TimetableSlot[]; others: TimetableSlot[]; leftOut: boolean };

/** By what the page knows; the API decides. Times too close to other bookings of the person are left out. */
export function timesToMoveTo(slots: readonly TimetableSlot[], booking: Booking, day: Day, now: Instant): TimesToMoveTo {
  const free = freeSlots(slots, now).filter(
    (slot) => slot.slotId !== booking.slotId && (slot.kind === "interview") === (booking.kind === "interview"),
  );
  const fitting = free.filter((slot) => dayRefusal(day, slot, booking.bookingId) === undefined);
  return {
    same: fitting.filter((slot) => isSameList(slot, booking)),
    others: fitting.filter((slot) => !isSameList(slot, booking)),
    leftOut: fitting.length < free.length && day.bookings.filter(isLive).length > 1,
  };
}
