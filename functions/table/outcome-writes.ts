import type { BookingId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { agendaKey, outcomeKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { OutcomeItem } from "./outcome-reads.ts";

type Noted = Pick<OutcomeItem, "visitId" | "employerId" | "registrationId" | "bookingId" | "outcome" | "notedAt" | "by" | "ended">;

/** An outcome in the place of the one that was seen (0: of none); refused when another was noted since. */
export const putOutcome = (noted: Noted, seen: number): Write => ({
  Put: {
    Item: {
      ...outcomeKey(noted.visitId, noted.employerId, noted.bookingId),
      ...{ type: "interview-outcome", version: seen + 1 },
      ...noted,
    },
    ...(seen === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "#version = :seen",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":seen": seen },
        }),
  },
});

/** Takes an outcome back; refused when another was noted since, or none is there. */
export const dropOutcome = ({ visitId, employerId, bookingId, version }: OutcomeItem): Write => ({
  Delete: {
    Key: outcomeKey(visitId, employerId, bookingId),
    ConditionExpression: "#version = :seen",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":seen": version },
  },
});

/** Promise 8: holds while the person is booked with this employer, with their consent. */
export const standsWith = (visitId: VisitId, id: RegistrationId, bookingId: BookingId, employerId: EmployerId): Write => ({
  ConditionCheck: {
    Key: agendaKey(visitId, id),
    ConditionExpression:
      "bookings.#booking.#state = :confirmed AND bookings.#booking.employerId = :employer AND attribute_type(bookings.#booking.consent, :map)",
    ExpressionAttributeNames: { "#booking": bookingId, "#state": "state" },
    ExpressionAttributeValues: { ":confirmed": "confirmed", ":employer": employerId, ":map": "M" },
  },
});
