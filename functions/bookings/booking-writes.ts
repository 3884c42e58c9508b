import { type Booking, isLive } from "../../shared/domain/booking.ts";
import { cellsOf } from "../../shared/domain/day-grid.ts";
import type { BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { BookingRules } from "../../shared/domain/visit.ts";
import { agendaKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

type Agenda = { visitId: VisitId; registrationId: RegistrationId; date: LocalDate };

/** Bookings that one agenda ever holds, cancelled ones too: whoever books and cancels in a loop must not fill it, nor a mailbox. */
const mostBookings = 100;

/**
 * Promises 2 and 3, Time and Once: the booking enters the agenda only if its id never did, its cells with the gap around them are free, and the
 * interviews are below the limit.
 */
export const addToAgenda = ({ visitId, registrationId, date }: Agenda, booking: Booking, rules: BookingRules): Write => {
  const wanted = cellsOf(date, booking, rules.gapMinutes);
  return {
    Update: {
      Key: agendaKey(visitId, registrationId),
      UpdateExpression: "SET bookings.#booking = :booking ADD busy :cells, interviews :one, version :one",
      ConditionExpression: [
        "attribute_exists(pk)",
        "attribute_not_exists(bookings.#booking)",
        "interviews < :limit",
        "size(bookings) < :most",
        ...wanted.map((_, i) => `NOT contains(busy, :c${i})`),
      ].join(" AND "),
      ExpressionAttributeNames: { "#booking": booking.bookingId },
      ExpressionAttributeValues: {
        ":booking": booking,
        ":cells": new Set(cellsOf(date, booking)),
        ":limit": rules.maxInterviews,
        ":most": mostBookings,
        ":one": 1,
        ...Object.fromEntries(wanted.map((cell, i) => [`:c${i}`, cell])),
      },
    },
  };
};

/** The booking ends, once; its time is free again. */
export const cancelInAgenda = ({ visitId, registrationId, date }: Agenda, booking: Booking, cancelledAt: Instant): Write => ({
  Update: {
    Key: agendaKey(visitId, registrationId),
    UpdateExpression:
      "SET bookings.#booking.#state = :cancelled, bookings.#booking.cancelledAt = :at, bookings.#booking.#sequence = :next DELETE busy :cells ADD interviews :less, version :one",
    ConditionExpression: "bookings.#booking.#state = :confirmed AND bookings.#booking.#sequence = :sequence",
    ExpressionAttributeNames: { "#booking": booking.bookingId, "#state": "state", "#sequence": "sequence" },
    ExpressionAttributeValues: {
      ":cancelled": "cancelled_by_person",
      ":confirmed": "confirmed",
      ":at": cancelledAt,
      ":sequence": booking.sequence,
      ":next": booking.sequence + 1,
      ":cells": new Set(cellsOf(date, booking)),
      ":less": -1,
      ":one": 1,
    },
  },
});

/** Why an agenda refused a booking: which of its promises would have been broken. */
export const agendaRefusal = (
  agenda: { bookings: Record<BookingId, Booking>; busy?: ReadonlySet<number>; interviews: number } | undefined,
  wantedCells: readonly number[],
  rules: BookingRules,
): "not-registered" | "interview-limit" | "times-overlap" | "too-many-requests" | undefined => {
  if (!agenda) return "not-registered";
  if (Object.keys(agenda.bookings).length >= mostBookings) return "too-many-requests";
  if (wantedCells.some((cell) => agenda.busy?.has(cell))) return "times-overlap";
  const live = Object.values(agenda.bookings).filter(isLive).length;
  return Math.max(live, agenda.interviews) >= rules.maxInterviews ? "interview-limit" : undefined;
};
