import { type Booking, isLive } from "../../../../shared/domain/booking.ts";
import { type Day, dayRefusal } from "../../../../shared/domain/day-rules.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { freeSlots } from "../visit/free-times.ts";

const isSameList = (slot: TimetableSlot, booking: Booking): boolean =>
  slot.postingId === booking.postingId && slot.service === booking.service;

/** Whether the same job or service has an earlier time still to come, free or not: only then is there something to wait for. */
export const hasEarlier = (slots: readonly TimetableSlot[], booking: Booking, now: Instant): boolean =>
  slots.some((slot) => isSameList(slot, booking) && slot.mode === "open" && now < slot.startsAt && slot.startsAt < booking.startsAt);

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
